import { Card, Columns, Note } from '../../ui/card'
import { Figure } from '../../ui/figure'
import { Row } from '../../ui/row'
import { StatusTag } from '../../ui/status-tag'
import type { Kitchen } from '../shown'
import { cutoffWords } from '../words'

/** How many portions, by meal, by dish, and for whom it is cooked otherwise. */
export function KitchenCount({ kitchen }: { kitchen: Kitchen }) {
  const { portions, frozen, cutoffAt, byMeal, byDish, special, clashes, late, eatIn, deliveries, served } =
    kitchen
  return (
    <>
      <Card
        title="要做的"
        aside={frozen ? <StatusTag tone="good" word="已截单" /> : <StatusTag tone="warn" word="还会变" />}
      >
        <Note>{cutoffWords(cutoffAt)}</Note>
        <Figure value={portions} word="份" />
        <Note>
          堂食 {eatIn}(已领 {served}) · 送餐 {deliveries}
          {late.length > 0 && ` · 截单后加 ${late.length}`}
        </Note>
      </Card>
      <Columns>
        <Card title="按套餐">
          {byMeal.map(({ name, portions: count }) => (
            <Row key={name} title={name} aside={`${count} 份`} />
          ))}
        </Card>
        <Card title="按菜">
          {byDish.map(({ name, portions: count }) => (
            <Row key={name} title={name} aside={`${count} 份`} />
          ))}
        </Card>
      </Columns>
      {special.length > 0 && (
        <Card title="特殊饮食">
          {special.map(({ diet, portions: count, names }) => (
            <Row key={diet} title={diet} note={names.join('、')} aside={`${count} 份`} />
          ))}
        </Card>
      )}
      {clashes.length > 0 && (
        <Card title="有忌口,要换菜" aside={<StatusTag tone="late" word={`${clashes.length} 位`} />}>
          {clashes.map(({ name, meal, dishes }) => (
            <Row key={`${name}${meal}${dishes.join()}`} title={`${name} ${meal}`} note={dishes.join(';')} />
          ))}
        </Card>
      )}
      {late.length > 0 && (
        <Card title="截单后加的">
          {late.map(({ name, meal, reason }) => (
            <Row key={`${name}${reason}`} title={`${name} ${meal}`} note={reason} />
          ))}
        </Card>
      )}
    </>
  )
}
