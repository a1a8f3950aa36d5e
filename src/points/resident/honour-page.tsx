import Taro, { useRouter, useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import { points } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { ChooseFirst } from '../../community/choose-first'
import { useCentre } from '../../community/use-centre'
import { Button } from '../../ui/button'
import { Card, Side } from '../../ui/card'
import { ChooseOne } from '../../ui/choices'
import { EmptyState } from '../../ui/empty-state'
import { Digits } from '../../ui/figure'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { Row } from '../../ui/row'
import { say } from '../../ui/say'
import { SharePicture } from '../../ui/share-picture'
import { honourPath } from '../paths'
import { honourPicture } from './honour-picture'
import { periodsNow } from './periods'

/** 荣誉榜: households by points earned in a month or year; readable by everybody the card reaches. */
export default function HonourPage() {
  const { me, centreId } = useCentre(useRouter().params.centreId)
  const periods = periodsNow(Date.now())
  const [period, setPeriod] = useState(periods[0]?.value)
  const roll = useRead(points.honourRoll, centreId && period ? { centreId, period } : undefined)
  useShareAppMessage(() => ({
    title: '荣誉榜,看看谁家为邻里做得多',
    path: `${honourPath}?centreId=${centreId ?? ''}`,
  }))
  const copy = async (digest: string) => {
    await Taro.setClipboardData({ data: digest })
    say('文字已复制,可以贴到群里')
  }
  return (
    <Page title="荣誉榜" sentence="按户排,不想上榜可以在存折里关掉" reading={roll}>
      {me.data && !centreId && <ChooseFirst me={me} />}
      <ChooseOne label="时间段" value={period} onChange={setPeriod} choices={periods} />
      {centreId && (
        <Loaded reading={roll} rows={6}>
          {(data) =>
            data.rows.length === 0 ? (
              <EmptyState why="这段时间的榜还没有出来" />
            ) : (
              <>
                <Card>
                  {data.rows.map(({ place, household, points: earned }) => (
                    <Row key={household} title={`${place} ${household}`} aside={<Digits value={earned} />} />
                  ))}
                </Card>
                <Side>
                  <Button text="复制发群的文字" onTap={() => void copy(data.digest)} />
                  <SharePicture
                    text="荣誉榜图片"
                    draw={() => honourPicture(data, me.data?.centre?.name ?? '')}
                  />
                </Side>
              </>
            )
          }
        </Loaded>
      )}
    </Page>
  )
}
