import Taro from '@tarojs/taro'
import { useState } from 'react'
import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { leaveSaying } from '../../pages/open'
import { Card, Note } from '../../ui/card'
import { ChooseOne } from '../../ui/choices'
import { MainButton } from '../../ui/main-button'
import { MomentField } from '../../ui/moment-field'
import { NumberField } from '../../ui/number-field'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { TextField } from '../../ui/text-field'
import type { SessionOfStaff } from '../session-shown'
import { sessionDeskPath } from '../staff-paths'
import { AgendaField } from './agenda-field'
import { PartiesField } from './parties-field'
import { type AboutMatter, draftOf, emptyDraft, savedOf } from './session-draft'

interface SessionFormProps {
  centreId: string
  session: SessionOfStaff | undefined
  /** What a new session is about. */
  about: AboutMatter | undefined
  /** Matters an item can be about. */
  matters: readonly AboutMatter[]
}

/** Plans a session: when, where, what about, whom to ask. */
export function SessionForm({ centreId, session, about, matters }: SessionFormProps) {
  const [draft, setDraft] = useState(() => (session ? draftOf(session) : emptyDraft(Date.now(), about)))
  const { send, busy, refusal } = useWrite(hall.saveSession)
  const set = (change: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...change }))
  const saved = savedOf(draft)
  const errors = refusal?.fields ?? {}
  const save = async () => {
    if (!saved) return
    const known = session && { sessionId: session.sessionId }
    const done = await send({ centreId, seen: session?.changes ?? 0, ...known, ...saved })
    if (!done) return
    if (session) {
      leaveSaying('存好了', sessionDeskPath(centreId, done.sessionId))
    } else {
      await Taro.redirectTo({ url: sessionDeskPath(centreId, done.sessionId) })
      say('存成草稿了,看好以后发预告')
    }
  }
  return (
    <>
      <Card>
        <TextField
          label="叫什么"
          value={draft.title}
          onChange={(title) => set({ title })}
          max={40}
          error={errors.title}
        />
        <MomentField label="开始" value={draft.startsAt} onChange={(startsAt) => set({ startsAt })} />
        <NumberField
          label="开多少分钟"
          value={draft.minutes}
          onChange={(minutes) => set({ minutes })}
          min={10}
          max={720}
        />
        <TextField
          label="地点"
          value={draft.place}
          onChange={(place) => set({ place })}
          max={60}
          error={errors.place}
        />
        <NumberField
          label="到会几人才能形成决议"
          value={draft.quorum}
          onChange={(quorum) => set({ quorum })}
          min={1}
          max={300}
        />
      </Card>
      <AgendaField items={draft.items} matters={matters} onChange={(items) => set({ items })} />
      <Card title="请谁来">
        <ChooseOne
          label="谁可以来"
          value={draft.open}
          onChange={(open) => set({ open })}
          choices={[
            { value: false, word: '只请下面这些' },
            { value: true, word: '全社区都可以来' },
          ]}
        />
        <TextField
          label="请哪几栋楼,用空格隔开"
          hint="住在那里的人会收到预告"
          value={draft.buildings}
          onChange={(buildings) => set({ buildings })}
          max={200}
          placeholder="5栋 6栋"
          error={errors.buildings}
        />
      </Card>
      <PartiesField parties={draft.parties} onChange={(parties) => set({ parties })} />
      {!saved && <Note>名称、地点、每项议什么、每方的单位都要写上。</Note>}
      <RefusalNotice refusal={refusal} />
      <MainButton
        text={session ? '存好' : '存成草稿'}
        busy={busy}
        disabled={!saved}
        onTap={() => void save()}
      />
    </>
  )
}
