import { Card } from '../../ui/card'
import { NumberField } from '../../ui/number-field'
import type { ProjectDraft } from './project-draft'

interface ProjectSeatsProps {
  draft: ProjectDraft
  set: (change: Partial<ProjectDraft>) => void
  errors: Readonly<Record<string, string>>
}

/** How many may come, and how many may wait. */
export function ProjectSeats({ draft, set, errors }: ProjectSeatsProps) {
  return (
    <Card>
      <NumberField
        label="名额"
        min={1}
        max={500}
        value={draft.cap}
        onChange={(cap) => set({ cap })}
        error={errors.cap}
      />
      <NumberField
        label="候补"
        hint="满了以后还能排多少人,有人取消会自动递补"
        min={0}
        max={200}
        value={draft.waitCap}
        onChange={(waitCap) => set({ waitCap })}
        error={errors.waitCap}
      />
    </Card>
  )
}
