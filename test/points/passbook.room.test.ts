import readExcelFile from 'read-excel-file/node'
import {
  centreId,
  faultsOfTown,
  type LedgerTown,
  openLedgerTown,
  resident,
  secretary,
  staff,
  staffElsewhere,
  volunteer,
} from './ledger-town'
import { codeOf } from './tally'

let town: LedgerTown
beforeAll(async () => {
  town = await openLedgerTown()
})
afterAll(async () => {
  if (!town) return
  expect(await faultsOfTown(town)).toEqual([])
  await town.town.cloud.stop()
})

const reversing = (passbookId: string, journalId: string) => ({
  centreId,
  passbookId,
  journalId,
  reason: '记错了户',
})

describe('a statement', () => {
  test('shows the household’s lines with the balance after each, and who is in it', async () => {
    const { head, members, passbookId, room } = await town.family(2, 30)
    await town.earns(passbookId, 12)
    const statement = await town.done('myPassbook', { centreId }, head)
    expect(statement).toMatchObject({
      passbookId,
      building: '5栋',
      room,
      balance: 42,
      opening: 0,
      closing: 42,
    })
    expect(statement.lines.map(({ points, balance, kind }) => [points, balance, kind])).toEqual([
      [30, 30, 'earn'],
      [12, 42, 'earn'],
    ])
    expect(statement.members.map(({ me, maySpend }) => [me, maySpend])).toContainEqual([true, true])
    expect(statement.members).toHaveLength(members.length)
    expect(statement.lines[0]?.handler).toBe('赵*愿')
  })

  test('of a household that never earned is empty', async () => {
    const { head, passbookId } = await town.family(1)
    expect(await town.done('myPassbook', { centreId }, head)).toMatchObject({
      passbookId,
      balance: 0,
      lines: [],
    })
    expect(await town.done('passbook', { centreId, passbookId }, staff)).toMatchObject({
      state: 'open',
      balance: 0,
    })
  })

  test('shows staff the members to choose from, of their own centre only', async () => {
    const { head, passbookId } = await town.family(1, 5)
    const { members } = await town.done('passbook', { centreId, passbookId }, staff)
    expect(members).toEqual([{ residentId: head, name: '张*妈', maySpend: true }])
    const elsewhere = { centreId: 'hudong.chunjiang.yinxing', passbookId }
    expect(codeOf(await town.ask('passbook', elsewhere, staffElsewhere))).toBe('POINTS.NO_PASSBOOK')
  })

  test('is exported as a sheet with the same lines', async () => {
    const { head, passbookId, room } = await town.family(1, 8)
    const journalId = await town.earns(passbookId, 3)
    await town.done('reverseJournal', reversing(passbookId, journalId), secretary)
    const { months } = await town.done('myPassbook', { centreId }, head)
    const month = months[0] ?? ''
    const { url } = await town.done('exportStatement', { centreId, month }, head)
    const sheet = Buffer.from(await (await fetch(url)).arrayBuffer())
    const [rows] = await readExcelFile(sheet).then((read) => [read])
    const cells = JSON.stringify(rows)
    for (const text of [`5栋 ${room} 积分存折`, '经办', '冲正「垃圾分类', '上月结余', '本月结余']) {
      expect(cells).toContain(text)
    }
  })

  test('lists passbooks by door, all or of one building', async () => {
    const { passbookId } = await town.family(1, 1)
    const { rows } = await town.done('passbooks', { centreId, building: '5号楼' }, staff)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.every(({ building }) => building === '5栋')).toBe(true)
    expect((await town.done('passbooks', { centreId, building: '9' }, staff)).rows).toEqual([])
    const all = await town.done('passbooks', { centreId }, staff)
    expect(all.rows.map((row) => row.passbookId)).toEqual(expect.arrayContaining([passbookId]))
  })
})

describe('a correction', () => {
  test('takes the points back once, by a line of its own', async () => {
    const { passbookId, head } = await town.family(1, 10)
    const journalId = await town.earns(passbookId, 25)
    const done = await town.done('reverseJournal', reversing(passbookId, journalId), secretary)
    const { lines, balance } = await town.done('myPassbook', { centreId }, head)
    expect(balance).toBe(10)
    expect(lines.map(({ id, points, reversed }) => [id, points, reversed])).toEqual([
      [expect.any(String), 10, false],
      [journalId, 25, true],
      [done.journalId, -25, false],
    ])
    const again = await town.ask('reverseJournal', reversing(passbookId, journalId), secretary)
    expect(codeOf(again)).toBe('POINTS.ALREADY_REVERSED')
  })

  test('asked for twenty times at once happens once', async () => {
    const { passbookId } = await town.family(1, 10)
    const journalId = await town.earns(passbookId, 5)
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        town.ask('reverseJournal', reversing(passbookId, journalId), secretary),
      ),
    )
    expect(answers.filter(({ reply }) => reply.ok)).toHaveLength(1)
    expect((await town.book(passbookId)).balance).toBe(10)
  })

  test('with the same request id twenty times is answered the same', async () => {
    const { passbookId } = await town.family(1, 10)
    const journalId = await town.earns(passbookId, 5)
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        town.ask('reverseJournal', reversing(passbookId, journalId), secretary, {
          requestId: `same-${journalId}`,
        }),
      ),
    )
    const ids = new Set(answers.map(({ reply }) => (reply.ok ? reply.data.journalId : reply.code)))
    expect(ids.size).toBe(1)
    expect((await town.book(passbookId)).balance).toBe(10)
  })

  test('of a correction, of nothing, of another centre’s passbook is refused', async () => {
    const { passbookId } = await town.family(1, 10)
    const journalId = await town.earns(passbookId, 5)
    const { journalId: reversal } = await town.done(
      'reverseJournal',
      reversing(passbookId, journalId),
      secretary,
    )
    const code = async (book: string, journal: string) =>
      codeOf(await town.ask('reverseJournal', reversing(book, journal), secretary))
    expect(await code(passbookId, reversal)).toBe('POINTS.NOT_REVERSIBLE')
    expect(await code(passbookId, 'no-such-journal')).toBe('COMMON.NOT_FOUND')
    expect(await code('no-such-passbook', journalId)).toBe('POINTS.NO_PASSBOOK')
  })

  test('of points that were spent is refused and changes nothing', async () => {
    const { passbookId } = await town.family(1, 10)
    const [journal] = (await town.book(passbookId)).journals
    await town.plant('passbooks', passbookId, { $set: { balance: 4, out: 6 } })
    const answer = await town.ask('reverseJournal', reversing(passbookId, journal?.id ?? ''), secretary)
    expect(codeOf(answer)).toBe('POINTS.SPENT_ALREADY')
    await town.plant('passbooks', passbookId, { $set: { balance: 10, out: 0 } })
  })

  test('of a month that was put away finds its line', async () => {
    const { passbookId } = await town.family(1, 10)
    const book = await town.book(passbookId)
    const [journal] = book.journals
    if (!journal) throw new Error('nothing was earned')
    // as the timer leaves it, two months later
    const month = '2026-01'
    await fetch(`${town.town.cloud.url}/admin?env=local`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        action: 'database.insertDocument',
        collectionName: 'passbookPages',
        data: [
          JSON.stringify({
            _id: `${passbookId}:${month}`,
            bookId: passbookId,
            centreId,
            month,
            opening: 0,
            closing: 10,
            journals: [journal],
          }),
        ],
      }),
    })
    await town.plant('passbooks', passbookId, { $set: { opening: 10, journals: [] } })
    await town.done('reverseJournal', reversing(passbookId, journal.id), secretary)
    expect(await town.book(passbookId)).toMatchObject({ balance: 0, reversed: [journal.id] })
  })

  test('is not for staff without the right, nor for residents', async () => {
    const { passbookId, head } = await town.family(1, 10)
    const [journal] = (await town.book(passbookId)).journals
    for (const openid of [staff, volunteer, resident, head]) {
      const answer = await town.ask('reverseJournal', reversing(passbookId, journal?.id ?? ''), openid)
      expect(codeOf(answer)).toBe('COMMON.NOT_ALLOWED')
    }
  })
})

describe('who may spend', () => {
  test('is everybody until the household wants otherwise', async () => {
    const { passbookId, head, members } = await town.family(2)
    const set = (residentId: string, maySpend: boolean) =>
      town.done('setMaySpend', { centreId, passbookId, residentId, maySpend }, staff)
    const shown = async () =>
      (await town.done('passbook', { centreId, passbookId }, staff)).members
        .filter(({ maySpend }) => maySpend)
        .map(({ residentId }) => residentId)
    await set(head, false)
    await set(head, false)
    expect(await shown()).toEqual([members[1]])
    await set(head, true)
    expect((await shown()).toSorted()).toEqual([...members].toSorted())
    const stranger = { centreId, passbookId, residentId: resident, maySpend: false }
    expect(codeOf(await town.ask('setMaySpend', stranger, staff))).toBe('COMMON.NOT_FOUND')
  })
})

describe('how points run at a centre', () => {
  const set = {
    noticeDays: 3,
    pickupHours: 24,
    pickupPlace: '一楼柜台',
    openingTimes: '周六上午',
    expireAfterYears: 2,
  }

  test('is what it set, or what works without', async () => {
    const shown = () => town.done('settings', { centreId: 'hudong.chunjiang.yinxing' }, 'anybody')
    expect(await shown()).toMatchObject({ noticeDays: 7, expireAfterYears: 0 })
    const by = 'test-officer'
    await town.done('saveSettings', { centreId: 'hudong.chunjiang.yinxing', ...set }, by)
    await town.done('saveSettings', { centreId: 'hudong.chunjiang.yinxing', ...set, noticeDays: 5 }, by)
    expect(await shown()).toEqual({ ...set, noticeDays: 5 })
  })

  test('says when points lapse', async () => {
    const { head } = await town.family(1, 9)
    await town.done('saveSettings', { centreId, ...set }, secretary)
    const { expiring, months } = await town.done('myPassbook', { centreId }, head)
    const year = Number(months[0]?.slice(0, 4))
    expect(expiring).toEqual({ points: 9, on: `${year + 2}-12-31` })
    expect(codeOf(await town.ask('saveSettings', { centreId, ...set }, staff))).toBe('COMMON.NOT_ALLOWED')
  })
})
