import { useState } from 'react'
import { hall } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { type AtWork, atWork } from '../../community/at-work'
import { Card } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { Digits, Figure, Figures } from '../../ui/figure'
import { Loaded } from '../../ui/loaded'
import { MonthSwitch, monthText } from '../../ui/month-switch'
import { Page } from '../../ui/page'
import { Table } from '../../ui/table'
import { lastMonths, thisMonth } from '../months'

/** 对账销号: what was listed in a month and what became of it, by responsible unit. */
function CloseOutPage({ centreId }: AtWork) {
  const [month, setMonth] = useState(thisMonth)
  const figures = useRead(hall.closeOut, { centreId, month })
  const { data } = figures
  const sentence =
    data && data.opened > 0
      ? `${monthText(month)}列了 ${data.opened} 个,销号 ${data.struckOff} 个,超期过 ${data.overdue} 个`
      : undefined
  return (
    <Page title="对账销号" sentence={sentence} reading={figures}>
      <MonthSwitch months={lastMonths()} month={month} onChange={setMonth} />
      <Loaded reading={figures}>
        {({ opened, due, done, struckOff, overdue, units }) =>
          opened === 0 ? (
            <EmptyState why={`${monthText(month)}没有列问题`} />
          ) : (
            <>
              <Card>
                <Figures>
                  <Figure value={opened} word="列入" />
                  <Figure value={due} word="在办" />
                  <Figure value={done} word="等确认" />
                  <Figure value={struckOff} word="销号" />
                  <Figure value={overdue} word="超期过" />
                </Figures>
              </Card>
              <Card title="按责任单位">
                <Table
                  rows={units}
                  keyOf={({ unit }) => unit}
                  columns={[
                    { title: '单位', cell: ({ unit }) => unit, wide: true },
                    { title: '列入', cell: (row) => <Digits value={row.opened} />, digits: true },
                    { title: '在办', cell: (row) => <Digits value={row.due} />, digits: true },
                    { title: '等确认', cell: (row) => <Digits value={row.done} />, digits: true },
                    { title: '销号', cell: (row) => <Digits value={row.struckOff} />, digits: true },
                    { title: '超期过', cell: (row) => <Digits value={row.overdue} />, digits: true },
                  ]}
                />
              </Card>
            </>
          )
        }
      </Loaded>
    </Page>
  )
}

export default atWork(CloseOutPage)
