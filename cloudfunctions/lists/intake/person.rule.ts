import { half } from './moment.rule'

/** Who said something, as far as it is written; empty where it is not. */
export interface Person {
  who: string
  /** As written: 「5-2」「3栋」「12号楼2单元」. */
  building: string
  room: string
  phone: string
}

const nobody: Person = { who: '', building: '', room: '', phone: '' }

const dash = '\\s*[-—–#＃]\\s*'
const doorByDashes = `(?<![\\d./:-])([A-Za-z]?\\d{1,3})${dash}(?:(\\d{1,2})${dash})?(\\d{3,4})(?:室|房)?(?![\\d/:.-])`
const number = '(?:[A-Za-z]?\\d{1,3}|[一二三四五六七八九十]{1,3})'
const building = `${number}(?:栋|幢|号楼|座|号院|楼(?=\\s*\\d))`
const unit = '(?:(?:\\d{1,2}|[一二三四五六甲乙丙])(?:单元|门|梯))'
const doorByWords = `(${building}\\s*${unit}?)\\s*[-—–]?\\s*(\\d{3,4})(?:室|房|号)?(?!\\d)`
const livesAt = '(?:(?:我|我们|咱|咱们|俺)?(?:家)?(?:就)?(?:住在|住|家住|是|在|地址是?)?:?\\s*)'
const door = new RegExp(`${livesAt}(?:${doorByDashes}|${doorByWords})`)
const phone =
  /(?:我的?|联系)?(?:电话|手机|号码|联系方式)?(?:号码?)?(?:是|:)?\s*(?<!\d)(1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}|0\d{2,3}-?\d{7,8})(?!\d)/

const surnames =
  '王李张刘陈杨赵黄吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范姚谭廖邹熊陆郝孔崔康邱秦江史顾侯邵孟龙段雷钱汤尹黎常武乔贺赖龚庞樊殷庄施洪翟倪严牛俞温芦周马方石任毛高白金万于'
const titles =
  '(?:大爷|大妈|大娘|大叔|大姐|大哥|阿姨|奶奶|爷爷|婆婆|叔叔|叔|婶子?|伯伯|伯|师傅|老师|先生|女士|小姐|太太|姐|哥|嫂子?|老伯|阿婆|阿公|阿伯|妈妈|爸爸|某某?)'
const titled = new RegExp(`^([老小]?[${surnames}][\\p{Script=Han}]{0,2}?${titles})(?!们)`, 'u')
const calledOld = new RegExp(`^([老小阿][${surnames}])(?=[\\s,、:]|$|家|想|要|说|反映|来|求|问)`)
const fullName = new RegExp(
  `^([${surnames}][\\p{Script=Han}]{1,2})(?=[\\s,、:/|()]|$|想|要|需要|反映|来电|来访|说|求|问|家[里的有]|希望)`,
  'u',
)
const noName =
  /^(?:周[一二三四五六日末]|谢[谢了意]|马[桶上路]|许多|夏天|严重|常常|常年|黄昏|龙头|何时|何必|曾经|程度|洪水|温|金额|高[兴血考中层空]|白[天内蚁]|万一|于是|方[便法]|石头|毛[病巾]|任何|江边|江西|田|汤|钱|钟|牛奶|康复|武|史|雷|家)/

const noTitled = /^(?:周[一二三四五六日末]|马[桶上路]|谢[谢了])/

const tidy = (text: string): string =>
  text
    .replace(/\(\s*\)/g, '')
    .replace(/^[\s,、:;.。·•*|/_—–-]+|[\s,、:;|/_—–-]+$/g, '')
    .replace(/[,]\s*[,]+/g, '，')
    .replace(/\s{2,}/g, ' ')

/** Takes a telephone number and a door out of a text (half-width marks): they are the person's, not the need's. */
export const takeDoorAndPhone = (text: string): { readonly person: Person; readonly rest: string } => {
  let rest = text
  const person = { ...nobody }
  const calls = phone.exec(half(rest))
  if (calls?.[1]) {
    person.phone = calls[1].replace(/[\s-]/g, '')
    rest = `${rest.slice(0, calls.index)} ${rest.slice(calls.index + calls[0].length)}`
  }
  const lives = door.exec(half(rest))
  if (lives) {
    const [all, block, entrance, flat, place, numberOfRoom] = lives
    person.building = (place ?? (entrance ? `${block}-${entrance}` : (block ?? ''))).replace(/\s/g, '')
    person.room = numberOfRoom ?? flat ?? ''
    rest = `${rest.slice(0, lives.index)} ${rest.slice(lives.index + all.length)}`
  }
  return { person, rest: lives || calls ? tidy(rest) : rest.trim() }
}

/** The name at the head of a text, with what follows; the text must go on in a way that shows it was a name. */
export const takeName = (text: string): { readonly who: string; readonly rest: string } => {
  const head = text.trimStart()
  const titledName = titled.exec(head)?.[1]
  const who = titledName ?? calledOld.exec(head)?.[1] ?? fullName.exec(head)?.[1]
  if (!who || (titledName ? noTitled : noName).test(who)) return { who: '', rest: text }
  const rest = head.slice(who.length)
  // 「刘婶家的小孙女」 needs the name to be understood
  return { who, rest: rest.startsWith('家') ? head : tidy(rest) }
}

const buildingFirst = new RegExp(`^(${building}${unit}?)的?\\s*`)

/** Door, name and telephone at the head of a note: 「5-2-301 王桂芳 理发」「3栋李奶奶想量血压」「小赵 13800001111 修锁」. */
export const takePerson = (text: string): { readonly person: Person; readonly rest: string } => {
  const { person, rest } = takeDoorAndPhone(text)
  const named = takeName(rest)
  if (named.who) return { person: { ...person, who: named.who }, rest: named.rest }
  if (person.building) return { person, rest }
  const place = buildingFirst.exec(half(rest))
  const behind = place ? takeName(rest.slice(place[0].length)) : undefined
  if (!place?.[1] || !behind?.who) return { person, rest }
  return { person: { ...person, who: behind.who, building: place[1] }, rest: behind.rest }
}

/** A name that stands alone behind a text, as some sign their notes; empty when there is none. */
export const takeSignature = (text: string): { readonly who: string; readonly rest: string } => {
  const [, before = '', last = ''] = /^(.+[\s,。])(\p{Script=Han}{2,4})$/su.exec(text) ?? []
  const named = takeName(last)
  return named.who !== '' && named.rest === ''
    ? { who: named.who, rest: tidy(before) }
    : { who: '', rest: text }
}

/** A nickname in a group: the door some write into it is the person's, the rest the name. */
export const readNickname = (nickname: string): Person => {
  const [, inBrackets = ''] = /.\(([^()]*)\)$/.exec(nickname) ?? []
  const told = /\d/.test(inBrackets)
  const { person, rest } = takeDoorAndPhone(
    told ? `${inBrackets} ${nickname.slice(0, nickname.lastIndexOf('('))}` : nickname,
  )
  const place = told && person.building === '' ? buildingFirst.exec(inBrackets)?.[1] : undefined
  const who = (told ? nickname.slice(0, nickname.lastIndexOf('(')) : rest)
    .replace(/[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Mn}\p{Cf}]/gu, '')
    .replace(/^[[【(\s~～]+|[\]】)\s~～]+$/g, '')
  return { ...person, ...(place && { building: place }), who: who.slice(0, 20) }
}

/** What is known of one person from two places; the first says more, unless only the second tells the room. */
export const joinPersons = (first: Person, second: Person): Person => {
  const lives = first.room === '' && (first.building === '' || second.room !== '') ? second : first
  return {
    who: first.who || second.who,
    building: lives.building,
    room: lives.room,
    phone: first.phone || second.phone,
  }
}
