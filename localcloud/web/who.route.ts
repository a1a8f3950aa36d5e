import { existsSync, readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { escaped, htmlPage } from './html'

/** Somebody one can be on the local cloud. */
export interface Persona {
  name: string
  role: string
  centre: string
  openid: string
  /** One line: what to try as this person. */
  hint?: string
}

const STYLE = `body{max-width:720px}h1{font-size:26px}p{color:#4a4f57}
ul{list-style:none;padding:0;display:grid;gap:12px;grid-template-columns:repeat(auto-fill,minmax(260px,1fr))}
button{width:100%;min-height:64px;padding:12px 16px;text-align:left;font:inherit;color:inherit;background:#fff;
border:1px solid #d6d1c9;border-radius:10px;cursor:pointer}button:hover,button:focus{border-color:#a8321f;outline:0}
button[aria-current=true]{border:2px solid #a8321f}strong,span{display:block}span{color:#4a4f57;font-size:16px}`

// `next` may only lead to a page of this very host.
const SCRIPT = `const next=new URL(new URLSearchParams(location.search).get('next')||'/',location.href)
for(const button of document.querySelectorAll('button')){
if(button.dataset.openid===localStorage.getItem('linli.openid'))button.setAttribute('aria-current','true')
button.addEventListener('click',()=>{localStorage.setItem('linli.openid',button.dataset.openid)
location.href=next.origin===location.origin?next.href:'/'})}`

const card = ({ name, role, centre, openid, hint = '' }: Persona): string =>
  `<li><button type="button" data-openid="${escaped(openid)}"><strong>${escaped(name)}</strong>` +
  `<span>${escaped(role)} · ${escaped(centre)}<br>${escaped(hint)}</span></button></li>`

const page = (personas: Persona[]): string =>
  htmlPage(
    '您是谁',
    STYLE,
    `<h1>您是谁</h1><p>这里的人物和地名都是虚构的，只用于演示。请选择一位，以他的身份使用邻里。</p>` +
      (personas.length === 0
        ? '<p>这里还没有演示人物。</p>'
        : `<ul>${personas.map(card).join('')}</ul><script>${SCRIPT}</script>`),
  )

const readPersonas = (files: readonly string[]): Persona[] => {
  const file = files.find((each) => existsSync(each))
  return file === undefined ? [] : JSON.parse(readFileSync(file, 'utf8'))
}

/** `GET /who`: choose whom to be; the choice is kept in the browser as `linli.openid`. The first file found counts. */
export const whoRoute = (server: FastifyInstance, personaFiles: readonly string[]): void => {
  server.get('/who', async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(page(readPersonas(personaFiles))),
  )
  server.get('/personas.json', async () => readPersonas(personaFiles))
}
