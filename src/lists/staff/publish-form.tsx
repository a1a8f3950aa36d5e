import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { digestOf } from '../../../types/common/digest'
import { asInstant, shanghaiDay } from '../../../types/common/time'
import { community, lists } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { useReadPages } from '../../cloud/use-read-pages'
import { useWrite } from '../../cloud/use-write'
import { Card, Columns, Note } from '../../ui/card'
import { ChooseOne } from '../../ui/choices'
import { MainButton } from '../../ui/main-button'
import { RefusalNotice } from '../../ui/refusal-notice'
import { DraftPicker } from './draft-picker'
import type { ProjectRow } from './rows'
import { monthText } from './words'
import './publish.scss'

interface PublishFormProps {
  centreId: string
  drafts: readonly ProjectRow[]
  onPublished: (edition: { editionId: string; no: number }) => void
}

/** The month of a moment in China, `YYYY-MM`. */
const monthOf = (at: number): string => shanghaiDay(asInstant(at)).slice(0, 7)

/** Month, drafts, what the group will read, and the one button. */
export function PublishForm({ centreId, drafts, onPublished }: PublishFormProps) {
  const months = [...new Set(drafts.map(({ startsAt }) => monthOf(startsAt)))].sort()
  const [chosenMonth, setMonth] = useState<string>()
  const [left, setLeft] = useState<readonly string[]>([])
  const publish = useWrite(lists.publishEdition)
  const centre = useRead(community.centre, { centreId })
  const editions = useReadPages(lists.editions, { centreId })
  const month = chosenMonth ?? months[0] ?? monthOf(Date.now())
  const ofMonth = drafts.filter(({ startsAt }) => monthOf(startsAt) === month)
  const chosen = ofMonth.filter(({ id }) => !left.includes(id))
  const no = (editions.data?.[0]?.no ?? 0) + 1
  const rows = [...chosen]
    .sort((a, b) => a.startsAt - b.startsAt)
    .map(({ title, startsAt, place, cap }) => ({ title, startsAt: asInstant(startsAt), place, left: cap }))
  const send = async () => {
    const done = await publish.send({ centreId, month, projectIds: chosen.map(({ id }) => id) })
    if (done) onPublished(done)
  }
  return (
    <View>
      {months.length > 1 && (
        <ChooseOne
          label="哪个月的清单"
          value={month}
          choices={months.map((value) => ({ value, word: monthText(value) }))}
          onChange={setMonth}
        />
      )}
      <Columns>
        <DraftPicker centreId={centreId} drafts={ofMonth} left={left} onLeft={setLeft} />
        <Card title="群里会看到">
          <Text className="digest" userSelect>
            {digestOf({ centreName: centre.data?.name ?? '', month, no, rows })}
          </Text>
          <Note>发布以后可以一键复制</Note>
        </Card>
      </Columns>
      <RefusalNotice refusal={publish.refusal} />
      <MainButton
        text={`发布第 ${no} 期,共 ${chosen.length} 项`}
        busy={publish.busy}
        disabled={chosen.length === 0}
        onTap={() => void send()}
      />
    </View>
  )
}
