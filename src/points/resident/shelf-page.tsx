import { useState } from 'react'
import { points } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { useReadPages } from '../../cloud/use-read-pages'
import { ChooseFirst } from '../../community/choose-first'
import { ChooseOne } from '../../ui/choices'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { MoreRows } from '../../ui/more-rows'
import { Page } from '../../ui/page'
import type { ShelfItem } from '../shown'
import { useMember } from '../use-member'
import { ShelfCard } from './shelf-card'

type Filter = 'all' | ShelfItem['kind']

/** 党群服务超市: goods, services and honours, with price and what is left. */
export default function ShelfPage() {
  const { me, centreId, member } = useMember()
  const [filter, setFilter] = useState<Filter>('all')
  const shelf = useReadPages(points.shelf, centreId ? { centreId } : undefined)
  const settings = useRead(points.settings, centreId ? { centreId } : undefined)
  const passbook = useRead(points.myPassbook, member && centreId ? { centreId } : undefined)
  const sentence = passbook.data
    ? `您家有 ${passbook.data.balance} 分`
    : settings.data && `${settings.data.pickupPlace} · ${settings.data.openingTimes}`
  return (
    <Page title="党群服务超市" sentence={sentence} reading={shelf}>
      {me.data && !centreId && <ChooseFirst me={me} />}
      <ChooseOne
        label="只看哪一类"
        value={filter}
        onChange={setFilter}
        choices={[
          { value: 'all', word: '全部' },
          { value: 'goods', word: '实物' },
          { value: 'service', word: '服务' },
          { value: 'honour', word: '荣誉' },
        ]}
      />
      {centreId && (
        <Loaded reading={shelf}>
          {(rows) => {
            const shown = rows.filter(({ kind }) => filter === 'all' || kind === filter)
            return (
              <>
                {shown.length === 0 && <EmptyState why="这一类现在没有上架的,过几天再来看看" />}
                {shown.map((item) => (
                  <ShelfCard
                    key={item.itemId}
                    centreId={centreId}
                    item={item}
                    balance={passbook.data?.balance}
                    member={member}
                  />
                ))}
              </>
            )
          }}
        </Loaded>
      )}
      <MoreRows reading={shelf} />
    </Page>
  )
}
