import { roleNames } from '../../../types/common/roles'
import { accountPath, centrePath, choosePath, noticesPath, privacyPath } from '../../community/paths'
import type { Me } from '../../community/use-centre'
import { deskPath, myEnrolmentsPath, myNeedsPath } from '../../lists/paths'
import { Card } from '../../ui/card'
import { Row } from '../../ui/row'
import { StatusTag } from '../../ui/status-tag'
import { open } from '../open'

/** Everything of one's own, one row each; the desk only for those who hold a role. */
export function OwnEntries({ me }: { me: Me }) {
  const { roles, unreadNotices } = me
  const held = [...new Set(roles.map(({ role, centreName }) => `${centreName}${roleNames[role]}`))].join('、')
  return (
    <>
      {roles.length > 0 && (
        <Card>
          <Row title="工作台" note={held} onTap={() => open(deskPath)} />
        </Card>
      )}
      <Card>
        <Row
          title="通知"
          aside={unreadNotices > 0 && <StatusTag tone="own" word={`${unreadNotices} 条没看过`} />}
          onTap={() => open(noticesPath)}
        />
        <Row title="我的报名" onTap={() => open(myEnrolmentsPath)} />
        <Row title="我的需求" onTap={() => open(myNeedsPath)} />
      </Card>
      <Card>
        <Row title="找社区" note="电话和地址" onTap={() => open(centrePath)} />
        {me.membership !== 'approved' && <Row title="换一个社区看" onTap={() => open(choosePath)} />}
        <Row title="我们存了您的什么" onTap={() => open(privacyPath)} />
        {me.name && <Row title="导出资料、注销账号" onTap={() => open(accountPath)} />}
      </Card>
    </>
  )
}
