import type { Reading } from '../cloud/use-read'
import type { Centred } from '../community/use-centre'
import { open } from '../pages/open'
import { EmptyState } from '../ui/empty-state'
import { Loaded } from '../ui/loaded'
import { EditionView } from './edition-view'
import { offerOf } from './offer.rule'
import { editionPath, sayNeedPath } from './paths'
import type { Edition } from './shown'
import { monthText } from './words'

/** Title of an edition's page: 「11月服务菜单 第3期」. */
export const editionTitle = (edition: Edition | undefined): string =>
  edition ? `${monthText(edition.month)}服务菜单 第${edition.no}期` : '服务清单'

/** How an edition stands in one sentence. */
export const editionSentence = (edition: Edition | undefined): string | undefined => {
  if (!edition) return undefined
  const now = Date.now()
  const open = edition.rows.filter((row) => offerOf(row, now).kind === 'seat').length
  const own = edition.rows.filter((row) => row.mine.state !== 'none').length
  const yours = own > 0 ? `,您报了 ${own} 项` : ''
  return `${edition.centreName} · 共 ${edition.rows.length} 项,${open} 项还有名额${yours}`
}

/** What `useShareAppMessage` answers for an edition. */
export const editionShare = (centreId: string, edition: Edition | undefined) => ({
  title: edition?.shareTitle ?? '社区服务清单',
  path: editionPath(centreId, edition?.id),
})

interface EditionLoadedProps extends Pick<Centred, 'standing'> {
  centreId: string
  reading: Reading<Edition>
}

/** An edition while it loads, when there is none yet, and as it is. */
export function EditionLoaded({ centreId, standing, reading }: EditionLoadedProps) {
  if (!reading.data && reading.refusal?.code === 'COMMON.NOT_FOUND') {
    return (
      <EmptyState
        why="这里还没有发布服务清单。您可以先说说需要什么,社区按大家的需求来安排。"
        action={{ text: '说一条需求', onTap: () => open(sayNeedPath) }}
      />
    )
  }
  return (
    <Loaded reading={reading} rows={4}>
      {(edition) => (
        <EditionView
          centreId={centreId}
          standing={standing}
          edition={edition}
          sharePath={editionShare(centreId, edition).path}
        />
      )}
    </Loaded>
  )
}
