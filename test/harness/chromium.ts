import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { delimiter, join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { type Browser, chromium } from 'playwright-core'

const root = join(__dirname, '..', '..')
const cache = join(root, 'node_modules', '.cache', 'linli-browser')
const packed = join(root, 'node_modules', '@sparticuz', 'chromium', 'bin')
const fonts = join(root, 'node_modules', '@expo-google-fonts', 'noto-sans-sc')

const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome']
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
]

const onThisMachine = (): string | undefined => {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = [
    process.env.CHROME_PATH ?? '',
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    ...usualPlaces,
  ]
  return candidates.find((path) => path !== '' && existsSync(path))
}

/** Makes a folder by `fill`, whole or not at all: several test processes may come here at once. */
const once = (name: string, fill: (folder: string) => void): string => {
  const folder = join(cache, name)
  if (existsSync(folder)) return folder
  mkdirSync(cache, { recursive: true })
  const draft = mkdtempSync(`${folder}-`)
  fill(draft)
  try {
    renameSync(draft, folder)
  } catch {
    rmSync(draft, { recursive: true }) // another process was first
  }
  return folder
}

const unpacked = (name: string): Buffer => brotliDecompressSync(readFileSync(join(packed, name)))

const untar = (name: string, folder: string): void => {
  execFileSync('tar', ['-xf', '-', '-C', folder], { input: unpacked(name) })
}

/** The headless Chromium that npm brought, with the libraries a bare machine lacks. */
const fromPackage = (): { executable: string; libraries: string } => {
  const folder = once('chromium', (draft) => {
    writeFileSync(join(draft, 'chromium'), unpacked('chromium.br'))
    chmodSync(join(draft, 'chromium'), 0o755)
    untar('al2023.tar.br', draft)
  })
  return { executable: join(folder, 'chromium'), libraries: join(folder, 'lib') }
}

/** A font configuration that knows a Chinese font, whatever the machine has. */
const fontConfig = (): string => {
  const folder = once('fonts', (draft) => {
    const lines = [
      '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>',
      ...['400Regular', '700Bold'].map((weight) => `<dir>${join(fonts, weight)}</dir>`),
      '<dir>/usr/share/fonts</dir>',
      `<cachedir>${join(cache, 'fontconfig')}</cachedir>`,
      ...['sans-serif', 'serif', 'monospace', 'system-ui'].map(
        (family) => `<alias><family>${family}</family><prefer><family>Noto Sans SC</family></prefer></alias>`,
      ),
      '</fontconfig>',
    ]
    writeFileSync(join(draft, 'fonts.conf'), lines.join('\n'))
  })
  return join(folder, 'fonts.conf')
}

/** Starts a headless Chromium: the machine's own, or else the one in `node_modules`; needs no root and no display. */
export const launchChromium = async (): Promise<Browser> => {
  const own = onThisMachine()
  const env = { ...process.env, FONTCONFIG_FILE: fontConfig() }
  const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none']
  if (own) return chromium.launch({ executablePath: own, args, env })
  const { executable, libraries } = fromPackage()
  const path = [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter)
  return chromium.launch({
    executablePath: executable,
    args: [...args, '--no-zygote', '--headless=shell'],
    env: { ...env, LD_LIBRARY_PATH: path },
  })
}
