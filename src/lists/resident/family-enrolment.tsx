import { useState } from 'react'
import { lists } from '../../cloud/rooms'
import { useReadPages } from '../../cloud/use-read-pages'
import { Button } from '../../ui/button'
import { Card, Note } from '../../ui/card'
import { TextField } from '../../ui/text-field'
import { type Offer, offerWords, placeWords } from '../offer.rule'
import type { Service } from '../shown'
import type { Enrolling } from '../use-enrol'
import { CancelEnrolment } from './cancel-enrolment'

interface FamilyEnrolmentProps {
  centreId: string
  service: Service
  /** What is open to one more person. */
  room: Offer
  enrolling: Enrolling
}

/** 替家人报名: the family members one enrolled here, and a name for one more. */
export function FamilyEnrolment({ centreId, service, room, enrolling }: FamilyEnrolmentProps) {
  const [name, setName] = useState<string>()
  const own = useReadPages(lists.myEnrolments, { centreId }).data ?? []
  const family = own.filter(({ project, forName }) => project.id === service.id && forName)
  const canAdd = room.kind === 'seat' || room.kind === 'wait'
  const add = async () => {
    const forName = (name ?? '').trim()
    if (forName && (await enrolling.enrol(service.id, forName))) setName(undefined)
  }
  if (family.length === 0 && !canAdd) return null
  return (
    <Card title="替家人报名">
      {family.map(({ forName, mine }) => (
        <Note key={forName}>
          {forName} {placeWords(mine)}
          <CancelEnrolment centreId={centreId} service={service} forName={forName} />
        </Note>
      ))}
      {canAdd && name === undefined && <Button text="替一位家人报名" onTap={() => setName('')} />}
      {canAdd && name !== undefined && (
        <>
          <TextField label="家人姓名" hint="名单上会写明是您代报" value={name} onChange={setName} max={20} />
          <Button
            text={`替${name.trim() || '家人'}报名,${offerWords(room)}`}
            busy={enrolling.busyId !== undefined}
            disabled={name.trim() === ''}
            onTap={() => void add()}
          />
          <Button text="先不报" kind="quiet" onTap={() => setName(undefined)} />
        </>
      )}
    </Card>
  )
}
