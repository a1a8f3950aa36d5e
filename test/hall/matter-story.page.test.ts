import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPhone, type Phone } from '../harness/page'
import {
  centreId,
  colleague,
  type MatterHall,
  minute,
  neighbour,
  openMatterHall,
  resident,
  staff,
} from './matter-hall'
import { morning } from './matter-rows'

/** A broken lamp is raised, sorted, answered with a photo, confirmed and closed in one day. */

let hall: MatterHall
let phone: Phone
const folder = mkdtempSync(join(tmpdir(), 'linli-lamp-'))
const lamp = join(folder, 'lamp.jpg')

beforeAll(async () => {
  writeFileSync(lamp, 'a photo of a lamp')
  hall = await openMatterHall()
})
afterAll(async () => {
  await hall?.stop()
  rmSync(folder, { recursive: true, force: true })
})
afterEach(() => phone?.close())

const looks = new Map([['linli.look', JSON.stringify('elder')]])

describe.each([
  { look: '标准版', storage: new Map<string, string>(), text: '东门的路灯不亮,晚上看不清路', place: '东门' },
  { look: '长辈版', storage: looks, text: '7栋楼道里的灯坏了', place: '7栋 2单元' },
])('$look', ({ storage, text, place }) => {
  let hours = 0
  let matterId = ''
  /** Opens somebody's phone, each time half an hour later on the same day. */
  const opens = async (openid: string, url: string) => {
    hours += 1
    const now = morning + hours * 30 * minute
    await hall.clock(now)
    phone = openPhone({ cloud: hall.town.cloud, openid, now, storage }, url)
  }
  const photographs = async (label: string) => {
    phone.program.pick(lamp)
    await phone.tap('拍一张或选一张')
    await phone.sees('再加一张')
    expect(phone.names()).toContain(label)
  }

  test('a resident raises it with a photo, from the tab 议事', async () => {
    await opens(resident, '/pages/hall/hall-page')
    await phone.tap('提一件事')
    await phone.type('什么事', text)
    await phone.type('在哪里', place)
    await photographs('去掉第 1 张')
    await phone.tap('提给社区')
    await phone.sees('社区看到后分办')
    expect(phone.route()).toBe('hall/resident/matter-page')
    await phone.sees(text)
    expect(phone.doings.toasts).toContain('提好了,社区会分办给人')
    const [row] = await hall.rows('matters', { text })
    expect(row).toMatchObject({ place, photos: [expect.stringMatching(/^cloud:/)], by: resident })
    matterId = row?._id ?? ''
  })

  test('a neighbour about to raise the same sees it first, and says 「我也是」', async () => {
    await opens(neighbour, '/hall/resident/raise-page')
    await phone.type('什么事', `${text.slice(0, 8)}了`)
    await phone.type('在哪里', place)
    await phone.tap('提给社区')
    await phone.sees('有人提过差不多的')
    expect(phone.names()).toContain('都不是,提我的')
    await phone.tap(`我也是,${text}`)
    await phone.sees('您说过「我也是」')
    expect(phone.route()).toBe('hall/resident/matter-page')
    expect((await hall.rows('matters', { by: neighbour })).length).toBe(0)
    expect((await hall.matter(matterId)).backers).toEqual([neighbour])
  })

  test('the staff have a notice, and give it to somebody', async () => {
    await hall.tick()
    expect(await hall.told(staff, matterId)).toEqual(['有新的议题要分办'])
    await opens(staff, `/hall/staff/matters-desk-page?centreId=${centreId}`)
    await phone.tap(text)
    await phone.sees('分办')
    expect(phone.route()).toBe('hall/staff/matter-desk-page')
    await phone.sees('1 位邻居也关心')
    await phone.choose('谁来办', '冯*事 社区工作者')
    await phone.tap('就这么分办')
    await phone.sees('接下来:答复')
    expect(phone.doings.toasts).toContain('分办好了,已告诉经办人和提事人')
  })

  test('whoever has it answers with a photo of the lamp that is lit', async () => {
    await opens(colleague, `/hall/staff/matter-desk-page?centreId=${centreId}&matterId=${matterId}`)
    await phone.type('怎么办好的', '灯头换好了,今晚就亮')
    await photographs('去掉第 1 张')
    await phone.tap('答复提事人')
    await phone.sees('有答复了,等提的人确认')
    await phone.offersNo('答复提事人')
    await phone.tap('复制发群的文字')
    expect(phone.doings.copied.at(-1)).toContain('答复:灯头换好了,今晚就亮')
    expect(phone.doings.copied.at(-1)).not.toContain('王')
  })

  test('whoever raised it reads the answer and says that it is solved', async () => {
    await opens(resident, '/hall/resident/my-matters-page')
    await phone.sees('1 件有答复了,请您说一声解决了没有')
    await phone.tap(text)
    await phone.sees('社区的答复')
    await phone.sees('请在12月8日前说一声解决了没有')
    await phone.tap('解决了')
    await phone.sees('办结了')
    await phone.offersNo('解决了')
    await phone.offersNo('不提了,撤回')
    expect(phone.doings.toasts).toContain('谢谢您,这件事办结了')
  })

  test('the neighbour hears that it is closed, and reads the whole story of that day', async () => {
    await hall.tick()
    await opens(neighbour, '/community/resident/notices-page')
    await phone.sees('您关心的事办结了')
    phone.close()
    await opens(neighbour, '/pages/hall/hall-page')
    await phone.sees('大家提的事')
    await phone.tap('办结的')
    await phone.tap(text)
    for (const line of ['提出来了', '社区接办,小事简议', '答复:灯头换好了', '提的人说解决了']) {
      await phone.sees(line)
    }
    expect(phone.text()).not.toMatch(/冯|李\*/)
    await phone.offersNo('我也是')
    const { state, story } = await hall.matter(matterId)
    expect(state).toBe('closed')
    const calls = phone.names().filter((name) => name.startsWith('打电话给金桂社区'))
    expect(calls.length).toBe(storage.size) // elder mode has it on every page
    expect((story.at(-1)?.at ?? 0) - (story[0]?.at ?? 0)).toBeLessThan(12 * 60 * minute)
  })
})
