import {
  announcedText,
  askersOf,
  cancelledText,
  cancelMessage,
  heldText,
  invitation,
  listed,
  minutesMessage,
  moveMessage,
  noticesTo,
  reminder,
} from '../../cloudfunctions/hall/session/session-told.rule'
import { asInstant, type ShanghaiDay } from '../../types/common/time'
import { matterRow, partyRow, sessionRow } from './session-rows'

const session = sessionRow()
const held = (count: number) =>
  matterRow('m', {
    sessions: Array.from({ length: count }, (_one, n) => ({
      ...{ sessionId: `s${n}`, at: session.startsAt, title: '', outcome: 'continued' as const },
    })),
  })
const decision = (n: number) => ({ text: `第${n}件`, who: '施工方', byDay: '2026-12-10' as ShanghaiDay })

test('lines of a story say which session it is, when and where', () => {
  expect(announcedText(held(0), session, false)).toBe('第 1 次议事会定在 12月5日(周六) 19:00,社区议事厅')
  expect(announcedText(held(14), session, true)).toBe('第 15 次议事会改到 12月5日(周六) 19:00,社区议事厅')
  expect(cancelledText(session, '停电')).toBe('原定 12月5日(周六) 19:00,社区议事厅 的议事会取消了:停电')
})

test('the line of a session that was held says what came of it, with three decisions at most', () => {
  const text = (outcome: 'resolved' | 'continued' | 'dropped' | '', count = 0) =>
    heldText(held(2), { outcome, decisions: Array.from({ length: count }, (_one, n) => decision(n + 1)) }, 12)
  expect(text('continued')).toBe('第 3 次议事会,到会 12 人:继续商量')
  expect(text('dropped')).toBe('第 3 次议事会,到会 12 人:不再商量')
  expect(text('resolved', 1)).toBe('第 3 次议事会,到会 12 人:形成决议;12月10日前 施工方 第1件')
  expect(text('resolved', 3)).toMatch(/第1件;.*第2件;.*第3件$/)
  expect(text('resolved', 4)).toMatch(/第3件等$/)
})

test('those who asked for a matter are its raiser, if there is one, and its backers', () => {
  expect(askersOf({ by: 'anna', backers: ['bert'] })).toEqual(['anna', 'bert'])
  expect(askersOf({ by: '', backers: ['bert'] })).toEqual(['bert'])
})

test('residents are found on a list by what they said and whether they came', () => {
  const row = (who: string, rsvp: 'none' | 'yes' | 'no', presentAt = 0) =>
    partyRow({ who, rsvp, presentAt: asInstant(presentAt) })
  const parties = {
    a: row('anna', 'yes'),
    b: row('bert', 'no', 1),
    c: row('carl', 'none', 1),
    d: row('', 'yes', 1),
  }
  expect(listed({ parties }, 'all')).toEqual(['anna', 'bert', 'carl'])
  expect(listed({ parties }, 'coming')).toEqual(['anna'])
  expect(listed({ parties }, 'away')).toEqual(['bert'])
  expect(listed({ parties }, 'present')).toEqual(['bert', 'carl'])
})

test('everybody hears once, a thousand at most, and finds the session', () => {
  const message = invitation(session)
  expect(noticesTo(['anna', 'bert', 'anna'], 'session', message)).toEqual(
    ['anna', 'bert'].map((to) => ({
      to,
      title: '请您来参加议事会',
      text: '12月5日(周六) 19:00 社区议事厅:5栋加装电梯协商。来不来请回一声。',
      page: '/hall/resident/session-page?sessionId=session',
      once: 'session:session:announced',
    })),
  )
  const many = Array.from({ length: 1001 }, (_one, n) => `p${n}`)
  expect(noticesTo(many, 'session', message)).toHaveLength(1000)
})

test('each occasion is told once, and every move is one of its own', () => {
  const messages = [
    invitation(session),
    moveMessage(session),
    moveMessage({ ...session, changes: 2 }),
    cancelMessage(session, '停电'),
    minutesMessage(session),
    reminder(session),
    reminder({ ...session, startsAt: asInstant(session.startsAt + 1) }),
  ]
  expect(messages.map(({ once }) => once)).toEqual([
    'announced',
    'moved:1',
    'moved:2',
    'cancelled',
    'held',
    `reminded:${session.startsAt}`,
    `reminded:${session.startsAt + 1}`,
  ])
  expect(messages.map(({ title }) => title)).toEqual([
    '请您来参加议事会',
    '议事会改了时间或地点',
    '议事会改了时间或地点',
    '议事会取消了',
    '议事会的会议记录可以看了',
    '别忘了明天的议事会',
    '别忘了明天的议事会',
  ])
  const where = '12月5日(周六) 19:00'
  expect(messages.map(({ text }) => text).slice(1, 6)).toEqual([
    `「5栋加装电梯协商」改到 ${where},社区议事厅。`,
    `「5栋加装电梯协商」改到 ${where},社区议事厅。`,
    `「5栋加装电梯协商」原定 ${where},社区议事厅,取消了:停电`,
    '「5栋加装电梯协商」散会了,议了什么、定了什么,点开就能看。',
    `${where} 社区议事厅:5栋加装电梯协商。来不了请改一下回执。`,
  ])
})
