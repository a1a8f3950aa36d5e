import { goTo } from '../../cloud/here.store'
import { homePath, leave } from '../../pages/open'
import { Page } from '../../ui/page'
import { CentreChoice } from './centre-choice'

/** 选社区: district, street, community; then back to what the user was looking at. */
export default function ChoosePage() {
  return (
    <Page title="选我的社区" sentence="选好就能看服务清单,不用登记。">
      <CentreChoice
        onChoose={({ id, name, phone }) => {
          goTo({ centreId: id, name, phone })
          leave(homePath)
        }}
      />
    </Page>
  )
}
