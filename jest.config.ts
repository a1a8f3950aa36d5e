import type { Config } from 'jest'

const swc: Config['transform'] = {
  '^.+\\.tsx?$': ['@swc/jest', { jsc: { target: 'es2022', transform: { react: { runtime: 'automatic' } } } }],
}

/** A zone is a kind of test, told by its file name; `localcloud` and `architecture` are folders. */
const zone = (name: string, testMatch: string[], more: object = {}) => ({
  displayName: name,
  rootDir: '.',
  testMatch: testMatch.map((pattern) => `<rootDir>/test/${pattern}`),
  transform: swc,
  testEnvironment: 'node',
  ...more,
})

/** Zones that run against the local cloud need the bundled functions, page and browser also the built clients. */
const config: Config = {
  projects: [
    zone('rule', ['**/*.rule.test.ts']),
    zone('architecture', ['architecture/*.test.ts']),
    zone('localcloud', ['localcloud/**/*.test.ts'], { testTimeout: 60_000 }),
    zone('room', ['**/*.room.test.ts'], { testTimeout: 60_000 }),
    zone('page', ['**/*.page.test.ts'], { testTimeout: 60_000, testEnvironment: 'jsdom' }),
    zone('browser', ['**/*.browser.test.ts'], { testTimeout: 120_000 }),
  ],
} as Config

export default config
