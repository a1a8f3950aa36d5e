import Taro from '@tarojs/taro'
import { hall } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { NotJoined } from '../../community/not-joined'
import { useCentre } from '../../community/use-centre'
import { open } from '../../pages/open'
import { Card } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { MainButton } from '../../ui/main-button'
import { Page } from '../../ui/page'
import { Row } from '../../ui/row'
import { MediationRowView } from '../mediation-row-view'
import { askMediationPath, joinMediationPath, mediationPath } from '../paths'

/** Where there is no camera, or it is closed without a code, the code can be typed. */
const scan = async (): Promise<void> => {
  const scanned = await Taro.scanCode({ scanType: ['qrCode'] }).catch(() => undefined)
  open(joinMediationPath(scanned?.result))
}

/** 调解: those the user asked for or was invited to. */
export default function MediationsPage() {
  const { me, centreId, standing } = useCentre()
  const joined = standing === 'joined' && centreId !== undefined
  const reading = useRead(hall.myMediations, joined ? { centreId } : undefined)
  return (
    <Page title="调解" sentence="说了什么,只有您、另一方和调解员看得到" reading={reading}>
      {!joined && <NotJoined me={me} what="就能申请调解" />}
      {joined && (
        <>
          <Row title="参加别人请我去的调解" note="扫调解员手机上的码" onTap={() => void scan()} />
          <Loaded reading={reading}>
            {({ rows }) =>
              rows.length > 0 ? (
                <Card>
                  {rows.map((row) => (
                    <MediationRowView
                      key={row.mediationId}
                      mediation={row}
                      onTap={() => open(mediationPath(row.mediationId))}
                    />
                  ))}
                </Card>
              ) : (
                <EmptyState why="邻里之间、家里人之间谈不拢的事,可以请社区的调解员一起谈。不收费,谈不成也不要紧。" />
              )
            }
          </Loaded>
          <MainButton text="申请调解" onTap={() => open(askMediationPath)} />
        </>
      )}
    </Page>
  )
}
