import { communityContract } from '../../types/community.contract'
import { openPhone, type Phone } from '../harness/page'
import { centres, openEmptyTown, openTown, people, phoneOf, startCode, type Town } from '../harness/town'

const { staff, secretary, pending, resident } = people
const centreId = centres.jingui

let town: Town
let phone: Phone
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town?.cloud.stop())
afterEach(() => phone.close())

const open = (page: string, openid: string) => {
  phone = openPhone({ cloud: town.cloud, openid }, `/community/staff/${page}?centreId=${centreId}`)
}

test('a household is sent back with a reason the person reads, and let in after asking again', async () => {
  open('applications-page', staff)
  await phone.tap('退回 孙*审 的登记')
  await phone.type('原因', '房号写错了')
  await phone.tap('退回这份登记')
  await phone.losesSight('孙*审')
  expect(await town.done(communityContract, 'me', {}, pending)).toMatchObject({
    membership: 'rejected',
    rejectedBecause: '房号写错了',
  })
  phone.close()

  await town.done(
    communityContract,
    'join',
    { centreId, name: '孙待审', building: '1', room: '206' },
    pending,
  )
  open('applications-page', staff)
  await phone.tap('通过,孙*审成为住户')
  await phone.losesSight('孙*审')
  expect(await town.done(communityContract, 'me', {}, pending)).toMatchObject({ membership: 'approved' })
})

test('a phone number is shown whole after a reason', async () => {
  open('households-page', staff)
  await phone.tap('1栋 105')
  await phone.tap('看电话,看 王*明 的电话')
  await phone.type('原因', '约上门时间')
  await phone.tap('看完整电话')
  await phone.sees(phoneOf(5))
})

test('the secretary finds somebody by phone and makes them a volunteer', async () => {
  open('roles-page', secretary)
  await phone.type('手机号', phoneOf(5))
  await phone.tap('按手机号找')
  await phone.sees('找到了')
  await phone.tap('志愿者')
  const add = phone.names().find((name) => /^添加.*为志愿者$/.test(name)) ?? ''
  await phone.tap(add)
  await phone.losesSight('找到了')
  const { roles } = await town.done(communityContract, 'me', {}, resident)
  expect(roles).toMatchObject([{ role: 'volunteer', centreId }])
})

test('what was done stands in the log in people’s words', async () => {
  open('audit-page', secretary)
  await phone.sees('看了居民的完整电话')
  await phone.sees('审核住户登记')
  await phone.sees('任命职务')
})

test('a page of another role says so', async () => {
  open('audit-page', staff)
  await phone.sees('您没有办这件事的权限')
})

test('the first member of staff starts a new deployment with the code, after a wrong one', async () => {
  const empty = await openEmptyTown()
  try {
    phone = openPhone({ cloud: empty.cloud, openid: 'test-first' }, '/community/staff/start-page')
    await phone.type('启用码', 'wrong')
    await phone.type('您的姓名', '区主任')
    await phone.type('编号', 'hudong')
    await phone.type('名称', '湖东区')
    await phone.tap('启用湖东区')
    await phone.sees('启用码不对')
    await phone.type('启用码', startCode)
    await phone.tap('启用湖东区')
    await phone.sees('街道、区工作人员')
    expect(phone.route()).toBe('lists/staff/desk-page')
  } finally {
    await empty.cloud.stop()
  }
})
