import { TextField } from './text-field'

interface Door {
  readonly building: string
  readonly room: string
}

interface DoorFieldsProps {
  door: Door
  onChange: (change: Partial<Door>) => void
  /** Chinese text by field of the contract. */
  errors: Readonly<Record<string, string>>
}

/** 楼栋 and 房号 of where somebody lives. */
export function DoorFields({ door, onChange, errors }: DoorFieldsProps) {
  return (
    <>
      <TextField
        label="楼栋"
        placeholder="比如:5栋"
        value={door.building}
        onChange={(building) => onChange({ building })}
        max={20}
        error={errors.building}
      />
      <TextField
        label="房号"
        placeholder="比如:2-301"
        value={door.room}
        onChange={(room) => onChange({ room })}
        max={20}
        error={errors.room}
      />
    </>
  )
}
