const { readFileSync } = require('node:fs')

// What WeChat downloads: the main package and each subpackage of the build, raw bytes (WeChat allows 2 MB each).
const { subPackages } = JSON.parse(readFileSync('dist/weapp/app.json', 'utf8'))
const roots = subPackages.map(({ root }) => root)
const raw = { gzip: false, brotli: false }

module.exports = [
  {
    name: 'main package',
    path: ['dist/weapp/**/*', ...roots.map((root) => `!dist/weapp/${root}/**/*`)],
    limit: '1 MB',
    ...raw,
  },
  ...roots.map((root) => ({ name: root, path: `dist/weapp/${root}/**/*`, limit: '500 kB', ...raw })),
]
