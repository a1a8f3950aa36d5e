import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPhone, type Phone } from '../harness/page'
import { people } from '../harness/town'
import { centreId, openStory, type Story } from './story'

/** A staff member's phone in a stairwell: lists and photos wait like single logs, and what they change is read again. */

const { staff, secretary } = people
const logPage = `/points/staff/log-page?centreId=${centreId}`
const [one, other] = ['lives-at-110', 'lives-at-111']
const folder = mkdtempSync(join(tmpdir(), 'linli-photo-'))
const photo = join(folder, 'tree.jpg')

let story: Story
let books: readonly [string, string]
let phone: Phone

beforeAll(async () => {
  writeFileSync(photo, 'a photo of a tree')
  story = await openStory()
  books = [await story.movesIn(one, '刘阿姨', 10), await story.movesIn(other, '陈叔叔', 11)]
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await story?.town.cloud.stop()
})
afterEach(() => phone.close())

const open = (url = logPage, storage?: ReadonlyMap<string, string>) => {
  phone = openPhone({ cloud: story.town.cloud, openid: staff, ...(storage && { storage }) }, url)
}
const finds = async (...rooms: readonly string[]) => {
  for (const room of rooms) {
    await phone.type('楼栋', '1')
    await phone.type('房号', room)
    await phone.tap('加上这一户')
    await phone.sees(`1栋 ${room}`)
  }
}
const balances = () => Promise.all(books.map(story.desk.balance))

test('a list logged without reception waits as one and goes by itself', async () => {
  open()
  await finds('110', '111')
  phone.program.network(false)
  await phone.tap('给 2 户各记 1 分')
  await phone.sees('2 户 垃圾分类 1次')
  await phone.sees('1 笔等着发')
  expect(await balances()).toEqual([0, 0])
  phone.program.network(true)
  await phone.losesSight('1 笔等着发')
  expect(await balances()).toEqual([1, 1])
})

test('a list of which some were refused says so until it is read', async () => {
  await story.earns(books[0], 99)
  open()
  await finds('110', '111')
  await phone.tap('给 2 户各记 1 分')
  await phone.sees('其中 1 户,这个项目的次数已经到上限了')
  expect(phone.doings.toasts).toEqual(['没记上:其中 1 户,这个项目的次数已经到上限了'])
  await phone.tap('知道了,2 户 垃圾分类 1次')
  await phone.losesSight('没发出去的')
  expect(await balances()).toEqual([100, 2])
})

test('what was sent by itself is read again', async () => {
  const bookPage = `/points/staff/passbook-page?centreId=${centreId}&passbookId=${books[1]}`
  open(bookPage)
  await phone.sees('余额 2')
  phone.open(logPage)
  await finds('111')
  phone.program.network(false)
  await phone.tap('给 1栋 111 记 1 分')
  await phone.sees('1 笔等着发')
  phone.program.network(true)
  await phone.losesSight('1 笔等着发')
  phone.back()
  await phone.sees('余额 3')
})

test('a photo taken without reception is kept on the phone and goes with its log', async () => {
  await story.desk.done(
    'saveEarningItem',
    {
      centreId,
      title: '种树',
      unit: '棵',
      points: 5,
      caps: {},
      evidence: 'photo',
      secondPersonAbove: 100,
      startsOn: '2020-01-01',
      stopped: false,
    },
    secretary,
  )
  open()
  await finds('111')
  await phone.choose('项目', '种树')
  phone.program.network(false)
  phone.program.pick(photo)
  await phone.tap('拍一张或选一张')
  await phone.sees('已附上,换一张')
  await phone.tap('给 1栋 111 记 5 分')
  await phone.sees('1 笔等着发')
  await phone.losesSight('记什么')
  const { storage } = phone.program
  phone.close()
  open(logPage, storage)
  await phone.sees('给哪一户')
  await phone.losesSight('1 笔等着发')
  expect(await balances()).toEqual([100, 8])
})
