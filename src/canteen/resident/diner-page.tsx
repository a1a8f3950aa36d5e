import { useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import { fullDayText } from '../../../types/common/time'
import type { Allergen, DietTag } from '../../../types/common/words'
import { canteen } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { useWrite } from '../../cloud/use-write'
import { ShareButton } from '../../lists/share-button'
import { Button } from '../../ui/button'
import { Card, Note } from '../../ui/card'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { QrCode } from '../../ui/qr-code'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { DietFields } from '../diner-fields'
import { joinDinerPath } from '../paths'
import type { MyDiner } from '../shown'
import { useDiner } from '../use-diner'
import { OfDiner } from './of-diner'

/** 用餐人资料: subsidy, diet, and who in the family may order. */
export default function DinerPage() {
  const chosen = useDiner()
  const { diner } = chosen
  const code = useRead(
    canteen.dinerCode,
    diner?.state === 'approved' ? { centreId: diner.centreId, dinerId: diner.dinerId } : undefined,
  )
  const path = diner && code.data ? joinDinerPath(diner.centreId, code.data.code) : ''
  useShareAppMessage(() => ({ title: `请帮${diner?.name ?? '老人'}订餐:点开就能绑定`, path }))
  return (
    <Page title="用餐人资料" sentence={diner?.subsidy} reading={chosen.diners}>
      <OfDiner chosen={chosen} anyState>
        {(one) => (
          <>
            <Facts diner={one} />
            <Diet key={one.dinerId} diner={one} />
            {one.state === 'approved' && (
              <Card title="让家人也能订">
                <Loaded reading={code}>
                  {({ code: content }) => (
                    <>
                      <QrCode content={content} label="绑定码,家人在登记用餐老人的页面扫" />
                      <ShareButton text="发给家人,点开就绑定" path={joinDinerPath(one.centreId, content)} />
                    </>
                  )}
                </Loaded>
                <Note>码几分钟就换一次,只发给信得过的家人。</Note>
              </Card>
            )}
          </>
        )}
      </OfDiner>
    </Page>
  )
}

function Facts({ diner }: { diner: MyDiner }) {
  const { name, building, room, age, subsidy, deliveryUntil, relation } = diner
  return (
    <Card title={`${name}${relation ? `(${relation})` : ''}`}>
      <Note>
        {building} {room}
        {age >= 0 && ` · ${age} 岁`}
      </Note>
      <Note>{subsidy}</Note>
      <Note>
        {deliveryUntil === ''
          ? '送餐上门:没有登记,行动不便可以向社区申请'
          : `送餐上门到 ${fullDayText(deliveryUntil)} 为止`}
      </Note>
    </Card>
  )
}

function Diet({ diner }: { diner: MyDiner }) {
  const { centreId, dinerId } = diner
  const [needs, setNeeds] = useState<readonly DietTag[]>(diner.needs)
  const [avoids, setAvoids] = useState<readonly Allergen[]>(diner.avoids)
  const { send, busy, refusal } = useWrite(canteen.saveDiet)
  const save = async () => {
    const done = await send({ centreId, dinerId, needs: [...needs], avoids: [...avoids] })
    if (done) say('改好了,从下一顿起按新的做')
  }
  return (
    <>
      <DietFields
        needs={needs}
        avoids={avoids}
        onChange={(change) => ('needs' in change ? setNeeds(change.needs) : setAvoids(change.avoids))}
      />
      <RefusalNotice refusal={refusal} />
      <Button text="保存饮食要求" busy={busy} onTap={() => void save()} />
    </>
  )
}
