import { useState } from 'react'
import { hall } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { Card } from '../../ui/card'
import { Figure, Figures } from '../../ui/figure'
import { Loaded } from '../../ui/loaded'
import { MonthSwitch } from '../../ui/month-switch'
import { lastMonths, thisMonth } from '../months'

/** 调解件数 of a month, by when they were asked for: all that others learn of mediations. */
export function MediationFigures({ centreId }: { centreId: string }) {
  const [month, setMonth] = useState(thisMonth)
  const reading = useRead(hall.mediationFigures, { centreId, month })
  return (
    <>
      <MonthSwitch months={lastMonths()} month={month} onChange={setMonth} />
      <Loaded reading={reading}>
        {({ asked, taken, agreed, failed, withdrawn }) => (
          <Card title="这个月申请的">
            <Figures>
              <Figure value={asked} word="申请" />
              <Figure value={taken} word="接了" />
              <Figure value={agreed} word="谈成" />
              <Figure value={failed} word="没谈成" />
              <Figure value={withdrawn} word="不调了" />
            </Figures>
          </Card>
        )}
      </Loaded>
    </>
  )
}
