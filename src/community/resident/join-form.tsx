import { useState } from 'react'
import { community } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { servicePath } from '../../lists/paths'
import { homePath, leave } from '../../pages/open'
import { Card, Note } from '../../ui/card'
import { DoorFields } from '../../ui/door-fields'
import { MainButton } from '../../ui/main-button'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { TextField } from '../../ui/text-field'
import type { Me } from '../use-centre'
import { Joined } from './joined'

interface JoinFormProps {
  me: Me
  centreId: string
  /** The service the user wanted to enrol in. */
  projectId?: string | undefined
}

/** Name, building, room and, if one likes, a phone number. */
export function JoinForm({ me, centreId, projectId }: JoinFormProps) {
  const [draft, setDraft] = useState({
    name: me.name ?? '',
    building: me.door?.building ?? '',
    room: me.door?.room ?? '',
    phone: '',
  })
  const [joined, setJoined] = useState(false)
  const { send, busy, refusal, clear } = useWrite(community.join)
  const set = (change: Partial<typeof draft>) => {
    clear()
    setDraft((before) => ({ ...before, ...change }))
  }
  const submit = async () => {
    const { phone, ...facts } = draft
    const done = await send({ centreId, ...facts, ...(phone.trim() && { phone: phone.trim() }) })
    if (!done) return
    if (projectId) return setJoined(true)
    say('登记已交给社区,现在就可以报名、说需求')
    leave(homePath)
  }
  if (joined && projectId) {
    return (
      <Joined
        centreId={centreId}
        projectId={projectId}
        onDone={() => leave(servicePath(centreId, projectId))}
      />
    )
  }
  const errors = refusal?.fields ?? {}
  const filled = draft.name.trim() && draft.building.trim() && draft.room.trim()
  return (
    <>
      {me.membership === 'rejected' && me.rejectedBecause && (
        <Card title="上次被退回">
          <Note>{me.rejectedBecause}</Note>
        </Card>
      )}
      <TextField
        label="姓名"
        value={draft.name}
        onChange={(name) => set({ name })}
        max={20}
        error={errors.name}
      />
      <DoorFields door={draft} onChange={set} errors={errors} />
      <TextField
        label="手机号(可以不填)"
        hint="有变动时社区好联系您"
        value={draft.phone}
        onChange={(phone) => set({ phone })}
        max={11}
        keyboard="number"
        error={errors.phone}
      />
      <Note>只给本社区工作人员核对住户用,名单上只显示打码的姓名。</Note>
      <RefusalNotice refusal={refusal} />
      <MainButton
        text={projectId ? '登记并报名' : '登记我家'}
        busy={busy}
        disabled={!filled}
        onTap={() => void submit()}
      />
    </>
  )
}
