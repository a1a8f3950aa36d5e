import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { sourcesOf } from '../harness/sources'

const server = sourcesOf('cloudfunctions')
const house = [...server, ...sourcesOf('types', 'src', 'localcloud', 'config')]
const tests = sourcesOf('test')

const offenders = (files: typeof house, pattern: RegExp, allowed: (path: string) => boolean): string[] =>
  files.filter((file) => pattern.test(file.text) && !allowed(file.path)).map((file) => file.path)

describe('the house', () => {
  test('every rule has its test', () => {
    const tested = new Set(tests.map((file) => basename(file.path)))
    const missing = house
      .filter((file) => file.path.endsWith('.rule.ts'))
      .map((file) => basename(file.path).replace('.ts', '.test.ts'))
      .filter((name) => !tested.has(name))
    expect(missing).toEqual([])
  })

  test('only stores, timers and the kit name collections', () => {
    const asking = /\btable\('/
    expect(
      offenders(
        server,
        asking,
        (path) => path.startsWith('cloudfunctions/_kit/') || /\.store\.ts$/.test(path),
      ),
    ).toEqual([])
  })

  test('time is read in one place and taken apart in another', () => {
    const reading = /Date\.now\(|new Date\(|Date\.parse\(/
    const allowed = new Set(['types/common/time.ts', 'cloudfunctions/_kit/clock.ts'])
    expect(offenders([...server, ...sourcesOf('types')], reading, (path) => allowed.has(path))).toEqual([])
  })

  test('rules draw no lots', () => {
    const rules = server.filter((file) => file.path.endsWith('.rule.ts'))
    expect(offenders(rules, /Math\.random|randomUUID|randomBytes|process\.env/, () => false)).toEqual([])
  })

  test('nothing is called utils and no folder has a barrel', () => {
    const barrels = house.filter(
      (file) =>
        /(^|\/)(utils?|helpers?|misc)(\.|\/)/.test(file.path) ||
        (/(^|\/)index\.tsx?$/.test(file.path) &&
          !/^(cloudfunctions\/[^/]+|config)\/index\.ts$/.test(file.path)),
    )
    expect(barrels.map((file) => file.path)).toEqual([])
  })

  test('no file outgrows four hundred lines, data excepted', () => {
    const long = house.filter(
      (file) => file.text.split('\n').length > 400 && !/\/(concepts|dictionary)\//.test(file.path),
    )
    expect(long.map((file) => file.path)).toEqual([])
  })

  test('nothing is left for later', () => {
    expect(offenders(house, /\b(TODO|FIXME|XXX|HACK)\b/, () => false)).toEqual([])
  })

  test('every room of the server has its contract and its settings', () => {
    const rooms = new Set(
      server.map((file) => file.path.split('/')[1] ?? '').filter((room) => room !== '_kit'),
    )
    for (const room of rooms) {
      expect(existsSync(`types/${room}.contract.ts`)).toBe(true)
      expect(existsSync(`cloudfunctions/${room}/config.json`)).toBe(true)
      expect(existsSync(`cloudfunctions/${room}/package.json`)).toBe(true)
    }
  })
})

describe('the words', () => {
  // a synonym in code sends the next reader searching for the wrong word (docs/glossary.md)
  const synonyms = [
    /\b(signup|signUp|registration|booking)s?\b/i,
    /\b(ledger)s?\b/i,
    /\b(demand)s?\b/i,
    /\b(supplier|vendor)s?\b/i,
  ]
  test.each(synonyms.map((pattern) => [pattern]))(
    'code has no %s where the glossary has a word',
    (pattern) => {
      const identifiers = house
        .filter(
          (file) => /^(cloudfunctions|types|src)\//.test(file.path) && !file.path.includes('/matching/'),
        )
        .filter((file) => pattern.test(file.text.replace(/\/\*[\s\S]*?\*\/|\/\/.*|'[^']*'/g, '')))
      expect(identifiers.map((file) => file.path)).toEqual([])
    },
  )
})
