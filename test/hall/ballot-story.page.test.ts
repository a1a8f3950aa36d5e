import { openPhone, type Phone } from '../harness/page'
import { centreId, nine } from './ballot-rows'
import { closing, counting, type LiftBallot, opened, openLiftBallot, question } from './ballot-story'
import { colleague, type Home, secretary, staff } from './voting'

/** An area-weighted ballot fails on area though it wins on heads: on the phones of staff and owners, inside WeChat. */

let lift: LiftBallot
let phone: Phone
let ballotId = ''

const open = (openid: string, now: number, url: string) => {
  phone = openPhone({ cloud: lift.hall.town.cloud, openid, now }, url)
}
const at = async (openid: string, now: number, url: string) => {
  await lift.hall.clock({ now })
  open(openid, now, url)
}
const voterPage = () => `/hall/resident/ballot-page?ballotId=${ballotId}`
const deskPage = () => `/hall/staff/ballot-desk-page?centreId=${centreId}&ballotId=${ballotId}`

beforeAll(async () => {
  lift = await openLiftBallot()
  open(staff, nine, `/hall/staff/ballots-desk-page?centreId=${centreId}`)
})
afterAll(() => lift?.hall.stop())

test('staff write what is asked; the law says how it is counted', async () => {
  await phone.sees('还没有表决过')
  await phone.tap('写一次表决')
  await phone.type('问什么', question)
  await phone.tap('按业主人数和建筑面积')
  await phone.sees('人数和面积都要三分之二以上参加,参加的四分之三以上同意')
  await phone.tap('存成草稿')
  await phone.sees('名册核对好了,开始表决')
  await phone.sees('先编好名册,再开始。')
  ballotId = await lift.ballotId()
})

test('the roll comes out of Excel: two units of one owner are one vote', async () => {
  phone.open(`/hall/staff/roll-page?centreId=${centreId}&ballotId=${ballotId}`)
  await phone.sees('名册还是空的')
  await phone.type('从 Excel 粘贴', lift.pasted)
  await phone.sees('认出 8 位业主,9 套房')
  await phone.tap('把这 8 位业主录进名册')
  await phone.hears('录好了 8 位业主')
  await phone.sees('8 位业主,820 平方米')
  expect(await lift.hall.ballotRow(ballotId)).toMatchObject({ roll: { votes: 8, area: 820_00 } })
})

test('it begins, and from then on the roll stays', async () => {
  phone.back()
  await phone.tap('名册核对好了,开始表决')
  expect(phone.doings.questions).toContain('开始表决')
  await phone.hears('开始了,大家到时间就能投')
  await phone.sees('还没开始')
  phone.close()
})

test('an owner agrees with two taps and a yes, once', async () => {
  const [first] = lift.small
  await at(first?.openid ?? '', opened, '/hall/resident/ballots-page')
  await phone.sees('1 件正在表决')
  await phone.tap(question)
  await phone.sees('人数和建筑面积都要有三分之二以上的业主参加')
  await phone.tap('同意')
  await phone.tap('投「同意」')
  await phone.hears('投好了,计票后这里看结果')
  await phone.sees('已投')
  await phone.sees('1 位业主,60 平方米投了,名册 8 位业主,820 平方米')
  await phone.offersNo('投「同意」')
  phone.close()
  for (const one of lift.small.slice(1, 6)) await lift.agrees(ballotId, one)
})

test('the owner of two units has one vote for both, and does not agree', async () => {
  open(lift.large.openid, opened, voterPage())
  await phone.sees('一位业主一票,面积 400 平方米')
  await phone.tap('不同意')
  await phone.tap('投「不同意」')
  await phone.sees('已投')
  phone.close()
})

test('the last owner voted on paper: two people enter it, neither sees what the other did', async () => {
  const [seventh] = lift.small.slice(6)
  const { home }: Home = seventh ?? lift.large
  const title = `${home.building} ${home.room}`
  for (const [openid, words] of [
    [staff, '录好一遍,请另一位同事再录一遍'],
    [colleague, '两遍一样,算一票了'],
  ] as const) {
    open(openid, opened, `/hall/staff/paper-votes-page?centreId=${centreId}&ballotId=${ballotId}`)
    if (openid === colleague) await phone.sees('录过一遍')
    await phone.tap(`${title} 同意`)
    await phone.tap(`${title} 录这张票`)
    await phone.hears(words)
    phone.close()
  }
  expect((await lift.hall.ballotRow(ballotId)).cast).toEqual({ votes: 8, area: 820_00 })
})

test('after the end nobody votes any more', async () => {
  await at(lift.large.openid, closing + 60_000, voterPage())
  await phone.sees('等计票')
  await phone.offersNo('投「同意」')
  phone.close()
})

test('seven of eight owners agree, and it fails: their area is too small', async () => {
  await lift.hall.clock({ now: counting })
  await lift.hall.counted(ballotId)
  const [first] = lift.small
  open(first?.openid ?? '', counting, voterPage())
  await phone.sees('表决没有通过')
  await phone.sees('同意的业主 7 人(参加 8 人),四分之三以上要 6 人')
  await phone.sees('同意的面积 420 平方米(参加 820 平方米),四分之三以上要 615 平方米')
  await phone.tap('复制发群的文字')
  expect(phone.doings.copied[0]).toContain('【金桂社区】表决没有通过:5栋要不要加装电梯')
  expect(phone.share().path).toBe(voterPage())
  phone.close()
})

test('the secretary counts again: it is the same', async () => {
  open(secretary, counting, deskPage())
  await phone.tap('把票重数一遍')
  await phone.sees('和公布的一样')
  await phone.sees('同意 7,不同意 1,弃权 0')
  phone.close()
})
