import { join } from 'node:path'
import { startTestCloud, type TestCloud, type TestCloudOptions } from '../harness/cloud'

/** Small functions that show one behaviour of the cloud each. */
export const FIXTURES = join(__dirname, 'fixtures', 'functions')

/** A cloud with the fixture functions instead of Linli's rooms. */
export const startFixtureCloud = (options: TestCloudOptions = {}): Promise<TestCloud> =>
  startTestCloud({ functions: FIXTURES, ...options })

/** One field of a reply's body; undefined where the body has none. */
export const fieldOf = (body: unknown, name: string): unknown =>
  typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined
