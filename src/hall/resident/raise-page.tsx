import Taro from '@tarojs/taro'
import { useState } from 'react'
import { asRefusal, type Refusal } from '../../cloud/refusal'
import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { joinPath } from '../../community/paths'
import { useCentre } from '../../community/use-centre'
import { open } from '../../pages/open'
import { MainButton } from '../../ui/main-button'
import { Page } from '../../ui/page'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { matterPath } from '../paths'
import type { MatterRow } from '../shown'
import { emptyMatter, type MatterDraft, matterInput } from './matter-draft'
import { MatterForm } from './matter-form'
import { SimilarMatters } from './similar-matters'

/** 提一件事: in one's own words, with photos; what is like it is shown before it is sent. */
export default function RaisePage() {
  const { centreId, standing } = useCentre()
  const [draft, setDraft] = useState<MatterDraft>(emptyMatter)
  const [similar, setSimilar] = useState<readonly MatterRow[]>()
  const [looking, setLooking] = useState(false)
  const [unseen, setUnseen] = useState<Refusal>()
  const raise = useWrite(hall.raiseMatter)
  const joined = standing === 'joined'

  const change = (part: Partial<MatterDraft>) => {
    raise.clear()
    setDraft((before) => ({ ...before, ...part }))
    if (part.text !== undefined || part.place !== undefined) setSimilar(undefined)
  }
  const toMatter = (matterId: string) => void Taro.redirectTo({ url: matterPath(matterId) })
  const send = async (at: string) => {
    const raised = await raise.send({ centreId: at, ...matterInput(draft) })
    if (!raised) return
    say('提好了,社区会分办给人')
    toMatter(raised.matterId)
  }
  /** Looks for what is like it once for these words; sends at once when there is nothing. */
  const look = async (at: string) => {
    setUnseen(undefined)
    setLooking(true)
    try {
      const { rows } = await hall.similarMatters({ centreId: at, text: draft.text, place: draft.place })
      setSimilar(rows)
      if (rows.length === 0) await send(at)
    } catch (thrown) {
      setUnseen(asRefusal(thrown))
    } finally {
      setLooking(false)
    }
  }
  const submit = () => {
    if (!joined || !centreId) return open(joinPath(centreId))
    void (similar === undefined ? look(centreId) : send(centreId))
  }
  const hasSimilar = similar !== undefined && similar.length > 0
  const refusal = raise.refusal ?? unseen
  return (
    <Page title="提一件事" sentence="用您自己的话说,拍张照片更清楚">
      <MatterForm draft={draft} change={change} errors={refusal?.fields ?? {}} />
      {hasSimilar && centreId && <SimilarMatters centreId={centreId} rows={similar} onBacked={toMatter} />}
      <RefusalNotice refusal={refusal} />
      <MainButton
        text={!joined ? '先登记我家,再提给社区' : hasSimilar ? '都不是,提我的' : '提给社区'}
        busy={raise.busy || looking}
        disabled={standing === 'unknown' || draft.text.trim() === ''}
        onTap={submit}
      />
    </Page>
  )
}
