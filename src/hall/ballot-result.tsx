import { Text, View } from '@tarojs/components'
import { Card, Note } from '../ui/card'
import { Row } from '../ui/row'
import { StatusTag } from '../ui/status-tag'
import { type Ballot, choiceNames, choices, sumsText } from './ballot-words'

/** What a ballot came to: the three sums, then each test with what was needed and what there was. */
export function BallotResult({ ballot }: { ballot: Pick<Ballot, 'unit' | 'result'> }) {
  const { unit, result } = ballot
  if (!result) return null
  return (
    <Card
      title={result.passed ? '表决通过' : '表决没有通过'}
      aside={<StatusTag tone={result.passed ? 'good' : 'late'} word={result.passed ? '通过' : '没有通过'} />}
    >
      {choices.map(({ value }) => (
        <Row key={value} title={choiceNames[value]} aside={<Text>{sumsText(unit, result[value])}</Text>} />
      ))}
      {result.tests.map(({ text, met }) => (
        <View key={text}>
          <StatusTag tone={met ? 'good' : 'late'} word={met ? '达到' : '没达到'} />
          <Note>{text}</Note>
        </View>
      ))}
      <Note>每一票投了什么不公开。票数由系统从票里数出来,可以请社区重数。</Note>
    </Card>
  )
}
