import { asInstant, dayText, shanghaiDay, weekdayOf, weekdayText } from '../../../types/common/time'
import { useHere } from '../../cloud/here.store'
import { ChooseFirst } from '../../community/choose-first'
import { useCentre } from '../../community/use-centre'
import { ElderSwitch } from '../../ui/elder-switch'
import { Page } from '../../ui/page'
import { HomeEntries } from './home-entries'
import { JoinCard } from './join-card'
import { MattersCard } from './matters-card'

const today = (): string => {
  const day = shanghaiDay(asInstant(Date.now()))
  return `今天 ${dayText(day)} ${weekdayText(weekdayOf(day))}`
}

/** 首页: where I am, what matters now, and the few things people come for. */
export default function HomePage() {
  const { me, centreId, standing } = useCentre()
  const here = useHere()
  const name = me.data?.name ? `${me.data.name},` : ''
  return (
    <Page
      title={me.data?.centre?.name ?? here?.name ?? '邻里'}
      sentence={`${name}${today()}`}
      reading={me}
      aside={<ElderSwitch />}
    >
      {!centreId && <ChooseFirst me={me} />}
      {centreId && (
        <>
          {me.data && <JoinCard me={me.data} centreId={centreId} />}
          {standing === 'joined' && <MattersCard centreId={centreId} unread={me.data?.unreadNotices ?? 0} />}
          <HomeEntries />
        </>
      )}
    </Page>
  )
}
