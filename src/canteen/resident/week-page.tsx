import { useState } from 'react'
import { canteen } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { leave } from '../../pages/open'
import { Card, Note } from '../../ui/card'
import { ChooseOne, ChooseSome } from '../../ui/choices'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { MainButton } from '../../ui/main-button'
import { Page } from '../../ui/page'
import { RefusalNotice } from '../../ui/refusal-notice'
import { StatusTag } from '../../ui/status-tag'
import { orderPath } from '../paths'
import type { MyDiner, Offer } from '../shown'
import { today } from '../today'
import { useDiner } from '../use-diner'
import { usePlace } from '../use-place'
import { isFree, mealNames, mostPicks, pickedClashes, weekPicks } from '../week.rule'
import { menuWords, money } from '../words'
import { OfDiner } from './of-diner'

/** 连订几天: the meal once, the days by a tap each, one sum. */
export default function WeekPage() {
  const chosen = useDiner()
  return (
    <Page title="连订几天" sentence={chosen.diner?.name} reading={chosen.diners}>
      <OfDiner chosen={chosen}>{(diner) => <Week key={diner.dinerId} diner={diner} />}</OfDiner>
    </Page>
  )
}

function Week({ diner }: { diner: MyDiner }) {
  const { centreId, dinerId } = diner
  const canteens = useRead(canteen.canteens, { centreId })
  const canteenId = canteens.data?.rows[0]?.canteenId
  const offer = useRead(
    canteen.offer,
    canteenId ? { centreId, dinerId, canteenId, from: today() } : undefined,
  )
  if (!canteenId) return <Loaded reading={canteens}>{() => <EmptyState why="附近还没有开长者食堂" />}</Loaded>
  return (
    <Loaded reading={offer}>{(data) => <WeekForm diner={diner} canteenId={canteenId} offer={data} />}</Loaded>
  )
}

function WeekForm({ diner, canteenId, offer }: { diner: MyDiner; canteenId: string; offer: Offer }) {
  const free = offer.rows.filter(isFree)
  const names = mealNames(free)
  const [mealName, setMealName] = useState(names[0] ?? '')
  // most come for one meal a day: the first of each day is chosen, the others are a tap away
  const firsts = free.filter(({ day }, at) => free.findIndex((menu) => menu.day === day) === at)
  const [days, setDays] = useState<readonly string[]>(firsts.map(({ menuId }) => menuId))
  const [delivery, setDelivery] = useState(offer.mayDeliver)
  const { place, busy, refusal } = usePlace(diner, canteenId)
  const suiting = weekPicks(free, days, mealName, delivery)
  const picks = suiting.slice(0, mostPicks)
  const cost = picks.reduce((sum, { toPay }) => sum + toPay, 0)
  const missed = days.filter((menuId) => free.some((menu) => menu.menuId === menuId)).length - suiting.length
  const order = async () => {
    if ((await place(picks)) > 0) leave(orderPath(diner.dinerId))
  }
  if (free.length === 0) return <EmptyState why="发布了的菜单都订好了,或者已经截单" />
  return (
    <>
      <Card title="订哪一种">
        <ChooseOne
          label="订哪一种"
          value={mealName}
          onChange={setMealName}
          choices={names.map((name) => ({ value: name, word: name }))}
        />
        <Note>哪天没有这一种,就订当天没有忌口的第一种。</Note>
      </Card>
      <Card title="订哪几顿">
        <ChooseSome
          label="订哪几顿"
          values={days}
          onChange={setDays}
          choices={free.map((menu) => ({ value: menu.menuId, word: menuWords(menu) }))}
        />
        {pickedClashes(free, picks).map(({ menu, clashes }) => (
          <StatusTag key={menu.menuId} tone="warn" word={`${menuWords(menu)} 有忌口 ${clashes.join(';')}`} />
        ))}
        {suiting.length > mostPicks && <Note>一次最多订 {mostPicks} 顿,订完再来订其余的。</Note>}
        {missed > 0 && <Note>有 {missed} 顿没有合适的,没有算进去。</Note>}
      </Card>
      {offer.mayDeliver && (
        <Card title="怎么用餐">
          <ChooseOne
            label="怎么用餐"
            value={delivery}
            onChange={setDelivery}
            choices={[
              { value: true, word: '送上门' },
              { value: false, word: '到食堂吃' },
            ]}
          />
        </Card>
      )}
      <Note>
        余额 {money(offer.balance)},订完余 {money(offer.balance - cost)}
        {offer.owesUpTo > 0 && ',月底一起结'}
      </Note>
      <RefusalNotice refusal={refusal} />
      <MainButton
        text={picks.length > 0 ? `订 ${picks.length} 顿,付 ${money(cost)}` : '请选要订的几顿'}
        busy={busy}
        disabled={picks.length === 0}
        onTap={() => void order()}
      />
    </>
  )
}
