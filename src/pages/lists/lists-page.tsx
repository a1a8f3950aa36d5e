import { useShareAppMessage } from '@tarojs/taro'
import { lists } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { ChooseFirst } from '../../community/choose-first'
import { useCentre } from '../../community/use-centre'
import { EditionLoaded, editionSentence, editionShare, editionTitle } from '../../lists/edition-loaded'
import { Page } from '../../ui/page'

/** 清单: the latest edition of one's own or the chosen community. */
export default function ListsPage() {
  const { me, centreId, standing } = useCentre()
  const reading = useRead(lists.edition, centreId ? { centreId } : undefined)
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
