import { useRouter } from '@tarojs/taro'
import { points } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { type AtWork, atWork } from '../../community/at-work'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { EarningItemForm } from './earning-item-form'

/** One earning item: new, or a new version of one. */
function EarningItemPage({ centreId }: AtWork) {
  const { itemId = '' } = useRouter().params
  const items = useRead(points.earningItems, { centreId })
  return (
    <Page title="积分项目" sentence="从开始的那天起按这个记" reading={items}>
      <Loaded reading={items}>
        {({ rows }) => {
          const existing = rows.find((item) => item.itemId === itemId)
          return <EarningItemForm centreId={centreId} {...(existing && { existing })} />
        }}
      </Loaded>
    </Page>
  )
}

export default atWork(EarningItemPage)
