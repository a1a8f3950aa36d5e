import type { Cloud, PickedFile } from './cloud.port'

const KEY = 'linli.openid'

/** Who the browser acts as; the local cloud's page `/who` asks when nobody was chosen, and leads back to this page. */
const openid = (): string => {
  const chosen = window.localStorage.getItem(KEY)
  if (chosen) return chosen
  const { pathname, search, hash } = window.location
  window.location.replace(`/who?next=${encodeURIComponent(pathname + search + hash)}`)
  return ''
}

/** The browser is on its way to `/who`: nothing is asked in nobody's name. */
const leaving = new Promise<never>(() => {})

const post = async (path: string, body: string | FormData): Promise<unknown> => {
  const who = openid()
  if (!who) return leaving
  const headers = {
    'x-openid': who,
    ...(typeof body === 'string' && { 'content-type': 'application/json' }),
  }
  const answer = await fetch(path, { method: 'POST', headers, body })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
  return answer.json()
}

const fileIdOf = (answer: unknown): string => {
  if (typeof answer === 'object' && answer && 'fileID' in answer) return String(answer.fileID)
  throw new Error('the upload answered no file id')
}

/** The browser's own file chooser. */
const picked = (accept: string): Promise<PickedFile | undefined> =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    input.addEventListener('change', () => {
      const file = input.files?.[0]
      resolve(file && { name: file.name, content: file })
    })
    input.addEventListener('cancel', () => resolve(undefined))
    input.click()
  })

const upload = async ({ name, content }: PickedFile): Promise<string> => {
  if (typeof content === 'string') throw new TypeError('a browser uploads a file')
  const form = new FormData()
  form.append('file', content, name)
  return fileIdOf(await post('/upload', form))
}

/** The cloud from a browser: the local cloud that serves this page. */
export const cloud: Cloud = {
  callFunction: (name, data) => post('/call', JSON.stringify({ name, data })),

  pictureOf: (fileId) => (fileId.startsWith('cloud://') ? `/file?id=${encodeURIComponent(fileId)}` : fileId),

  uploadFile: upload,

  pickFile: (extensions) => picked(extensions.map((extension) => `.${extension}`).join(',')),

  pickPhoto: () => picked('image/*'),

  keepPhoto: upload,

  sendPhoto: async (kept) => kept,

  dropPhoto: () => undefined,

  // a browser has no such question: the local cloud takes the tap as a yes
  askToNotify: (templateId) => {
    const headers = { 'content-type': 'application/json', 'x-openid': openid() }
    const body = JSON.stringify({ openid: openid(), templateId })
    fetch('/subscribe', { method: 'POST', headers, body }).catch(() => undefined)
  },

  identity: openid,
}
