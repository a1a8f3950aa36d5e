import { points } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { useReadPages } from '../../cloud/use-read-pages'
import { open } from '../../pages/open'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { MoreRows } from '../../ui/more-rows'
import { Page } from '../../ui/page'
import { NotMember } from '../not-member'
import { shelfPath } from '../paths'
import { useMember } from '../use-member'
import { RedemptionCard } from './redemption-card'

/** 我家的兑换: pick-up codes of what waits, and what became of the rest. */
export default function RedemptionsPage() {
  const { me, centreId, member } = useMember()
  const asked = member && centreId ? { centreId } : undefined
  const redemptions = useReadPages(points.myRedemptions, asked)
  const settings = useRead(points.settings, asked)
  const held = redemptions.data?.filter(({ state }) => state === 'held').length
  const where = settings.data && `${settings.data.pickupPlace} · ${settings.data.openingTimes}`
  return (
    <Page
      title="我家的兑换"
      sentence={
        held === undefined ? undefined : held > 0 ? `${held} 件等着取 · ${where ?? ''}` : '没有要取的'
      }
      reading={redemptions}
    >
      {me.data && !member && <NotMember me={me} />}
      {member && centreId && (
        <Loaded reading={redemptions}>
          {(rows) => (
            <>
              {rows.length === 0 && (
                <EmptyState
                  why="您家还没有兑换过"
                  action={{ text: '去服务超市看看', onTap: () => open(shelfPath) }}
                />
              )}
              {rows.map((redemption) => (
                <RedemptionCard
                  key={redemption.redemptionId}
                  centreId={centreId}
                  redemption={redemption}
                  centreName={me.data?.centre?.name ?? ''}
                />
              ))}
            </>
          )}
        </Loaded>
      )}
      <MoreRows reading={redemptions} />
    </Page>
  )
}
