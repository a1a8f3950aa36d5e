import { clockText } from '../../../types/common/time'
import type { Audience } from '../../../types/common/words'
import { readAge } from '../matching/audience.rule'
import { cannotLeaveHome } from '../matching/mobility.rule'
import { readTimeWords } from '../matching/time-words.rule'
import { readCount } from './moment.rule'

/** What a need's words tell beside the wish itself, as guesses for staff to confirm. */
export interface GuessedFacts {
  readonly beneficiary: Audience[]
  readonly weekdays?: number[]
  readonly hours?: string
  readonly headcount: number
  readonly mobilityImpaired: boolean
}

const tags: readonly { readonly tag: Audience; readonly words: RegExp }[] = [
  {
    tag: '老人',
    words:
      /老人|老[爸妈爹娘伴头]|老两口|老太|老爷子|老父|老母|[爷奶]{2}|外[公婆]|姥[姥爷]|爸妈|父母|公婆|[我他她俺](?:爸|妈|爹|娘)|岳[父母]|[大老]爷|大[妈娘]|阿[公婆伯]|婆婆|伯伯|耳背|长者|老年|孤寡|空巢|养老|退休|[七八九]十多?岁?的?(?:人|了)|[跟和给]孙[子女]/,
  },
  {
    tag: '儿童',
    words:
      /孩子(?!们?(?:[都全]?不在|[都全]?在外|[都全]?在国外|忙|出国|没空))|小孩|娃|宝宝|宝贝|小朋友|幼儿|婴儿|(?:带|接|送|看)[^,，。]{0,3}孙|孙[子女][^,，。]{0,6}(?:没人|放学|作业|上学|放假|放暑假|放寒假|岁|托|读)|小学|[一二三四五六]年级|放学|奶粉|[儿女]儿?子?[^,，。]{0,4}岁(?!数)|儿童|托管|囡/,
  },
  { tag: '青少年', words: /初[一二三中]|高[一二三中](?!心)|中考|高考|青春期|青少年|叛逆|十几岁|中学/ },
  { tag: '残疾人', words: /残疾|残障|轮椅|聋|盲|哑|拄拐|失能|截肢|肢残|智力障碍|自闭症|脑瘫|偏瘫/ },
  {
    tag: '新就业群体',
    words:
      /[跑送]外卖|外卖员|骑手|快递(?:员|小哥|师傅)|[送跑干]快递|网约车|代驾|货拉拉|跑滴滴|送餐员|跑单|货车司机|主播/,
  },
  { tag: '妇女', words: /孕|怀孕|产后|坐月子|宝妈|妇女|姐妹|两癌|哺乳|全职妈妈|家暴|奶水/ },
  { tag: '党员', words: /党员|党费|组织关系|党组织|支部|党课|预备/ },
  { tag: '困难家庭', words: /低保|困难|特困|下岗|揭不开锅|家里穷|单亲|救助|没收入|吃不起|交不起/ },
]

const ageTag = (age: number | undefined): Audience | undefined =>
  age === undefined ? undefined : age >= 60 ? '老人' : age < 14 ? '儿童' : age < 18 ? '青少年' : undefined

/** Whom the words are about (服务对象); 全体居民 when they name nobody. */
export const guessBeneficiary = (text: string): Audience[] => {
  const found = new Set(tags.filter(({ words }) => words.test(text)).map(({ tag }) => tag))
  const byAge = ageTag(readAge(text))
  if (byAge) found.add(byAge)
  return found.size === 0 ? ['全体居民'] : [...found].slice(0, 3)
}

const count = '(\\d{1,3}|[一二两三四五六七八九十]{1,3}|十几|十多|几十|[俩仨])'
const people = new RegExp(
  `${count}\\s*(?:来|多)?\\s*(?:个人|口人?|位|名|人(?!民|行|家|员|工|生|力|群)|个(?:孩子|小孩|娃|老人|邻居|姐妹|老姐妹|大人|小朋友|老伙伴|同学|老头|老太|阿姨|大爷))`,
)
const few = /([俩仨])(?:娃|孩子|老人|人)?/
const couple =
  /老两口|两口子|小两口|夫妻俩?|和老伴|跟老伴|和老公|和爱人|爸妈|父母|我和我妈|公公婆婆|爷爷奶奶|外公外婆/

/** How many people the need is for; one when no number is said. */
export const guessHeadcount = (text: string): number => {
  const plus = /\+\s*(\d{1,2})(?!\d)/.exec(text)?.[1]
  const said = people.exec(text)
  const alone = said && /^一个?人/.test(said[0])
  const found =
    readCount(plus ?? '') ??
    (alone ? undefined : readCount(said?.[1] ?? '')) ??
    readCount(few.exec(text)?.[1] ?? '') ??
    (couple.test(text) ? 2 : 1)
  return Math.min(500, Math.max(1, found))
}

const day = '(?:周|星期|礼拜)'
const dayNumber = (name: string): number => '一二三四五六日'.indexOf(name.replace('天', '日')) + 1
const range = new RegExp(`${day}([一二三四五])(?:到|至|-|~)${day}?([二三四五六日天])`)
const days = new RegExp(`${day}([一二三四五六日天](?:[、和,，跟]?${day}?[一二三四五六日天])*)(?![月号])`)

const readDays = (text: string): number[] | undefined => {
  const [, from, to] = range.exec(text) ?? []
  if (from && to) {
    const [first, last] = [dayNumber(from), dayNumber(to)]
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => first + place)
  }
  const named = days.exec(text.replace(/[每一](?:周|星期)[一二两三四五六][次回遍场]/g, ''))?.[1]
  if (named)
    return [...new Set([...named.replace(/[^一二三四五六日天]/g, '')].map(dayNumber))].sort((a, b) => a - b)
  if (/周末|双休/.test(text)) return [6, 7]
  return /工作日|平日(?!里)/.test(text) ? [1, 2, 3, 4, 5] : undefined
}

const parts: readonly { readonly name: RegExp; readonly hours: string; readonly late: boolean }[] = [
  { name: /早上|上午|早晨|清早/, hours: '08:00-12:00', late: false },
  { name: /中午|午休/, hours: '11:30-14:00', late: false },
  { name: /下午|午后/, hours: '14:00-18:00', late: true },
  { name: /晚上|傍晚|夜里|下班后|下了班|放工后/, hours: '18:00-21:30', late: true },
]
const hour = '(\\d{1,2}|[一二两三四五六七八九十]{1,3})(?:点|时|:)(半|\\d{2})?(?:钟|分)?'
const spanOfHours = new RegExp(`${hour}(?:到|至|-|~|—)(?:上午|中午|下午|晚上)?${hour}`)
const oneHour = new RegExp(`${hour}(以?后|之后|左右|以?前|之前)?`)

const untilHour = new RegExp(`[到至](?:早上|上午|中午|下午|晚上)?${hour}`)

const minutes = (of: string | undefined, more: string | undefined, late: boolean): number | undefined => {
  const said = readCount(of ?? '')
  if (said === undefined || said > 24) return undefined
  return (late && said < 12 ? said + 12 : said) * 60 + (more === '半' ? 30 : Number(more ?? 0))
}

const spanText = (from: number, to: number): string | undefined =>
  from < to && to <= 24 * 60 ? `${clockText(from)}-${clockText(to)}` : undefined

const readSpan = (text: string): string | undefined => {
  const part = parts.find(({ name }) => name.test(text))
  const late = part?.late ?? false
  const between = spanOfHours.exec(text)
  if (between) {
    const from = minutes(between[1], between[2], late)
    const until = minutes(between[3], between[4], late || /(?:到|至|-|~|—)(?:下午|晚上)/.test(between[0]))
    return from === undefined || until === undefined ? undefined : spanText(from, until)
  }
  if (untilHour.test(text)) return undefined
  const [, of, more, side] = oneHour.exec(text) ?? []
  const at = minutes(of, more, late)
  if (at === undefined) return part?.hours
  if (/后/.test(side ?? '')) return spanText(at, Math.max(at + 120, late ? 21 * 60 + 30 : 12 * 60))
  if (/前/.test(side ?? '')) return spanText(Math.max(0, at - 180), at)
  return spanText(at, at + 120)
}

const wanted =
  /有空|得空|得闲|方便|可以|能|来|去|想|要|需要|预约|约|在家|休息|才有|上门|最好|都行|之前|以前|以后/
const story = /吵|响|闹|停|漏|坏|堵|臭|黑着|不亮|一直|又|昨|前天|上周|上个?星期|上个?礼拜|天天|半夜|每到|三更/

/** When somebody can come, as far as the words ask for it: a time that only tells a story is no limit. */
export const guessTimes = (text: string): Pick<GuessedFacts, 'weekdays' | 'hours'> => {
  const asked = text.split(/[。;；!！?？\n]/).filter((clause) => wanted.test(clause) && !story.test(clause))
  for (const clause of asked) {
    const [weekdays, hours] = [readDays(clause), readSpan(clause)]
    if (weekdays || hours) return { ...(weekdays && { weekdays }), ...(hours && { hours }) }
  }
  const slots = readTimeWords(text)
  const [only] = slots ?? []
  if (!only || slots?.length !== 1) return {}
  const hours = spanText(only.from, only.to)
  return { ...(only.weekdays.length < 7 && { weekdays: [...only.weekdays] }), ...(hours && { hours }) }
}

/** All guesses at once; what the wish itself does not tell is taken from what was said around it. */
export const guessFacts = (text: string, around = text): GuessedFacts => {
  const own = guessBeneficiary(text)
  const times = guessTimes(text)
  return {
    beneficiary: own.includes('全体居民') ? guessBeneficiary(around) : own,
    ...(Object.keys(times).length > 0 ? times : guessTimes(around)),
    headcount: guessHeadcount(text),
    mobilityImpaired: cannotLeaveHome(text) || cannotLeaveHome(around),
  }
}
