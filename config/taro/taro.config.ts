import { join } from 'node:path'
import type { UserConfigExport } from '@tarojs/cli'
import type { IH5Config } from '@tarojs/taro/types/compile'
// Taro compiles this file and what it imports, but of a plugin only the entry file: so load the rest here.
import './aria-plugin/aria-props'

const target = process.env.TARO_ENV ?? 'weapp'
const types = join(__dirname, '..', '..', 'types')
// WeChat has no AbortController, which react-query constructs for every read. It is given to every module by name,
// because a global set at run time is not visible as a bare name inside WeChat's modules. Aborting needs an `Event`:
// what Taro's `document.createEvent` makes has no `initEvent`, so that a read could not be cancelled for a newer one.
const given = {
  AbortController: [require.resolve('abortcontroller-polyfill/dist/cjs-ponyfill'), 'AbortController'],
  Event: ['@tarojs/runtime', 'TaroEvent'],
}
const pxtransform: NonNullable<NonNullable<IH5Config['postcss']>['pxtransform']> = {
  enable: true,
  // @ts-expect-error -- Taro 4.2.1 knows 'px'; its types do not
  config: { targetUnit: 'px' },
}

/**
 * Builds the client for WeChat (`weapp`) and for browsers (`h5`) into `dist/<target>`.
 *
 * One px in a style sheet is one real px on both targets: text follows `--fs` (elder mode) and never the
 * width of the screen, so a large phone shows more, not bigger.
 */
const config: UserConfigExport<'webpack5'> = {
  projectName: 'linli',
  sourceRoot: 'src',
  outputRoot: `dist/${target}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  plugins: [join(__dirname, 'aria-plugin', 'aria-plugin.ts')],
  logger: { quiet: true, stats: false },
  // A cold build takes seconds; a cache on disk would save little and could serve what is stale.
  cache: { enable: false },
  // esbuild also lowers what dependencies ship too modern for old phones (private fields of react-query).
  jsMinimizer: 'esbuild',
  esbuild: { minify: { enable: true, config: { target: 'es2017' } } },
  cssMinimizer: 'csso',
  mini: {
    optimizeMainPackage: { enable: true },
    webpackChain: (chain, webpack) => chain.plugin('given-by-name').use(webpack.ProvidePlugin, [given]),
    compile: { include: [types, join(__dirname, 'aria-plugin')] },
    postcss: { pxtransform },
    miniCssExtractPluginOption: { ignoreOrder: true },
  },
  h5: {
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    compile: { include: [types] },
    webpackChain: (chain) => chain.performance.hints(false),
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: { pxtransform, autoprefixer: { enable: true } },
  },
}

export default config
