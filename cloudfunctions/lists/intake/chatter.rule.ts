import { half } from './moment.rule'

/** Why a line is no need (不算需求的原因), in words for staff. */
export const leftOutReasons = [
  '问候',
  '道谢',
  '称赞',
  '回应',
  '只有表情',
  '只是@别人',
  '图片或文件',
  '系统消息',
  '接龙开头',
  '接龙示例',
  '标题',
  '没有需求',
  '已经解决',
  '通知',
  '工作人员的话',
  '重复',
  '看不出要什么',
] as const
export type LeftOutReason = (typeof leftOutReasons)[number]

const placeholder =
  /\[(?:图片|视频|语音|文件|链接|位置|小程序|聊天记录|名片|红包|转账|音乐|视频号|照片|语音通话|视频通话|Photo|Video|File|Link)\]/g
const placeholderFirst =
  /^\[(?:文件|链接|位置|小程序|聊天记录|名片|红包|转账|音乐|视频号|语音|语音通话|视频通话|File|Link)\]/
const drawnFace = /\[(?:动画表情|表情|[\p{Script=Han}]{1,4}|[A-Z][a-z]{2,9})\]/gu
const emoji = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\p{Mn}\p{Me}\p{Cf}]/gu
const mention = /@[^\s@,。:!?]{1,20}(?:[\s\u2005]+|$|(?=[,。:!?]))/g

const system =
  /撤回了?一?[条个]?.{0,4}消息|加入了?群聊|加入了群|退出了?群聊|移出了?群聊|拍了拍|修改群名|群主已|成为新?群主|领取了.{0,12}红包|以下为新消息|的聊天记录$|发起了.{0,4}(?:位置共享|语音通话|视频通话|群收款)|通话时长|开启了群|已开启.{0,6}验证|消息已发出|群公告$|^以上是|条新消息|邀请.{1,30}(?:进群|入群)/
const notice =
  /^(?:【[^】]{0,12}(?:通知|公告|提醒|提示|活动|预告)[^】]{0,6}】|(?:紧急|重要|温馨)?(?:通知|公告|温馨提示|提醒)[:!]|@所有人|各位(?:居民|业主|邻居|住户).{0,30}(?:定于|将于|请于|通知如下|停水|停电|请大家))/

const heading =
  /^(?:[\d年月日./-]{3,12})?\s*[^,。!?]{0,12}(?:走访|记录|汇总|登记表?|统计|清单|意见箱|留言板?)(?:情况|如下|整理)?:?$|^[^,。!?]{2,12}:$/
const nothing =
  /^(?:家里|屋里)?(?:没有?人(?:在家?|应门?)|无人(?:在家|应门?|应答)|不在家|敲门(?:没人|无人)|没有?(?:什么)?需求|无需求|暂无(?:需求)?|没什么要说的?|一切都?好|挺好的?)$/
const settled = /^(?:已经?|都|刚)?(?:解决|修好|弄好|搞定|找到|处理好|有人(?:帮|来)(?:忙)?)了/

const people =
  '(?:大家|各位|邻居们?|群里|群友们?|亲们?|朋友们?|社区|居委会?|主任|书记|老师|领导|网格员|管家|物业|志愿者们?|工作人员|师傅|姐妹们|小伙伴们?|叔叔阿姨们?|所有|的|们|家人们?)*'
const soft = '(?:呀|啊|哈|呢|哦|吧|啦|了|咯|噢|哟|嘛|哇)*'
const greeting = new RegExp(
  `^${people}(?:早上好|上午好|中午好|下午好|晚上好|早安|午安|晚安|你们?好|您好|大家好|好|在吗|在不在|在么|有人吗|有人在吗|早|hi|hello|哈喽|新年好|新年快乐|节日快乐|中秋快乐|国庆快乐|元旦快乐|端午安康|周末愉快|周末好|新的一天)+${soft}${people}${soft}$`,
  'i',
)
const thanking =
  '(?:(?:非常|太|多|十分|真是|真的|万分|实在|先)?(?:谢谢|感谢|多谢|谢|辛苦|麻烦|感恩|拜托|有劳)(?:了|啦|您们?|你们?|大家|各位|社区|咱们|老师|主任|书记|网格员|志愿者们?|师傅|工作人员|领导|物业|居委会?|邻居们?|的|呀|啊|哈|哦|帮忙|帮助|付出|关心|理解|支持)*)'
const thanks = new RegExp(`^(?:好[的嘞滴呀啊]?|收到|嗯|行|可以|知道了)*${thanking}+$`)
const response = new RegExp(
  `^(?:收到|好+的?|好[滴嘞呀啊哒吧]|嗯+|哦+|噢+|ok|okk|行|可以|可以的|没问题|没事|知道了?|明白了?|了解|对+|对的|是的?|是[啊呀]|真的吗?|哈+|嘿+|呵+|赞|支持|点赞|顶|同意|加油|已接龙|已填|已报名|已报|报名了|已登记|不用了|不需要|没有|不是|不客气|客气了|应该的|1+|6+|是这样|这样啊|原来如此|厉害|恭喜|欢迎|欢迎新邻居|来了|马上来|稍等|等一下|等下|到了|我也不知道|不知道|不清楚|不会吧|天哪|唉+|哎+|呜+|\\d{1,2}楼)+${soft}$`,
  'i',
)
const echo =
  /^(?:\+1|加1|加一|同求|同问|求|求\+1|我也要|我也需要|我也想要?|我家也要|我家也是|我们?家?也需要|俺也要|也要|也想要|算我一个|算上我|我也想(?:问|知道)(?:这个|一下|下)?|带我一个|带上我|我也报名|我也是|同样需求|同上|\+10086)$/
const praise =
  /(?:太|真|很|非常|特别|挺)(?:好|棒|赞|满意|不错|贴心|周到|感动|暖心|热情|专业|负责|有耐心)|手艺(?:好|不错)|点个赞|给.{1,10}点赞|辛苦了|表扬|为.{1,12}点赞/
/** Words by which people ask for something or complain that it is wrong. */
const asking =
  /想|要(?!是)|求|希望|盼|能不能|能否|可不可以|可否|可以.{0,8}吗|有没有|有无|哪里(?:能|可以|有)|谁(?:能|会|有|可以|家)|帮|需要|建议|麻烦|请(?!问几点)|缺|坏|漏|堵|臭|吵|脏|不亮|停[水电]|断电|没人|不会|不懂|不敢|怎么办|怎么弄|咋办|咋弄|松了|掉了|裂|破了|断了|烂|不管|危险|疼|痛|难受|闷|孤单|没地方|没处|够不着|走不动|下不了|不方便|修一?|报名|借|领|办/

/** A text without mentions, emoji and picture marks. */
const withoutDecoration = (text: string): string =>
  text.replace(mention, ' ').replace(placeholder, ' ').replace(drawnFace, ' ').replace(emoji, '').trim()

const bare = (text: string): string => half(text).replace(/[\s\p{P}~^]+/gu, '')

/** Whether somebody joins in what was just asked: 「+1」「同求」「我家也要」. */
export const echoes = (text: string): boolean =>
  echo.test(half(withoutDecoration(text)).replace(/[\s,。.!~～]+/g, ''))

/** Why a line is no need, as far as its form tells; undefined when it may be one. */
export const chatterReason = (line: string): LeftOutReason | undefined => {
  const text = half(line).trim()
  if (system.test(text)) return '系统消息'
  if (placeholderFirst.test(text)) return '图片或文件'
  const words = bare(withoutDecoration(line))
  if (words === '') {
    if (new RegExp(placeholder.source).test(text)) return '图片或文件'
    if (new RegExp(mention.source).test(text)) return '只是@别人'
    return '只有表情'
  }
  if (notice.test(text)) return '通知'
  if (heading.test(text)) return '标题'
  if (nothing.test(words)) return '没有需求'
  if (greeting.test(words)) return '问候'
  if (thanks.test(words)) return '道谢'
  if (response.test(words)) return '回应'
  if (text.startsWith('@') && words.length < 12 && !asking.test(words)) return '回应'
  return undefined
}

/** Whether somebody says that what was asked is done with. */
export const isSettled = (text: string): boolean => settled.test(bare(withoutDecoration(text)))

/** Whether the words ask for something or complain. */
export const asksForSomething = (text: string): boolean => asking.test(text)

/** Whether the words only praise what was. */
export const onlyPraises = (text: string): boolean =>
  praise.test(text) && !/想|希望|能不能|有没有|可以.{0,6}吗|再|还|要/.test(text)

const staffName = /社区|居委|网格|党群|物业|书记|主任|管家|客服|小助手|服务中心|街道|机器人|群主/

/** Whether a nickname is that of somebody who works here, who answers and asks back rather than needs. */
export const isStaffName = (who: string): boolean => staffName.test(who)

const helloFirst = new RegExp(
  `^(?:${people}(?:早上好|上午好|中午好|下午好|晚上好|你们?好|您好|大家好|哈喽|在吗|早)${soft}|(?:大家|各位|邻居们?|书记|主任|老师)好${soft}|各位邻居|邻居们|各位)[\\s,。.!~～:]+`,
)
const helloGlued = /^(?:您好|你好|大家好)(?=请|我|想|能|有)/
const thanksLast = new RegExp(`(?:[\\s,。.!~～;]+|(?<=[?]))(?:${thanking}[\\s,。.!~～]*)+$`)

/** A need's words without mentions, greetings before and thanks after. */
export const plainWish = (text: string): string =>
  withoutDecoration(text)
    .replace(helloFirst, '')
    .replace(helloGlued, '')
    .replace(/^(?:\+1|同求|同问)[\s,。.!]+/, '')
    .replace(thanksLast, '')
    .replace(/^[\s,、:;。.]+|[\s,、:;]+$/g, '')
    .replace(/\s{2,}/g, ' ')
