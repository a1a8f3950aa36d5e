import {
  askedText,
  type DigestedSession,
  decisionText,
  sessionDigest,
} from '../../src/hall/session-digest.rule'
import { asInstant, instantOf, type ShanghaiDay } from '../../types/common/time'

const byDay = '2026-12-10' as ShanghaiDay
const item = (n: number, facts: Partial<DigestedSession['agenda'][number]> = {}) => ({
  itemId: `i${n}`,
  matterId: '',
  title: `第${n}项`,
  minutes: 30,
  text: '赵奶奶说怕吵',
  outcome: '' as const,
  decisions: [],
  ...facts,
})
const session = (facts: Partial<DigestedSession> = {}): DigestedSession => ({
  title: '5栋加装电梯',
  startsAt: asInstant(instantOf('2026-12-05' as ShanghaiDay, 19 * 60)),
  place: '社区议事厅',
  state: 'announced',
  agenda: [item(1), item(2)],
  buildings: ['5栋', '6栋'],
  open: false,
  coming: 0,
  present: 0,
  cancelledBecause: '',
  ...facts,
})

test('before the session the group reads what, when, where, what about, who is asked', () => {
  expect(sessionDigest('金桂社区', session()).split('\n')).toEqual([
    '【金桂社区】议事会预告:5栋加装电梯',
    '12月5日(周六) 19:00 社区议事厅',
    '1 第1项(30 分钟)',
    '2 第2项(30 分钟)',
    '请 5栋、6栋 的邻居来。来不来点开小程序回一声',
  ])
  expect(sessionDigest('金桂社区', session({ coming: 12 }))).toContain('的邻居来,已有 12 人说来。')
})

test('afterwards it reads who came, what came of each item and who does what by when', () => {
  const agenda = [
    item(1, { outcome: 'resolved', decisions: [{ text: '报方案', who: '施工方', byDay }] }),
    item(2, { outcome: 'continued' }),
  ]
  const text = sessionDigest('金桂社区', session({ state: 'held', present: 14, agenda }))
  expect(text.split('\n')).toEqual([
    '【金桂社区】议事会散会:5栋加装电梯',
    '12月5日(周六) 19:00 社区议事厅',
    '到会 14 人',
    '1 第1项:形成决议',
    '  12月10日前 施工方 报方案',
    '2 第2项:继续商量',
    '会议记录点开小程序看',
  ])
  expect(text).not.toContain('赵奶奶')
})

test('called off, it reads why', () => {
  const text = sessionDigest('金桂社区', session({ state: 'cancelled', cancelledBecause: '停电' }))
  expect(text.split('\n').slice(2)).toEqual(['取消了:停电'])
})

test.each([8, 9, 10])('%d items are never more than twelve lines', (count) => {
  const agenda = Array.from({ length: count }, (_one, n) => item(n + 1, { outcome: 'continued' }))
  for (const state of ['announced', 'held'] as const) {
    const lines = sessionDigest('金桂社区', session({ state, agenda })).split('\n')
    expect(lines.length).toBeLessThanOrEqual(12)
    const rest = lines.find((line) => line.startsWith('还有'))
    expect(rest).toBe(count === 8 ? undefined : `还有 ${count - 7} 行,点开小程序看`)
  }
})

test('who is asked is said in people’s words', () => {
  expect(askedText({ buildings: [], open: true })).toBe('全社区的邻居都可以来')
  expect(askedText({ buildings: [], open: false })).toBe('请收到通知的各方来')
  expect(decisionText({ text: '开工', who: '施工方', byDay })).toBe('12月10日前 施工方 开工')
})
