import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { canteen } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { joinPath } from '../../community/paths'
import { useCentre } from '../../community/use-centre'
import { leaveSaying, open } from '../../pages/open'
import { Card, Note } from '../../ui/card'
import { ChooseOne } from '../../ui/choices'
import { EmptyState } from '../../ui/empty-state'
import { MainButton } from '../../ui/main-button'
import { Page } from '../../ui/page'
import { RefusalNotice } from '../../ui/refusal-notice'
import { orderPath } from '../paths'

const relations = ['儿子', '女儿', '儿媳', '女婿', '孙辈', '老伴', '亲戚', '邻居']

/** 替家人订餐: opened from the card a relative sent; binds the user to the diner. */
export default function JoinDinerPage() {
  const { centreId = '', code = '' } = useRouter().params
  const { me, standing } = useCentre(centreId)
  const [relation, setRelation] = useState('女儿')
  const { send, busy, refusal } = useWrite(canteen.joinDiner)
  const isKnown = me.data !== undefined && me.data.membership !== 'none'
  const join = async () => {
    const done = await send({ centreId, code: decodeURIComponent(code), relation })
    if (done) leaveSaying(`好了,以后您也能替${done.name}订餐`, orderPath(done.dinerId))
  }
  return (
    <Page title="替家人订餐" sentence="绑定以后,您也能替这位老人订餐、看账户" reading={me}>
      {standing !== 'unknown' && !isKnown && (
        <EmptyState
          why="先登记您自己,再绑定老人。"
          action={{ text: '登记我自己', onTap: () => open(joinPath(centreId)) }}
        />
      )}
      {isKnown && (
        <>
          <Card title="您是老人的">
            <ChooseOne
              label="您是老人的"
              value={relation}
              onChange={setRelation}
              choices={relations.map((value) => ({ value, word: value }))}
            />
          </Card>
          <Note>老人和其他家人能看到您绑定了。</Note>
          <RefusalNotice refusal={refusal} />
          <MainButton text={`我是${relation},绑定`} busy={busy} onTap={() => void join()} />
        </>
      )}
    </Page>
  )
}
