import { useRouter } from '@tarojs/taro'
import { hall } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { useReadPages } from '../../cloud/use-read-pages'
import { type AtWork, atWork } from '../../community/at-work'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import type { SessionOfStaff } from '../session-shown'
import type { AboutMatter } from './session-draft'
import { SessionForm } from './session-form'

/** Matters under way, and those the session is about already. */
const mattersFor = (
  underWay: readonly AboutMatter[],
  session: SessionOfStaff | undefined,
): readonly AboutMatter[] => {
  const isListed = (matterId: string) => underWay.some((matter) => matter.matterId === matterId)
  const more = session?.agenda.filter(({ matterId }) => matterId !== '' && !isListed(matterId)) ?? []
  return [...underWay, ...more.map(({ matterId, title }) => ({ matterId, text: title }))]
}

/** 安排议事会: a new one, perhaps for a matter, or one there is. */
function SessionEditPage({ centreId }: AtWork) {
  const { sessionId = '', matterId = '' } = useRouter().params
  const matters = useReadPages(hall.mattersOfStaff, { centreId, state: 'underWay' })
  const session = useRead(hall.sessionOfStaff, sessionId === '' ? undefined : { centreId, sessionId })
  const matter = useRead(hall.matterOfStaff, matterId === '' ? undefined : { centreId, matterId })
  const about = matter.data && { matterId, text: matter.data.text }
  return (
    <Page title={sessionId === '' ? '安排一场议事会' : '改这场议事会'} reading={matters}>
      <Loaded reading={matters}>
        {(rows) => {
          if (sessionId !== '' && !session.data) return <Loaded reading={session}>{() => null}</Loaded>
          if (matterId !== '' && !about) return <Loaded reading={matter}>{() => null}</Loaded>
          const known = about && !rows.some((row) => row.matterId === matterId) ? [about] : []
          return (
            <SessionForm
              centreId={centreId}
              session={session.data}
              about={about}
              matters={mattersFor([...known, ...rows], session.data)}
            />
          )
        }}
      </Loaded>
    </Page>
  )
}

export default atWork(SessionEditPage)
