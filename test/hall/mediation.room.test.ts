import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { people } from '../harness/town'
import {
  asker,
  bystander,
  centreId,
  codeOf,
  colleague,
  followUpOn,
  type Mediating,
  mediator,
  neighbour,
  nine,
  officer,
  openMediating,
  said,
  secretary,
} from './mediating'

let scene: Mediating
beforeAll(async () => {
  scene = await openMediating()
})
afterAll(() => scene?.stop())
beforeEach(() => scene.clock({ now: nine }))

const minute = 60_000

describe('a mediation', () => {
  test('is asked for, taken, met over, agreed on two phones and looked at again', async () => {
    const mediationId = await scene.asked()
    const { askedAt } = await scene.row(mediationId)
    expect(Math.abs(askedAt - nine)).toBeLessThan(minute)
    expect(await scene.done('mediationsToTake', { centreId }, mediator)).toEqual({
      rows: [{ mediationId, askedAt }],
    })
    await scene.done('takeMediation', { centreId, mediationId }, mediator)
    await scene.joins(mediationId)
    const note = { centreId, mediationId, at: nine, place: said.place, notes: said.notes }
    expect(await scene.done('noteMediation', note, mediator)).toEqual({ sessions: 1 })
    expect(await scene.proposed(mediationId)).toBe(1)

    const mine = await scene.done('myMediations', { centreId }, asker)
    expect(mine.rows).toEqual([
      { mediationId, state: 'underWay', askedAt, mediator: '李*作', parties: 2, waitsForMe: true },
    ])
    expect((await scene.says(mediationId, asker, 1, true)).reply).toMatchObject({
      data: { state: 'underWay', waiting: 1 },
    })
    expect((await scene.done('myMediations', { centreId }, asker)).rows[0]?.waitsForMe).toBe(false)
    expect((await scene.says(mediationId, neighbour, 1, true)).reply).toMatchObject({
      data: { state: 'agreed', waiting: 0 },
    })

    await scene.clock({ now: nine + 7 * 24 * 60 * minute })
    const look = { centreId, mediationId, text: said.followUp }
    expect(await scene.done('followUpMediation', look, mediator)).toEqual({ followUps: 1 })
    const shared = {
      state: 'agreed',
      text: said.text,
      sessions: [{ at: nine, place: said.place, notes: said.notes }],
      agreement: { version: 1, text: said.agreement, confirmed: [{}, {}], objections: [], waiting: [] },
      followUpOn: '',
      followUps: [{ text: said.followUp }],
    }
    const of = (openid: string) => scene.done('mediation', { centreId, mediationId }, openid)
    expect(await of(asker)).toMatchObject({ ...shared, role: 'party', other: said.other })
    // how the asker spoke of the other side is not for the other side
    expect(await of(neighbour)).toMatchObject({ ...shared, role: 'party', other: '' })
    expect(await of(mediator)).toMatchObject({ ...shared, role: 'mediator', other: said.other })
    const { people: table } = await of(neighbour)
    expect(table.map(({ name, role, me }) => [name, role, me]).sort()).toEqual([
      ['王*明', 'asking', false],
      ['郑*上', 'other', true],
    ])
    expect((await scene.done('myCases', { centreId }, mediator)).rows).toMatchObject([
      { mediationId, state: 'agreed', parties: 2, waitsForMe: false, followUpOn: '' },
    ])
  })

  test('fails with where else to turn, and is over', async () => {
    const { mediationId, from } = await scene.met()
    await scene.done('endMediation', { centreId, mediationId, reason: said.ended }, mediator)
    expect(await scene.done('mediation', { centreId, mediationId }, from)).toMatchObject({
      state: 'failed',
      endedBecause: said.ended,
    })
    const about = { centreId, mediationId }
    const after = [
      scene.ask('endMediation', { ...about, reason: said.ended }, mediator),
      scene.ask('noteMediation', { ...about, at: nine, place: '室', notes: '记' }, mediator),
      scene.ask('proposeAgreement', { ...about, text: '约', followUpOn }, mediator),
      scene.ask('handBackMediation', about, mediator),
      scene.ask('invitationCode', about, mediator),
      scene.ask('takeMediation', about, colleague),
      scene.ask('withdrawMediation', about, from),
      scene.says(mediationId, from, 1, true),
    ]
    for (const answer of await Promise.all(after)) expect(codeOf(answer)).toBe('HALL.MEDIATION_OVER')
    expect(codeOf(await scene.ask('followUpMediation', { ...about, text: '看' }, mediator))).toBe(
      'HALL.NO_AGREEMENT',
    )
  })

  test('is withdrawn by whichever party has had enough, before or after it was taken', async () => {
    const waiting = await scene.asked(await scene.lives('has-enough', '蒋三'))
    await scene.done('withdrawMediation', { centreId, mediationId: waiting }, 'has-enough')
    expect((await scene.row(waiting)).state).toBe('withdrawn')
    const { mediationId } = await scene.met()
    await scene.done('withdrawMediation', { centreId, mediationId }, neighbour)
    expect((await scene.row(mediationId)).state).toBe('withdrawn')
  })

  test('waits for at most three of each who ask; those one was invited to do not count', async () => {
    const openid = await scene.lives('asks-often', '韩多')
    for (let n = 0; n < 3; n += 1) await scene.asked(openid)
    const { text, other } = said
    const again = () => scene.ask('askMediation', { centreId, text, other }, openid)
    expect(codeOf(await again())).toBe('HALL.TOO_MANY_OPEN')
    const [first] = (await scene.done('myMediations', { centreId }, openid)).rows
    await scene.done('withdrawMediation', { centreId, mediationId: first?.mediationId ?? '' }, openid)
    expect(codeOf(await again())).toBe('ok')
    const invited = await scene.lives('is-invited-often', '杨应')
    for (let n = 0; n < 3; n += 1) await scene.joins(await scene.taken(), invited)
    expect(codeOf(await scene.ask('askMediation', { centreId, text, other }, invited))).toBe('ok')
  })

  test('whose words WeChat finds risky is not asked for', async () => {
    const openid = await scene.lives('speaks-badly', '朱急')
    const asked = await scene.ask('askMediation', { centreId, text: '他天天在家赌博', other: '某人' }, openid)
    expect(codeOf(asked)).toBe('COMMON.TEXT_REFUSED')
  })
})

describe('the table', () => {
  test('has room for six', async () => {
    const mediationId = await scene.taken()
    for (let n = 2; n <= 6; n += 1) await scene.joins(mediationId, await scene.lives(`sits-${n}`, '秦坐'))
    const seventh = await scene.lives('stands', '尤站')
    const code = await scene.code(mediationId)
    expect(codeOf(await scene.ask('joinMediation', { centreId, code }, seventh))).toBe('HALL.PARTIES_FULL')
    expect(codeOf(await scene.ask('joinMediation', { centreId, code }, 'sits-3'))).toBe('ok')
    expect((await scene.row(mediationId)).people.length).toBe(6)
  })

  test('is joined by the code of these ten minutes or the ten before, and by no other', async () => {
    const [mediationId, another] = [await scene.taken(), await scene.taken()]
    const code = await scene.code(mediationId)
    const [prefix, , signature] = code.split('.')
    const swapped = `${prefix}.${another}.${signature}`
    for (const wrong of [swapped, `${prefix}.${mediationId}.0`, 'LLT', mediationId, `LL1${code.slice(3)}`]) {
      const answer = await scene.ask('joinMediation', { centreId, code: wrong }, bystander)
      expect(codeOf(answer)).toBe('HALL.BAD_CODE')
    }
    await scene.clock({ advance: 20 * minute })
    const late = await scene.ask('joinMediation', { centreId, code }, bystander)
    expect(codeOf(late)).toBe('HALL.BAD_CODE')
    const elsewhere = { centreId: 'hudong.chunjiang.yinxing', code: await scene.code(mediationId) }
    expect(codeOf(await scene.ask('joinMediation', elsewhere, people.residentElsewhere))).toBe(
      'HALL.BAD_CODE',
    )
    await scene.clock({ advance: 10 * minute })
    expect(codeOf(await scene.ask('joinMediation', { ...elsewhere, centreId }, bystander))).toBe('ok')
  })

  test('has no place for the mediator, nor for their family', async () => {
    const works = await scene.lives('mediates-and-lives-here', '许两头', '901')
    const spouse = await scene.lives('spouse-of-mediator', '何家人', '901')
    await scene.works(works)
    const mediationId = await scene.taken(works)
    const code = await scene.code(mediationId, works)
    for (const openid of [works, spouse]) {
      const answer = await scene.ask('joinMediation', { centreId, code }, openid)
      expect(codeOf(answer)).toBe('HALL.MEDIATOR_NOT_PARTY')
    }
    for (const openid of [works, spouse]) {
      const own = await scene.asked(openid)
      const take = await scene.ask('takeMediation', { centreId, mediationId: own }, works)
      expect(codeOf(take)).toBe('HALL.OWN_AFFAIR')
    }
    // handed to a colleague it is no family affair any more
    await scene.done('handBackMediation', { centreId, mediationId }, works)
    expect(codeOf(await scene.ask('joinMediation', { centreId, code }, spouse))).toBe('HALL.BAD_CODE')
    await scene.done('takeMediation', { centreId, mediationId }, colleague)
    await scene.joins(mediationId, spouse, colleague)
  })

  test('is handed to a colleague with what was noted, and is gone for whoever had it', async () => {
    const { mediationId } = await scene.met()
    const note = { centreId, mediationId, at: nine, place: said.place, notes: said.notes }
    await scene.done('noteMediation', note, mediator)
    await scene.done('handBackMediation', { centreId, mediationId }, mediator)
    expect(codeOf(await scene.ask('mediation', { centreId, mediationId }, mediator))).toBe('COMMON.NOT_FOUND')
    await scene.done('takeMediation', { centreId, mediationId }, colleague)
    const content = await scene.done('mediation', { centreId, mediationId }, colleague)
    expect(content).toMatchObject({ role: 'mediator', sessions: [{ notes: said.notes }] })
    expect(content.people.length).toBe(2)
  })
})

describe('an agreement', () => {
  test('needs the other side, and a day to come for looking at it again', async () => {
    const mediationId = await scene.taken()
    const propose = (day: string) =>
      scene.ask('proposeAgreement', { centreId, mediationId, text: '约', followUpOn: day }, mediator)
    expect(codeOf(await propose(followUpOn))).toBe('HALL.PARTY_MISSING')
    await scene.joins(mediationId)
    for (const day of ['2026-12-03', '2026-11-01', '2029-01-01']) {
      expect(codeOf(await propose(day))).toBe('HALL.WRONG_DAY')
    }
    expect(codeOf(await propose('2026-12-04'))).toBe('ok')
  })

  test('that was changed is confirmed anew; who read the old text is told so', async () => {
    const { mediationId, from } = await scene.met()
    await scene.proposed(mediationId)
    expect(codeOf(await scene.says(mediationId, from, 1, true))).toBe('ok')
    expect(await scene.proposed(mediationId, { text: '二十天内重做防水' })).toBe(2)
    expect(codeOf(await scene.says(mediationId, neighbour, 1, true))).toBe('HALL.AGREEMENT_CHANGED')
    expect((await scene.says(mediationId, neighbour, 2, true)).reply).toMatchObject({
      data: { state: 'underWay', waiting: 1 },
    })
    expect((await scene.says(mediationId, from, 2, true)).reply).toMatchObject({ data: { state: 'agreed' } })
  })

  test('is objected to with a reason the others read, and can still be confirmed', async () => {
    const { mediationId, from } = await scene.met()
    await scene.proposed(mediationId)
    await scene.says(mediationId, from, 1, true)
    const silent = { centreId, mediationId, version: 1, agree: false, text: '' }
    expect(codeOf(await scene.ask('confirmAgreement', silent, neighbour))).toBe('HALL.REASON_MISSING')
    expect((await scene.says(mediationId, neighbour, 1, false)).reply).toMatchObject({
      data: { state: 'underWay', waiting: 1 },
    })
    expect((await scene.done('mediation', { centreId, mediationId }, from)).agreement).toMatchObject({
      confirmed: [{ name: '王*明' }],
      objections: [{ name: '郑*上', text: said.objection }],
      waiting: ['郑*上'],
    })
    // whoever said yes may take it back while the others have not said yes
    expect((await scene.says(mediationId, from, 1, false)).reply).toMatchObject({ data: { waiting: 2 } })
    await scene.says(mediationId, neighbour, 1, true)
    expect((await scene.says(mediationId, from, 1, true)).reply).toMatchObject({ data: { state: 'agreed' } })
  })

  test('is not confirmed by the mediator, nor by anybody else', async () => {
    const { mediationId } = await scene.met()
    await scene.proposed(mediationId)
    expect(codeOf(await scene.says(mediationId, mediator, 1, true))).toBe('HALL.NOT_A_PARTY')
    for (const openid of [bystander, colleague, secretary, officer, people.stranger]) {
      expect(codeOf(await scene.says(mediationId, openid, 1, true))).toBe('COMMON.NOT_FOUND')
    }
  })

  test('also waits for whoever joins after it was proposed', async () => {
    const { mediationId, from } = await scene.met()
    await scene.proposed(mediationId)
    await scene.says(mediationId, from, 1, true)
    await scene.joins(mediationId, await scene.lives('joins-late', '吕晚'))
    expect((await scene.says(mediationId, neighbour, 1, true)).reply).toMatchObject({ data: { waiting: 1 } })
    expect((await scene.says(mediationId, 'joins-late', 1, true)).reply).toMatchObject({
      data: { state: 'agreed' },
    })
  })

  test('is looked at again on its day: the mediator is reminded once, from nine on', async () => {
    const { mediationId, from } = await scene.met()
    await scene.proposed(mediationId)
    await scene.says(mediationId, from, 1, true)
    await scene.says(mediationId, neighbour, 1, true)
    const reminded = async () =>
      (await scene.told(mediator)).filter(
        ({ title, page }) => title.includes('回访') && page.includes(mediationId),
      ).length
    const day = 24 * 60 * minute
    await scene.clock({ now: nine + 7 * day - minute })
    await scene.tick()
    expect(await reminded()).toBe(0)
    await scene.clock({ now: nine + 7 * day })
    await Promise.all([scene.tick(), scene.tick()])
    await scene.tick()
    expect(await reminded()).toBe(1)
    const look = { centreId, mediationId, text: said.followUp, nextOn: '2026-12-20' }
    await scene.done('followUpMediation', look, mediator)
    const wrong = { ...look, nextOn: '2026-12-01' }
    expect(codeOf(await scene.ask('followUpMediation', wrong, mediator))).toBe('HALL.WRONG_DAY')
    await scene.clock({ now: nine + 17 * day })
    for (let n = 0; n < 3; n += 1) await scene.tick({ 'x-crash-after-writes': String(n) })
    await scene.tick()
    expect(await reminded()).toBe(2)
  })
})

describe('everybody else', () => {
  let mediationId: string
  let from: string
  let key: string
  beforeAll(async () => {
    await scene.clock({ now: nine })
    ;({ mediationId, from } = await scene.met())
    await scene.proposed(mediationId)
    key = Object.keys((await scene.row(mediationId)).parties)[0] ?? ''
  })

  test('who works here, in the street or elsewhere is told that there is none', async () => {
    const about = { centreId, mediationId }
    for (const openid of [colleague, secretary]) {
      const tried = [
        scene.ask('mediation', about, openid),
        scene.ask('invitationCode', about, openid),
        scene.ask('partyContact', { ...about, key }, openid),
        scene.ask('handBackMediation', about, openid),
        scene.ask('noteMediation', { ...about, at: nine, place: '室', notes: '记' }, openid),
        scene.ask('proposeAgreement', { ...about, text: '约', followUpOn }, openid),
        scene.ask('endMediation', { ...about, reason: '完' }, openid),
        scene.ask('followUpMediation', { ...about, text: '看' }, openid),
        scene.ask('withdrawMediation', about, openid),
      ]
      for (const answer of await Promise.all(tried)) expect(codeOf(answer)).toBe('COMMON.NOT_FOUND')
      expect(codeOf(await scene.ask('takeMediation', about, openid))).toBe('HALL.MEDIATION_TAKEN')
      const { rows } = await scene.done('myCases', { centreId }, openid)
      expect(rows.map((row) => row.mediationId)).not.toContain(mediationId)
    }
    const { staffElsewhere, residentElsewhere, stranger, pending, volunteer } = people
    const others = [bystander, officer, volunteer, pending, staffElsewhere, residentElsewhere, stranger]
    for (const openid of others) {
      expect(codeOf(await scene.ask('mediation', about, openid))).toBe('COMMON.NOT_FOUND')
      expect(codeOf(await scene.ask('withdrawMediation', about, openid))).toBe('COMMON.NOT_FOUND')
      const { rows } = await scene.done('myMediations', { centreId }, openid)
      expect(rows.map((row) => row.mediationId)).not.toContain(mediationId)
    }
    for (const openid of [officer, bystander, staffElsewhere]) {
      expect(codeOf(await scene.ask('partyContact', { ...about, key }, openid))).toBe('COMMON.NOT_ALLOWED')
    }
  })

  test('at another centre finds nothing under this id, whoever they are', async () => {
    const about = { centreId: 'hudong.chunjiang.yinxing', mediationId }
    for (const openid of [from, neighbour]) {
      expect(codeOf(await scene.ask('mediation', about, openid))).toBe('COMMON.NOT_FOUND')
      expect(codeOf(await scene.ask('withdrawMediation', about, openid))).toBe('COMMON.NOT_FOUND')
    }
    expect(codeOf(await scene.ask('takeMediation', about, people.staffElsewhere))).toBe('COMMON.NOT_FOUND')
    expect(
      codeOf(
        await scene.ask(
          'noteMediation',
          { ...about, at: nine, place: '室', notes: '记' },
          people.staffElsewhere,
        ),
      ),
    ).toBe('COMMON.NOT_FOUND')
  })

  test('sees counts, and they are those of the rows', async () => {
    const figures = await scene.figures()
    expect(figures).toEqual(await scene.recounted())
    expect(figures.asked).toBeGreaterThan(10)
    expect(await scene.done('mediationFigures', { centreId, month: '2026-12' }, officer)).toEqual(figures)
    expect(await scene.figures('2026-11')).toEqual({ asked: 0, taken: 0, agreed: 0, failed: 0, withdrawn: 0 })
    expect(codeOf(await scene.ask('mediationFigures', { centreId, month: '2026-12' }, asker))).toBe(
      'COMMON.NOT_ALLOWED',
    )
  })

  test('a mediator who works here no longer reads nothing any more', async () => {
    const left = await scene.lives('leaves-the-job', '施离职')
    await scene.works(left)
    const { mediationId: theirs } = await scene.met(left)
    expect(codeOf(await scene.ask('mediation', { centreId, mediationId: theirs }, left))).toBe('ok')
    await scene.dismiss(left)
    expect(codeOf(await scene.ask('mediation', { centreId, mediationId: theirs }, left))).toBe(
      'COMMON.NOT_FOUND',
    )
  })
})

describe('what is stored', () => {
  test('says nothing of what was said, in no row, in no notice, and not on the disk', async () => {
    const { mediationId, from } = await scene.met()
    await scene.done(
      'noteMediation',
      { centreId, mediationId, at: nine, place: said.place, notes: said.notes },
      mediator,
    )
    await scene.proposed(mediationId)
    await scene.says(mediationId, from, 1, false)
    await scene.says(mediationId, from, 1, true)
    await scene.says(mediationId, neighbour, 1, true)
    await scene.done('followUpMediation', { centreId, mediationId, text: said.followUp }, mediator)
    const { mediationId: failed } = await scene.met()
    await scene.done('endMediation', { centreId, mediationId: failed, reason: said.ended }, mediator)

    const rows = await scene.everything()
    expect(rows).toContain('您有一件调解有新进展') // rows were looked at
    expect(rows).toContain(mediationId)
    const { dataDir } = scene.town.cloud
    const disk = readdirSync(dataDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
    expect(disk.some((file) => file.includes('您有一件调解有新进展'))).toBe(true)
    for (const words of Object.values(said)) {
      expect(rows).not.toContain(words)
      expect(disk.filter((file) => file.includes(words))).toEqual([])
    }
  })

  test('leaves no line of any party in the log that secretaries and officers read', async () => {
    const log = await scene.rows('auditLog', { centreId })
    const lines = log.filter(({ action }) => /mediation|agreement/i.test(action))
    expect(new Set(lines.map(({ who }) => who))).toEqual(
      new Set([mediator, colleague, 'mediates-and-lives-here', 'leaves-the-job']),
    )
    expect(new Set(lines.map(({ action }) => action))).not.toContain('hall.askMediation')
  })

  test('the mediator sees name and phone of a party, and the log keeps that they looked, not what they saw', async () => {
    const { mediationId } = await scene.met()
    const { people: table } = await scene.done('mediation', { centreId, mediationId }, mediator)
    const key = table.find(({ role }) => role === 'other')?.key ?? ''
    expect(await scene.done('partyContact', { centreId, mediationId, key }, mediator)).toEqual({
      name: '郑楼上',
      phone: '13810000031',
    })
    expect(codeOf(await scene.ask('partyContact', { centreId, mediationId, key: 'nobody' }, mediator))).toBe(
      'COMMON.NOT_FOUND',
    )
    const looked = await scene.rows('auditLog', { action: 'hall.partyContact', target: mediationId })
    expect(looked.map(({ who, reply }) => [who, reply])).toEqual([[mediator, undefined]])
  })

  test('notices go to those at the table, except whoever did it', async () => {
    const { mediationId, from } = await scene.met()
    const toldOf = async (openid: string) =>
      (await scene.told(openid)).filter(({ page }) => page.includes(mediationId)).length
    const before = [await toldOf(from), await toldOf(neighbour), await toldOf(mediator)]
    await scene.proposed(mediationId)
    await scene.says(mediationId, from, 1, true)
    const after = [await toldOf(from), await toldOf(neighbour), await toldOf(mediator)]
    expect(after.map((count, at) => count - (before[at] ?? 0))).toEqual([1, 2, 1])
    for (const openid of [colleague, secretary, officer, bystander]) expect(await toldOf(openid)).toBe(0)
  })

  test('those who could mediate are told that one waits, when it is asked for and when it is handed back', async () => {
    const waits = async (openid: string) =>
      (await scene.told(openid)).filter(({ title }) => title === '有一件调解等人接').length
    const all = [mediator, colleague, secretary, officer, bystander]
    const counts = () => Promise.all(all.map(waits))
    const before = await counts()
    const more = async () => (await counts()).map((count, at) => count - (before[at] ?? 0))
    const mediationId = await scene.taken()
    expect(await more()).toEqual([1, 1, 1, 0, 0])
    await scene.done('handBackMediation', { centreId, mediationId }, mediator)
    expect(await more()).toEqual([1, 2, 2, 0, 0])
    await scene.asked(colleague)
    expect(await more()).toEqual([2, 2, 3, 0, 0])
  })
})
