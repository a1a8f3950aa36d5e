import { asInstant, dayText, momentText } from '../../types/common/time'
import { stepNames } from '../../types/hall.words'
import { Card, Note } from '../ui/card'
import { Photo } from '../ui/photo'
import { Row } from '../ui/row'
import { StatusTag } from '../ui/status-tag'
import type { Matter } from './shown'

/** What somebody raised: their words, where, the photos and how many care. */
export function MatterFacts({ matter }: { matter: Matter }) {
  const { text, place, by, mine, raisedAt, backing, photos } = matter
  const who = mine ? '我' : by
  const when = momentText(asInstant(raisedAt), asInstant(Date.now()))
  return (
    <Card title={text}>
      <Note>{[place, `${who} ${when}提`].filter((word) => word !== '').join(' · ')}</Note>
      {backing > 0 && <Note>{backing} 位邻居也关心</Note>}
      {photos.map((fileId, at) => (
        <Photo key={fileId} fileId={fileId} label={`提事人的第 ${at + 1} 张照片`} />
      ))}
    </Card>
  )
}

/** 答复: what was done, with its photos. */
export function MatterAnswer({ matter }: { matter: Matter }) {
  const { answer, answerPhotos } = matter
  if (answer === '') return null
  return (
    <Card title="社区的答复">
      <Note>{answer}</Note>
      {answerPhotos.map((fileId, at) => (
        <Photo key={fileId} fileId={fileId} label={`答复的第 ${at + 1} 张照片`} />
      ))}
    </Card>
  )
}

/** 要走哪几步: the tier's table with what is done and what comes next. */
export function MatterSteps({ matter }: { matter: Matter }) {
  const { progress, publicNoticeUntil } = matter
  if (progress.length === 0) return null
  const next = progress.find(({ done }) => !done)?.step
  const now = asInstant(Date.now())
  return (
    <Card title="要走哪几步">
      {progress.map(({ step, done, at }, number) => (
        <Row
          key={step}
          title={`${number + 1}. ${stepNames[step]}`}
          {...(done && at !== undefined && { note: momentText(asInstant(at), now) })}
          aside={
            done ? (
              <StatusTag tone="good" word="办了" />
            ) : (
              <StatusTag tone={step === next ? 'own' : 'calm'} word={step === next ? '接下来' : '还没到'} />
            )
          }
        />
      ))}
      {publicNoticeUntil !== '' && <Note>公示到{dayText(publicNoticeUntil)},有不同意见请告诉社区。</Note>}
    </Card>
  )
}
