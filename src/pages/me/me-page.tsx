import { useHere } from '../../cloud/here.store'
import { ChooseFirst } from '../../community/choose-first'
import { useCentre } from '../../community/use-centre'
import { ElderSwitch } from '../../ui/elder-switch'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { HouseholdCard } from './household-card'
import { OwnEntries } from './own-entries'
import { StartEntry } from './start-entry'

/** 我的: who I am here, my household, notices, and what else belongs to me. */
export default function MePage() {
  const { me, centreId } = useCentre()
  const here = useHere()
  const name = me.data?.name
  const where = me.data?.centre?.name ?? here?.name
  return (
    <Page title={name ?? '我的'} sentence={where ?? '还没有选社区'} reading={me} aside={<ElderSwitch />}>
      <Loaded reading={me}>
        {(data) => (
          <>
            {centreId && <HouseholdCard me={data} centreId={centreId} />}
            {!centreId && data.roles.length === 0 && <ChooseFirst me={me} />}
            <OwnEntries me={data} />
            {!centreId && data.roles.length === 0 && <StartEntry />}
          </>
        )}
      </Loaded>
    </Page>
  )
}
