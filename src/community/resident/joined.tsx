import { useEffect, useRef } from 'react'
import { lists } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { enrolledWords } from '../../lists/offer.rule'
import { Button } from '../../ui/button'
import { Card, Note } from '../../ui/card'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { Skeleton } from '../../ui/skeleton'

interface JoinedProps {
  centreId: string
  projectId: string
  /** Called when the enrolment is done, or the user gives it up. */
  onDone: () => void
}

/** After joining: goes on to the enrolment the user came for, without another tap. */
export function Joined({ centreId, projectId, onDone }: JoinedProps) {
  const { send, refusal } = useWrite(lists.enrol)
  const begun = useRef(false)
  const enrol = async () => {
    const mine = await send({ centreId, projectId })
    if (!mine) return
    say(enrolledWords(mine, ''))
    onDone()
  }
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    void enrol()
  })
  return (
    <>
      <Card title="登记已交给社区">
        <Note>{refusal ? '登记好了,报名没有成功。' : '正在替您报名…'}</Note>
        {!refusal && <Skeleton rows={1} />}
      </Card>
      <RefusalNotice refusal={refusal} again={() => void enrol()} />
      {refusal && <Button text="看这项服务" onTap={onDone} />}
    </>
  )
}
