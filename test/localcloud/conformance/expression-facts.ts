import type { Pipeline } from '../database/sdk'
import { type RunningCloud, startRunningCloud } from './running-cloud'

/** The instant of the document that expressions are computed on. */
export const INSTANT = new Date('2019-05-14T09:38:51.686Z')

const DOCUMENT = {
  n: 5,
  below: -5.7,
  text: 'Hello',
  place: '金桂社区',
  empty: '',
  list: [3, 1, 2],
  objects: [{ a: 1 }, { a: 2 }, { b: 'y' }],
  date: INSTANT,
  nothing: null,
  yes: true,
  no: false,
  object: { x: 1, y: 2 },
}

/** A fact about an expression: its value on the document; undefined when the field is then missing. */
export type Fact = [fact: string, expression: unknown, value: unknown]

/** Expressions on one document, through the SDK. */
export interface Expressions {
  project(fields: Record<string, unknown>): Pipeline
  stop(): Promise<void>
}

/** Starts a cloud with the one document in it. */
export const startExpressions = async (): Promise<Expressions> => {
  const cloud: RunningCloud = await startRunningCloud()
  const collection = await cloud.collection('expressions', [DOCUMENT])
  return { project: (fields) => collection.aggregate().project(fields), stop: cloud.stop }
}

/** Declares a test per fact. */
export const testFacts = (family: string, expressions: () => Expressions, facts: Fact[]): void => {
  describe(`§1.6 aggregate expressions: ${family}`, () => {
    test.each(facts)('%s', async (_fact, expression, value) => {
      const { list } = await expressions().project({ _id: 0, v: expression }).end()
      expect(list).toEqual([value === undefined ? {} : { v: value }])
    })
  })
}

/** An object with a field `then`, which the linter otherwise takes for a promise. */
export const withThen = (fields: Record<string, unknown>, then: unknown): Record<string, unknown> =>
  Object.fromEntries([...Object.entries(fields), ['then', then]])
