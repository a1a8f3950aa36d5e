/** A door within a community: building and room as they are stored. */
export interface Door {
  readonly building: string
  readonly room: string
}

const tidy = (text: string): string => text.normalize('NFKC').trim().toUpperCase()

/** 楼栋 as stored: `3号楼`, `3#`, `３幢` and `03` are all `3栋`; names like `东苑A座` stay. */
export const buildingName = (written: string): string => {
  const text = tidy(written)
  const number = /^0*(\d+)(栋|幢|座|号楼|号|楼|#)?$/.exec(text)?.[1]
  return number ? `${number}栋` : text
}

/** 房号 as stored: `301室` and `301号` are `301`. */
export const roomName = (written: string): string => tidy(written).replace(/^(.*\d)(室|号|房|#)$/, '$1')

/** The one way a door is written, so that its household exists once. */
export const doorOf = (building: string, room: string): Door => ({
  building: buildingName(building),
  room: roomName(room),
})

const padded = (text: string): string => text.replace(/\d+/g, (digits) => digits.padStart(4, '0'))

/** Sorts doors as people count them: `2栋` before `10栋`, `301` before `1201`. At most 120 characters. */
export const doorOrder = (door: Door, householdId: string): string =>
  `${padded(door.building)}|${padded(door.room)}|${householdId.slice(0, 8)}`
