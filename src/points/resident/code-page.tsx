import { Text, View } from '@tarojs/components'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { points } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { Note } from '../../ui/card'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { QrCode } from '../../ui/qr-code'
import { NotMember } from '../not-member'
import { useMember } from '../use-member'

const soonest = 1000

/** 积分码: the household's code for those who log points; a new one each minute, only while the page is seen. */
export default function CodePage() {
  const { me, centreId, member } = useMember()
  const [seen, setSeen] = useState(true)
  useDidShow(() => setSeen(true))
  useDidHide(() => setSeen(false))
  const code = useRead(points.myCode, member && centreId ? { centreId } : undefined)
  const { data, refresh } = code
  useEffect(() => {
    if (!data || !seen) return
    const timer = setTimeout(() => void refresh(), Math.max(soonest, data.validUntil - Date.now()))
    return () => clearTimeout(timer)
  }, [data, seen, refresh])
  return (
    <Page title="积分码" sentence="请记分的人扫一扫,一分钟换一次" reading={code}>
      {me.data && !member && <NotMember me={me} />}
      {member && (
        <Loaded reading={code} rows={4}>
          {(shown) => (
            <View>
              <QrCode content={shown.code} label="您家的积分码" />
              <Note>
                扫不了的话,报楼栋房号也能记:
                <Text>
                  {me.data?.household ? `${me.data.household.building} ${me.data.household.room}` : ''}
                </Text>
              </Note>
            </View>
          )}
        </Loaded>
      )}
    </Page>
  )
}
