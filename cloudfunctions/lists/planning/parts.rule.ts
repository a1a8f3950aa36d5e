import type { Month } from './month'

/** Cuts a month into parts that share no need, resource or venue: each is planned for itself. Parts keep the order. */
export const partsOf = (month: Month): Month[] => {
  const parent = new Map<string, string>()
  const top = (key: string): string => {
    let at = key
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up
    return at
  }
  const join = (one: string, other: string): void => {
    parent.set(top(one), top(other))
  }
  const resources = new Set(month.resources.map(({ id }) => id))
  for (const one of [...month.fixed]) {
    if (one.venueId !== undefined) join(`resource ${one.resourceId}`, `venue ${one.venueId}`)
  }
  for (const { id, venueIds } of month.resources) {
    for (const venueId of venueIds) join(`resource ${id}`, `venue ${venueId}`)
  }
  for (const { id, options } of month.needs) {
    for (const { resourceId } of options)
      if (resources.has(resourceId) || month.fixed.some((one) => one.resourceId === resourceId))
        join(`need ${id}`, `resource ${resourceId}`)
  }
  const parts = new Map<string, { needs: string[]; resources: string[] }>()
  const partOf = (key: string) => {
    const found = parts.get(top(key)) ?? { needs: [], resources: [] }
    parts.set(top(key), found)
    return found
  }
  for (const { id } of month.needs) partOf(`need ${id}`).needs.push(id)
  for (const { id } of month.resources) partOf(`resource ${id}`).resources.push(id)
  const fixedOf = new Map<string, Month['fixed'][number][]>()
  for (const one of month.fixed) {
    const key = top(`resource ${one.resourceId}`)
    fixedOf.set(key, [...(fixedOf.get(key) ?? []), one])
  }
  return [...parts]
    .filter(([, part]) => part.needs.length > 0)
    .map(([key, part]) => {
      const needs = new Set(part.needs)
      const own = new Set(part.resources)
      return {
        days: month.days,
        needs: month.needs.filter(({ id }) => needs.has(id)),
        resources: month.resources.filter(({ id }) => own.has(id)),
        fixed: fixedOf.get(key) ?? [],
      }
    })
}
