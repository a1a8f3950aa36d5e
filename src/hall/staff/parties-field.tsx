import { partyRoleNames, partyRoles } from '../../../types/hall.words'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { SelectField } from '../../ui/select-field'
import { TextField } from '../../ui/text-field'
import { type PartyDraft, withParty } from './session-draft'

const mostParties = 40

/** 参加方 as one chooses them. */
export const roleChoices = partyRoles.map((value) => ({ value, word: partyRoleNames[value] }))

interface PartiesFieldProps {
  parties: readonly PartyDraft[]
  onChange: (parties: readonly PartyDraft[]) => void
}

/** Who is asked by name: the property company, the builder, an expert. */
export function PartiesField({ parties, onChange }: PartiesFieldProps) {
  const change = (id: number, part: Partial<PartyDraft>) =>
    onChange(parties.map((party) => (party.id === id ? { ...party, ...part } : party)))
  return (
    <>
      {parties.map(({ id, role, title, name }, at) => (
        <Card key={id} title={`第 ${at + 1} 方`}>
          <SelectField
            label={`第 ${at + 1} 方是谁那边的`}
            choices={roleChoices}
            value={role}
            onChange={(value) => change(id, { role: value })}
          />
          <TextField
            label={`第 ${at + 1} 方单位或房号`}
            value={title}
            onChange={(value) => change(id, { title: value })}
            max={30}
          />
          <TextField
            label={`第 ${at + 1} 方姓名,可以不填`}
            value={name}
            onChange={(value) => change(id, { name: value })}
            max={20}
          />
          <Button
            text="不请这一方"
            label={`不请这一方,第 ${at + 1} 方`}
            kind="quiet"
            onTap={() => onChange(parties.filter((party) => party.id !== id))}
          />
        </Card>
      ))}
      <Button
        text="再请一方"
        disabled={parties.length >= mostParties}
        onTap={() => onChange(withParty(parties))}
      />
    </>
  )
}
