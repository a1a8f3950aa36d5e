import { View } from '@tarojs/components'
import { Card, Columns, Note } from '../../ui/card'
import { Figure } from '../../ui/figure'
import { Row } from '../../ui/row'
import { Table } from '../../ui/table'
import type { Figures } from '../shown'
import { dayWords, money, slotWords } from '../words'
import './figures-view.scss'

const share = (part: number, whole: number): string =>
  whole > 0 ? `${Math.round((100 * part) / whole)}%` : '—'
const ratings = { good: '好吃', fair: '一般', bad: '不好' } as const

/** What a month came to: meals, people, money, what was left, what people said. */
export function FiguresView({ figures }: { figures: Figures }) {
  const { meals, diners, delivered, price, toPay, subsidies, leftOver, good, fair, bad, days, remarks } =
    figures
  const rated = good + fair + bad
  return (
    <>
      <Card title="这个月">
        <View className="month-figures">
          <Figure value={meals} word="份" />
          <Figure value={diners} word="位老人" />
          <Figure value={delivered} word="份送上门" />
          <Figure value={leftOver} word="份剩下" />
        </View>
        <Note>
          送上门 {share(delivered, meals)} · 剩下 {share(leftOver, meals)}
        </Note>
      </Card>
      <Columns>
        <Card title="钱">
          <Row title="餐费" aside={money(price)} />
          <Row title="老人付" aside={money(toPay)} />
          {subsidies.map(({ fund, fen }) => (
            <Row key={fund} title={fund} aside={money(fen)} />
          ))}
        </Card>
        <Card title="评价">
          <Row title={ratings.good} aside={`${good} 次 ${share(good, rated)}`} />
          <Row title={ratings.fair} aside={`${fair} 次`} />
          <Row title={ratings.bad} aside={`${bad} 次`} />
          {remarks.map(({ day, rating, words }) => (
            <Note key={`${day}${words}`}>
              {dayWords(day)} {ratings[rating]}:{words}
            </Note>
          ))}
        </Card>
      </Columns>
      {days.length > 0 && (
        <Card title="每一顿">
          <Table
            rows={days}
            keyOf={({ day, slot }) => `${day}${slot}`}
            columns={[
              { title: '哪一顿', cell: ({ day, slot }) => `${dayWords(day)} ${slotWords[slot]}` },
              { title: '份数', cell: (row) => row.meals, digits: true },
              { title: '剩', cell: (row) => (row.leftOver < 0 ? '没记' : row.leftOver), digits: true },
            ]}
          />
        </Card>
      )}
    </>
  )
}
