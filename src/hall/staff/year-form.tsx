import { useState } from 'react'
import type { ShanghaiDay } from '../../../types/common/time'
import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Card, Note } from '../../ui/card'
import { DayField } from '../../ui/day-field'
import { MainButton } from '../../ui/main-button'
import { RefusalNotice } from '../../ui/refusal-notice'
import { Row } from '../../ui/row'
import { say } from '../../ui/say'
import { isWeekend, namedDay, spansOf, spanText, weekdaysBetween } from '../year-draft.rule'

interface YearFormProps {
  centreId: string
  year: number
  off: readonly string[]
  worked: readonly string[]
}

const merged = (days: readonly string[], more: readonly string[]): readonly string[] =>
  [...new Set([...days, ...more])].sort()

/** A year's holidays from one day to another, and the weekend days worked for them. */
export function YearForm({ centreId, year, ...saved }: YearFormProps) {
  const newYear = `${year}-01-01` as ShanghaiDay
  const [off, setOff] = useState(saved.off)
  const [worked, setWorked] = useState(saved.worked)
  const [from, setFrom] = useState(newYear)
  const [to, setTo] = useState(newYear)
  const [workedOn, setWorkedOn] = useState(newYear)
  const { send, busy, refusal } = useWrite(hall.saveCalendar)
  const holiday = weekdaysBetween(from, to)
  const save = async () => {
    if (await send({ centreId, year, off: [...off], worked: [...worked] })) say('存好了,没办完的时限正在重算')
  }
  return (
    <>
      <Card title="放假">
        {spansOf(off).map((span) => (
          <Row
            key={span.from}
            title={spanText(span)}
            aside={
              <Button
                text="去掉"
                label={`去掉 ${spanText(span)}`}
                kind="quiet"
                onTap={() => setOff(off.filter((day) => day < span.from || day > span.to))}
              />
            }
          />
        ))}
        <DayField label="从哪天" value={from} onChange={setFrom} />
        <DayField label="到哪天" hint="周末本来就休,不用另外填" value={to} onChange={setTo} />
        <Button
          text="加上这段假"
          disabled={holiday.length === 0}
          onTap={() => setOff(merged(off, holiday))}
        />
        {holiday.length === 0 && <Note>结束要在开始之后,中间要有周一到周五</Note>}
      </Card>
      <Card title="补班">
        {worked.map((day) => (
          <Row
            key={day}
            title={namedDay(day)}
            aside={
              <Button
                text="去掉"
                label={`去掉 ${namedDay(day)}`}
                kind="quiet"
                onTap={() => setWorked(worked.filter((one) => one !== day))}
              />
            }
          />
        ))}
        <DayField label="哪个周末补班" value={workedOn} onChange={setWorkedOn} />
        <Button
          text="加上这天补班"
          disabled={!isWeekend(workedOn)}
          onTap={() => setWorked(merged(worked, [workedOn]))}
        />
        {!isWeekend(workedOn) && <Note>补班选周六或周日</Note>}
      </Card>
      <RefusalNotice refusal={refusal} />
      <MainButton text={`存好 ${year} 年的安排`} busy={busy} onTap={() => void save()} />
    </>
  )
}
