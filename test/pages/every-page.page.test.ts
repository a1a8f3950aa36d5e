import { listsContract } from '../../types/lists.contract'
import { attributeOf, below, type Drawn, isInteractive, nameOf, textOf } from '../harness/drawn'
import { allPages } from '../harness/mini-program'
import { openPhone, type Phone } from '../harness/page'
import { openTown, people, type Town } from '../harness/town'
import { stylesOf } from '../harness/wxss'
import { centreId, deskOf } from '../lists/desk'

/** What a phone keeps when its owner turned elder mode on by hand. */
const elder = new Map([['linli.look', JSON.stringify('elder')]])

let town: Town
let query: string
beforeAll(async () => {
  town = await openTown()
  const desk = deskOf(town)
  const projectId = await desk.published({ cap: 1, waitCap: 5 })
  for (const openid of [people.resident, people.secretary, people.staff]) await desk.enrol(projectId, openid)
  await desk.stateNeed('想学跳广场舞')
  const { rows } = await town.done(listsContract, 'resources', { centreId }, people.staff)
  query = `centreId=${centreId}&projectId=${projectId}&resourceId=${rows[0]?.id ?? ''}`
})
afterAll(() => town?.cloud.stop())

/** Opens a page, waits for all it reads, looks at it; fails when its code complained. */
const look = async (route: string, openid: string, at: (phone: Phone) => void, storage = new Map()) => {
  const phone = openPhone({ cloud: town.cloud, openid, storage }, `/${route}?${query}`)
  await phone.settles()
  at(phone)
  phone.close()
}
const whoBelongs = (route: string) => (route.includes('/staff/') ? people.secretary : people.resident)

/** The dark surroundings of a sheet and its body catch touches, but are nothing one would name. */
const surroundings = /nut-overlay|nut-popup/
const nameless = (phone: Phone) =>
  phone
    .controls()
    .filter((control) => nameOf(control) === '' && !surroundings.test(control.className))
    .map(({ tagName, className }) => `${tagName} ${className}`)

/** Choices that do not tell a screen reader whether they are chosen. */
const stateless = (phone: Phone) =>
  phone
    .controls()
    .filter((control) => /radio|checkbox/.test(attributeOf(control, 'ariaRole') ?? ''))
    .filter((control) => !/^(true|false)$/.test(attributeOf(control, 'ariaChecked') ?? ''))
    .map(nameOf)

/** What stands in the second size: notes, tags, and the names of a table's columns. */
const secondary = ['.note', '.status-tag', '.offline-bar', '.table__row--head', '.field__error']
const isSecondary = (drawn: Drawn): boolean =>
  secondary.some((selector) => drawn.matches(`${selector}, ${selector} *`))
const hasWords = (drawn: Drawn): boolean =>
  [...drawn.childNodes].some((child) => !('tagName' in child) && child.textContent.trim() !== '')

/** Everything in elder mode that is smaller than design.md allows. */
const small = (phone: Phone): string[] => {
  const { textSize, height } = stylesOf(phone.route())
  const all = below(phone.program.top().drawn)
  const words = all
    .filter((one) => hasWords(one) && textSize(one) < (isSecondary(one) ? 20 : 22))
    .map((one) => `${textOf(one)}: text of ${textSize(one)} px`)
  const controls = all
    .filter((one) => isInteractive(one) && !surroundings.test(one.className))
    .map((one) => ({ name: nameOf(one), px: Math.max(height(one), ...below(one).map(height)) }))
    .filter(({ px }) => px < 60)
    .map(({ name, px }) => `${name}: ${px} px high`)
  return [...words, ...controls]
}

describe.each(allPages)('%s', (route) => {
  test('shows something, names everything that can be tapped and tells what is chosen', () =>
    look(route, whoBelongs(route), (phone) => {
      expect(phone.text()).not.toBe('')
      expect(nameless(phone)).toEqual([])
      expect(stateless(phone)).toEqual([])
    }))
  test('is large and named in elder mode', () =>
    look(
      route,
      whoBelongs(route),
      (phone) => {
        expect(small(phone)).toEqual([])
        expect(nameless(phone)).toEqual([])
      },
      elder,
    ))
  test('tells a stranger something, too', () =>
    look(route, people.stranger, (phone) => expect(phone.text()).not.toBe('')))
})
