import { useRouter } from '@tarojs/taro'
import { community } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { useElder } from '../../theme/look.store'
import { CallCentre } from '../../ui/call-centre'
import { Card, Note } from '../../ui/card'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { Row } from '../../ui/row'
import { ChooseFirst } from '../choose-first'
import { useCentre } from '../use-centre'

/** 找社区: where the centre is and its phone. */
export default function CentrePage() {
  const { me, centreId } = useCentre(useRouter().params.centreId)
  const elder = useElder()
  const reading = useRead(community.centre, centreId ? { centreId } : undefined)
  return (
    <Page title={reading.data?.name ?? '找社区'} sentence="有事打电话,或者来坐坐。" reading={reading}>
      {!centreId && <ChooseFirst me={me} />}
      {centreId && (
        <Loaded reading={reading}>
          {({ address, phone }) => (
            <>
              <Card>
                <Row title={address || '还没有填地址'} note="地址" />
                <Row title={phone || '还没有填电话'} note="电话" />
              </Card>
              {!elder && <CallCentre />}
              {!phone && <Note>社区填好电话后,这里就能直接拨打。</Note>}
            </>
          )}
        </Loaded>
      )}
    </Page>
  )
}
