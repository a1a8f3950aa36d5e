import { useRouter } from '@tarojs/taro'
import { hall } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { type AtWork, atWork } from '../../community/at-work'
import { EmptyState } from '../../ui/empty-state'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { ReceptionRuleForm } from './reception-rule-form'

/** 固定接访安排: a new one, or one that is changed or stopped. */
function ReceptionRulePage({ centreId }: AtWork) {
  const ruleId = useRouter().params.ruleId || undefined
  const rules = useRead(hall.receptionRules, ruleId ? { centreId } : undefined)
  return (
    <Page
      title={ruleId ? '改接访安排' : '定一个固定的接访日'}
      sentence="往后五周的日子自动排好,居民自己约时段"
      reading={rules}
    >
      {ruleId ? (
        <Loaded reading={rules}>
          {({ rows }) => {
            const rule = rows.find((row) => row.ruleId === ruleId)
            return rule ? (
              <ReceptionRuleForm centreId={centreId} rule={rule} />
            ) : (
              <EmptyState why="没有找到这个安排" />
            )
          }}
        </Loaded>
      ) : (
        <ReceptionRuleForm centreId={centreId} />
      )}
    </Page>
  )
}

export default atWork(ReceptionRulePage)
