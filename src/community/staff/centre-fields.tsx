import { TextField } from '../../ui/text-field'

/** What residents read about a centre. */
export interface CentreFacts {
  readonly name: string
  readonly phone: string
  readonly address: string
}

interface CentreFieldsProps {
  facts: CentreFacts
  onChange: (facts: CentreFacts) => void
  errors: Readonly<Record<string, string>>
}

/** Name, phone and address. */
export function CentreFields({ facts, onChange, errors }: CentreFieldsProps) {
  const set = (change: Partial<CentreFacts>) => onChange({ ...facts, ...change })
  return (
    <>
      <TextField
        label="名称"
        max={30}
        value={facts.name}
        onChange={(name) => set({ name })}
        error={errors.name}
      />
      <TextField
        label="电话"
        hint="居民在长辈版里一点就能拨"
        max={20}
        keyboard="text"
        value={facts.phone}
        onChange={(phone) => set({ phone })}
        error={errors.phone}
      />
      <TextField
        label="地址"
        max={60}
        value={facts.address}
        onChange={(address) => set({ address })}
        error={errors.address}
      />
    </>
  )
}
