import { useRouter } from '@tarojs/taro'
import { centreLevelNames } from '../../../types/common/words'
import { community } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { CentreForm, emptyCentre } from './centre-form'
import { levelBelow } from './centre-levels'

/** A centre's name, phone and address: of one that exists (`centreId`), or of a new one below `parentId`. */
export default function CentrePage() {
  const { centreId = '', parentId = '' } = useRouter().params
  const centre = useRead(community.centre, centreId === '' ? undefined : { centreId })
  const level = levelBelow(parentId)
  if (centreId === '')
    return (
      <Page title={`设一个${level ? centreLevelNames[level] : '中心'}`} sentence="编号定了以后不能改">
        <CentreForm parentId={parentId} start={emptyCentre} />
      </Page>
    )
  return (
    <Page title="改名称、电话和地址" sentence="居民在首页能看到电话和地址" reading={centre}>
      <Loaded reading={centre}>{(row) => <CentreForm start={row} centreId={row.id} />}</Loaded>
    </Page>
  )
}
