import { join } from 'node:path'
import { blindHash } from '../../cloudfunctions/_kit/privacy'
import { openPhone, type Phone } from '../harness/page'
import { centreId, minute, nine } from './ballot-rows'
import { dataKey, type Home, openVoting, staff, type Voting } from './voting'

process.env.LINLI_DATA_KEY = dataKey

/** A ballot of households at the desk: the roll out of the register, a proxy by letter, calling it off. */

const letter = join(__dirname, '..', '..', 'src', 'assets', 'tab-home.png')

let hall: Voting
let phone: Phone
let homes: readonly Home[] = []
let ballotId = ''
const title = (at: number) => `5栋 ${homes[at]?.home.room}`

beforeAll(async () => {
  hall = await openVoting()
  homes = await hall.homes(2)
  await hall.set('residents', homes[1]?.openid ?? '', {
    phoneHash: blindHash('13900001111'),
    nameMasked: '孙*',
  })
  ballotId = await hall.ballot([], { state: 'draft', openedIn: '' })
  const url = `/hall/staff/roll-page?centreId=${centreId}&ballotId=${ballotId}`
  phone = openPhone({ cloud: hall.town.cloud, openid: staff, now: nine }, url)
})
afterAll(async () => {
  phone?.close()
  await hall?.stop()
})

test('the roll is filled from the register, cleared, and filled again', async () => {
  await phone.sees('名册还是空的')
  await phone.type('哪几栋楼,用空格隔开', '5栋')
  await phone.tap('编进名册')
  await phone.hears('编好了,名册共 2 户')
  await phone.sees(title(1))
  await phone.tap('清空名册重新编')
  await phone.sees('名册还是空的')
  await phone.tap('编进名册')
  await phone.sees(title(0))
  expect((await hall.ballotRow(ballotId)).roll.votes).toBe(2)
})

test('a written proxy is recorded with a photo of the letter, and its holder votes for two', async () => {
  await phone.tap(`${title(0)} 登记书面委托`)
  await phone.type('受托人的手机号', '13900001111')
  phone.program.pick(letter)
  await phone.tap('拍一张或选一张')
  await phone.tap('记下委托')
  await phone.sees('委托 孙*')
  phone.open(`/hall/staff/ballot-desk-page?centreId=${centreId}&ballotId=${ballotId}`)
  await phone.tap('名册核对好了,开始表决')
  await phone.sees('正在表决')
  const holder = openPhone(
    { cloud: hall.town.cloud, openid: homes[1]?.openid ?? '', now: nine },
    `/hall/resident/ballot-page?ballotId=${ballotId}`,
  )
  await holder.sees(`替 ${title(0)} 投`)
  await holder.tap(`替 ${title(0)} 投 弃权`)
  await holder.tap(`替 ${title(0)} 投,投票`)
  await holder.sees('1 户投了,名册 2 户')
  await holder.tap(`${title(1)} 同意`)
  await holder.tap(`${title(1)},投票`)
  await holder.sees('2 户投了,名册 2 户')
  holder.close()
  const rows = await hall.rows('ballotRoll', { ballotId })
  expect(rows.map(({ proxyLetter }) => proxyLetter.slice(0, 6)).toSorted()).toEqual(['', 'cloud:'])
  phone.close()
})

test('rules that have votes offer no change; calling it off needs a reason that everybody reads', async () => {
  const at = (page: string) => `/hall/staff/${page}?centreId=${centreId}&ballotId=${ballotId}`
  phone = openPhone({ cloud: hall.town.cloud, openid: staff, now: nine + minute }, at('roll-page'))
  await phone.sees('受托人投的')
  await phone.offersNo(`${title(0)} 换受托人`)
  phone.open(at('ballot-desk-page'))
  await phone.sees('2 户投了,名册 2 户')
  await phone.offersNo('改规则')
  await phone.tap('作废这次表决')
  await phone.type('原因', '题目写错了')
  await phone.tap('作废')
  await phone.hears('作废了,原因大家看得到')
  await phone.sees('题目写错了')
  expect((await hall.ballotRow(ballotId)).state).toBe('cancelled')
})
