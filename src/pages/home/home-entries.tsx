import { Text, View } from '@tarojs/components'
import { orderPath } from '../../canteen/paths'
import { useHere } from '../../cloud/here.store'
import { centrePath } from '../../community/paths'
import { sayNeedPath } from '../../lists/paths'
import { useElder } from '../../theme/look.store'
import { Tap } from '../../ui/tap'
import { listsPath, open } from '../open'
import './home-entries.scss'

const entries = [
  { word: '说需求', about: '要什么,告诉社区', path: sayNeedPath },
  { word: '看服务', about: '这个月有什么', path: listsPath },
  { word: '订餐', about: '长者食堂,能送上门', path: orderPath() },
]
const findCentre = { word: '找社区', about: '电话和地址', path: centrePath }

/** Four ways in; in elder mode three, because the button that phones the community is the fourth. */
export function HomeEntries() {
  const elder = useElder()
  const canCall = Boolean(useHere()?.phone)
  const shown = elder && canCall ? entries : [...entries, findCentre]
  return (
    <View className="home-entries">
      {shown.map(({ word, about, path }) => (
        <Tap
          key={word}
          role="link"
          label={`${word},${about}`}
          className="home-entries__one"
          onTap={() => open(path)}
        >
          <Text className="home-entries__word">{word}</Text>
          <Text className="note">{about}</Text>
        </Tap>
      ))}
    </View>
  )
}
