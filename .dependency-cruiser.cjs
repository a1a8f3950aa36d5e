/** The walls of the house: imports flow one way, rooms meet at their doors, rules are pure. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'types-know-nobody',
      comment: 'the promises stand under both sides',
      severity: 'error',
      from: { path: '^types/' },
      to: { path: '^(src|cloudfunctions|localcloud|config|test)/' },
    },
    {
      name: 'server-does-not-know-the-client',
      severity: 'error',
      from: { path: '^cloudfunctions/' },
      to: { path: '^(src|localcloud|config|test)/' },
    },
    {
      name: 'client-does-not-know-the-server',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(cloudfunctions|localcloud|config|test)/' },
    },
    {
      name: 'client-takes-contracts-as-types',
      comment: 'one contract imported as a value brings the whole of zod onto a page',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        path: '^types/(.*\\.(contract|fields)|common/(contract|fields))\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'client-has-no-zod',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: 'node_modules/zod' },
    },
    {
      name: 'local-cloud-knows-no-room',
      comment: 'it hosts any folder of cloud functions, so it loads ours from dist like the real cloud',
      severity: 'error',
      from: { path: '^localcloud/' },
      to: { path: '^(types|cloudfunctions|src|config|test)/' },
    },
    {
      name: 'rooms-meet-at-their-doors',
      severity: 'error',
      from: { path: '^cloudfunctions/([^_/][^/]*)/' },
      to: {
        path: '^cloudfunctions/([^_/][^/]*)/',
        pathNot: ['^cloudfunctions/$1/', '\\.door\\.ts$'],
      },
    },
    {
      name: 'kit-knows-no-room',
      severity: 'error',
      from: { path: '^cloudfunctions/_kit/' },
      to: { path: '^cloudfunctions/[^_]' },
    },
    {
      name: 'rules-are-pure',
      comment: 'a rule gets facts and decides: no clock, no database, no SDK, no files',
      severity: 'error',
      from: { path: '\\.rule\\.ts$' },
      to: {
        path: '(\\.(store|action|timer|door)\\.ts$|_kit/(cloud|table|transaction|serve|caller|notices|text-check|clock)\\.ts$|wx-server-sdk)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'only-the-kit-and-actions-of-files-touch-the-sdk',
      comment: 'stores speak through _kit/table; the SDK itself stays in the kit (file downloads included)',
      severity: 'error',
      from: { path: '^cloudfunctions/[^_]' },
      to: { path: 'node_modules/wx-server-sdk' },
    },
    {
      name: 'stores-are-asked-by-actions',
      comment: 'queries live in stores; only actions, timers and doors load and write',
      severity: 'error',
      from: { path: '^cloudfunctions/[^_]', pathNot: '\\.(action|timer|door|store)\\.ts$|/index\\.ts$' },
      to: { path: '\\.store\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nothing-leans-on-tests',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.d.ts', '.weapp.ts', '.h5.ts', '.js', '.cjs', '.mjs', '.json', '.scss'],
    },
  },
}
