import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '../../ui/button'
import { Card, Note } from '../../ui/card'
import { Tap } from '../../ui/tap'
import type { ProjectRow } from './rows'
import { spanText } from './words'
import './publish.scss'

interface DraftPickerProps {
  centreId: string
  drafts: readonly ProjectRow[]
  /** Ids of the drafts that stay for another edition. */
  left: readonly string[]
  onLeft: (left: readonly string[]) => void
}

/** The drafts of the month, all chosen at first; a tap leaves one for later. */
export function DraftPicker({ centreId, drafts, left, onLeft }: DraftPickerProps) {
  const turn = (id: string) => onLeft(left.includes(id) ? left.filter((one) => one !== id) : [...left, id])
  const edit = (id: string) =>
    void Taro.navigateTo({ url: `/lists/staff/project-page?centreId=${centreId}&projectId=${id}` })
  return (
    <Card title={`这个月待发布 ${drafts.length} 项`}>
      {drafts.map(({ id, title, unit, startsAt, endsAt, place, cap, closesAt }) => {
        const isIn = !left.includes(id)
        const past = closesAt <= Date.now()
        return (
          <View key={id} className="draft">
            <Tap
              label={title}
              role="checkbox"
              checked={isIn}
              onTap={() => turn(id)}
              className="draft__choice"
            >
              <Text className={`draft__mark ${isIn ? 'draft__mark--on' : ''}`}>{isIn ? '✓' : ''}</Text>
              <View className="draft__words">
                <Text>{title}</Text>
                <Note>{spanText(startsAt, endsAt)}</Note>
                <Note>{[...new Set([place, unit]), `名额 ${cap}`].join(' · ')}</Note>
                {past && <View className="draft__late">! 报名截止时间已过,改了才能发布</View>}
              </View>
            </Tap>
            <Button text="改" label={`改 ${title}`} kind="quiet" onTap={() => edit(id)} />
          </View>
        )
      })}
    </Card>
  )
}
