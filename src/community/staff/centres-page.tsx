import Taro from '@tarojs/taro'
import { centreLevelNames } from '../../../types/common/words'
import { community } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { Card } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { MainButton } from '../../ui/main-button'
import { Page } from '../../ui/page'
import { Row } from '../../ui/row'
import { type AtWork, atWork } from '../at-work'
import { levelBelow } from './centre-levels'

/** 中心和站点: one centre of the tree and what is directly below it. */
function CentresPage({ centreId }: AtWork) {
  const here = useRead(community.centre, { centreId })
  const below = useRead(community.centres, { parentId: centreId })
  const level = levelBelow(centreId)
  const open = (page: string, query: string) =>
    void Taro.navigateTo({ url: `/community/staff/${page}?${query}` })
  return (
    <Page
      title={here.data?.name ?? '中心和站点'}
      sentence={
        here.data &&
        ([here.data.phone, here.data.address].filter(Boolean).join(' · ') || '还没有填电话和地址')
      }
      reading={below}
    >
      <Card>
        <Row title="改名称、电话和地址" onTap={() => open('centre-page', `centreId=${centreId}`)} />
      </Card>
      {level && (
        <Loaded reading={below}>
          {({ centres }) =>
            centres.length > 0 ? (
              <Card title={`下面的${centreLevelNames[level]}`}>
                {centres.map(({ id, name, address }) => (
                  <Row
                    key={id}
                    title={name}
                    note={address}
                    onTap={() => open('centres-page', `centreId=${id}`)}
                  />
                ))}
              </Card>
            ) : (
              <EmptyState why={`下面还没有${centreLevelNames[level]}`} />
            )
          }
        </Loaded>
      )}
      {level && (
        <MainButton
          text={`设一个${centreLevelNames[level]}`}
          onTap={() => open('centre-page', `parentId=${centreId}`)}
        />
      )}
    </Page>
  )
}

export default atWork(CentresPage)
