import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { lists } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { useCentre } from '../../community/use-centre'
import { listsPath, open } from '../../pages/open'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { offerOf, offerWords } from '../offer.rule'
import { servicePath } from '../paths'
import { ServiceView } from './service-view'

/** One service: what it is, who is in the list, one's own place, enrolling and cancelling. */
export default function ServicePage() {
  const { centreId: shared, projectId = '' } = useRouter().params
  const { centreId = '', standing } = useCentre(shared)
  const reading = useRead(lists.project, centreId && projectId ? { centreId, projectId } : undefined)
  const service = reading.data
  useShareAppMessage(() => ({
    title: service
      ? `${service.title},${offerWords(offerOf({ ...service, mine: nobody }, Date.now()))}`
      : '社区服务',
    path: servicePath(centreId, projectId),
  }))
  const unpublished = !service && reading.refusal?.code === 'COMMON.NOT_FOUND'
  return (
    <Page
      title={service?.title ?? '服务详情'}
      sentence={service && offerWords(offerOf(service, Date.now()))}
      reading={reading}
    >
      {unpublished ? (
        <EmptyState
          why="这项服务还没有发布,或者已经撤下。发布后会出现在清单里。"
          action={{ text: '看现在的清单', onTap: () => open(listsPath) }}
        />
      ) : (
        <Loaded reading={reading}>
          {(data) => <ServiceView centreId={centreId} standing={standing} service={data} />}
        </Loaded>
      )}
    </Page>
  )
}

/** A shared card tells strangers how many places are left, not the place of the one who shares. */
const nobody = { state: 'none', position: 0 } as const
