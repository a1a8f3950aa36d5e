import { Text, View } from '@tarojs/components'
import { Card, Note } from '../ui/card'
import { type Ballot, ballotHours, paperText, passingWords, turnoutText } from './ballot-words'

/** What is asked, when, and what it takes to pass. */
export function BallotRules({ ballot, now }: { ballot: Ballot; now: number }) {
  return (
    <Card title="怎么表决">
      {ballot.about !== '' && <Text>{ballot.about}</Text>}
      <Note>{ballotHours(ballot, now)}</Note>
      {passingWords(ballot).map((words) => (
        <View key={words}>
          <Text>{words}</Text>
        </View>
      ))}
      <Note>{turnoutText(ballot)}</Note>
      {ballot.paperUntil > ballot.closesAt && <Note>纸质票录到 {paperText(ballot)} 为止</Note>}
    </Card>
  )
}
