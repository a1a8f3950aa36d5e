import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { goTo, useHere } from '../../cloud/here.store'
import { community } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { Button } from '../../ui/button'
import { Card, Note } from '../../ui/card'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { useCentre } from '../use-centre'
import { CentreChoice } from './centre-choice'
import { JoinForm } from './join-form'

/** 住户登记: four lines about where one lives; afterwards on to the enrolment the user came for. */
export default function JoinPage() {
  const { centreId: shared, projectId } = useRouter().params
  const { me } = useCentre()
  const here = useHere()
  const [chosen, setChosen] = useState(shared ?? me.data?.centre?.id ?? here?.centreId)
  const centre = useRead(community.centre, chosen ? { centreId: chosen } : undefined)
  if (!chosen) {
    return (
      <Page title="选我的社区" sentence="先选您住在哪个社区。">
        <CentreChoice
          onChoose={({ id, name, phone }) => {
            goTo({ centreId: id, name, phone })
            setChosen(id)
          }}
        />
      </Page>
    )
  }
  if (me.data?.membership === 'approved') {
    return (
      <Page title="住户登记" sentence="您的登记已经通过,不用再填。" reading={me}>
        <Card title={me.data.centre?.name}>
          <Note>要改楼栋房号或搬到别的社区,请联系社区工作人员。</Note>
        </Card>
      </Page>
    )
  }
  return (
    <Page title="住户登记" sentence={centre.data && `登记到 ${centre.data.name}`} reading={centre}>
      <Loaded reading={centre}>
        {() => (
          <Loaded reading={me}>
            {(data) => (
              <>
                {!projectId && (
                  <Button text="不是这个社区,重选" kind="quiet" onTap={() => setChosen(undefined)} />
                )}
                <JoinForm key={chosen} me={data} centreId={chosen} projectId={projectId} />
              </>
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  )
}
