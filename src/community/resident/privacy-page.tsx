import { Card, Note } from '../../ui/card'
import { Page } from '../../ui/page'

const kept = [
  {
    what: '姓名、手机号',
    why: '加密存放。名单和页面上只显示打码的,比如王*明、138****1234。工作人员要看完整电话必须写原因,会留下记录。手机号可以不填。',
  },
  { what: '楼栋、房号', why: '用来核对您是本社区的住户,只有本社区工作人员看得到。' },
  { what: '您说的需求', why: '社区用来找合适的单位。没配上之前,您可以在「我的需求」里撤回。' },
  { what: '您的报名', why: '邻居在名单上看到的是打码的姓名。开始前可以取消。' },
  {
    what: '用餐老人的生日、电话、忌口、紧急联系人',
    why: '生日和电话加密存放,生日只用来算补贴,电话只在送餐和没人应门时用,谁看过都有记录。忌口给厨房看。',
  },
  { what: '您的位置', why: '您点「按离我近的排」时看一下,哪个食堂近,用完就忘。' },
  { what: '办事记录', why: '谁在什么时候办了什么会记下来,出了问题查得清。' },
]

/** What is kept about a person and why, in plain words. */
export default function PrivacyPage() {
  return (
    <Page title="我们存了您的什么" sentence="不存身份证号,不存您的位置,不卖给任何人。">
      {kept.map(({ what, why }) => (
        <Card key={what} title={what}>
          <Note>{why}</Note>
        </Card>
      ))}
      <Note>登记在审核前可以自己改,通过以后要改请联系社区。</Note>
    </Page>
  )
}
