const swc = {
  '^.+\\.tsx?$': ['@swc/jest', { jsc: { target: 'es2022', transform: { react: { runtime: 'automatic' } } } }],
}

/** A zone is a kind of test, told by its file name; `localcloud` and `architecture` are folders. */
const zone = (displayName, testMatch, more = {}) => ({
  displayName,
  rootDir: '.',
  testMatch: testMatch.map((pattern) => `<rootDir>/test/${pattern}`),
  transform: swc,
  testEnvironment: 'node',
  ...more,
})

/** What a zone stands on is built first when it is missing or older than its sources. */
const buildFirst = { globalSetup: '<rootDir>/test/harness/build-first.ts' }

module.exports = {
  testTimeout: 60_000,
  // a test mostly waits for its local cloud, so two at once on two cores
  maxWorkers: 2,
  projects: [
    zone('rule', ['**/*.rule.test.ts']),
    zone('architecture', ['architecture/*.test.ts']),
    zone('localcloud', ['localcloud/**/*.test.ts'], buildFirst),
    zone('room', ['**/*.room.test.ts'], buildFirst),
    zone('page', ['**/*.page.test.ts'], {
      ...buildFirst,
      testEnvironment: '<rootDir>/test/harness/page-environment.ts',
    }),
    zone('browser', ['**/*.browser.test.ts'], buildFirst),
  ],
}
