import { areaText } from '../../../types/hall.area'
import { Row } from '../../ui/row'
import { StatusTag } from '../../ui/status-tag'
import type { Ballot, RollRow } from '../ballot-words'
import { RecordProxy } from './record-proxy'

const howWords = { '': '', phone: '手机投的', proxy: '受托人投的', paper: '纸质票' } as const

/** One row of the roll: whether it took part and how, never what was voted. */
export function RollRowView({ centreId, ballot, row }: { centreId: string; ballot: Ballot; row: RollRow }) {
  const { title, area, voted, how, proxy } = row
  const isRunning = ballot.state === 'draft' || (ballot.state === 'open' && Date.now() < ballot.closesAt)
  const notes = [
    ballot.unit === 'area' && `${areaText(area)} 平方米`,
    howWords[how],
    proxy !== '' && `委托 ${proxy}`,
  ].filter(Boolean)
  return (
    <>
      <Row
        title={title}
        note={notes.length > 0 ? notes.join(' · ') : undefined}
        aside={
          ballot.state === 'draft' ? undefined : (
            <StatusTag tone={voted ? 'good' : 'calm'} word={voted ? '投了' : '没投'} />
          )
        }
      />
      {isRunning && !voted && <RecordProxy centreId={centreId} ballotId={ballot.ballotId} row={row} />}
    </>
  )
}
