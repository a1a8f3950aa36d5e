import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { lists } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { ChooseFirst } from '../../community/choose-first'
import { useCentre } from '../../community/use-centre'
import { Page } from '../../ui/page'
import { EditionLoaded, editionSentence, editionShare, editionTitle } from '../edition-loaded'

/** One edition, as opened from a shared card: readable by everybody, joining is asked for only to enrol. */
export default function EditionPage() {
  const { centreId: shared, editionId } = useRouter().params
  const { me, centreId, standing } = useCentre(shared)
  const reading = useRead(lists.edition, centreId ? { centreId, ...(editionId && { editionId }) } : undefined)
  useShareAppMessage(() => editionShare(centreId ?? '', reading.data))
  return (
    <Page title={editionTitle(reading.data)} sentence={editionSentence(reading.data)} reading={reading}>
      {centreId ? (
        <EditionLoaded centreId={centreId} standing={standing} reading={reading} />
      ) : (
        <ChooseFirst me={me} />
      )}
    </Page>
  )
}
