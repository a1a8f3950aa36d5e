import type { FastifyInstance } from 'fastify'
import type { Database } from '../database/database'
import type { Timers } from '../functions/timers'
import type { CallLog } from '../gateway/call-log'
import type { WechatStore } from '../wechat/wechat-store'
import { escaped, htmlPage, htmlTable } from './html'

export interface InspectParts {
  database: Database
  timers: Timers
  log: CallLog
  store: WechatStore
}

const STYLE = `body{font-size:15px}table{border-collapse:collapse;background:#fff}
th,td{border:1px solid #d6d1c9;padding:4px 10px;text-align:left}h2{margin-top:28px}button{font:inherit;min-height:40px}pre{white-space:pre-wrap}`
const SHOWN_MESSAGES = 50

// Fires a timer and shows what it answered; the page is read again on the next visit.
const SCRIPT = `for(const button of document.querySelectorAll('button[data-timer]')){
button.addEventListener('click',async()=>{button.disabled=true
const reply=await fetch('/timer/'+button.dataset.timer,{method:'POST'})
document.getElementById('fired').textContent=button.dataset.timer+' · '+(reply.ok?'已执行':'出错')+' · '+await reply.text()
button.disabled=false})}`

const fireButton = (functionName: string, trigger: string): string => {
  const timer = `${encodeURIComponent(functionName)}/${encodeURIComponent(trigger)}`
  return `<button type="button" data-timer="${escaped(timer)}">立即执行 ${escaped(functionName)}/${escaped(trigger)}</button>`
}

const moment = (at: number): string =>
  `${new Date(at + 8 * 3_600_000).toISOString().slice(5, 19).replace('T', ' ')}`

/** `GET /inspect`: what the cloud holds and has lately done, for whoever develops with it. */
export const inspectRoute = (
  server: FastifyInstance,
  { database, timers, log, store }: InspectParts,
): void => {
  server.get('/inspect', async (_request, reply) => {
    const calls = log
      .list()
      .map((call) => [
        moment(call.at),
        `${call.functionName}.${call.action}`,
        call.openid,
        call.outcome,
        call.milliseconds,
        call.requests,
        call.examined,
        call.returned,
      ])
    const messages = store
      .outbox()
      .slice(-SHOWN_MESSAGES)
      .reverse()
      .map(({ at, openid, templateId, page, data }) => [
        moment(at),
        openid,
        templateId,
        page,
        Object.values(data)
          .map(({ value }) => value)
          .join(' · '),
      ])
    const collections = database
      .collections()
      .map(({ name, documents, indexes }) => [name, documents, indexes.join(', ')])
    const schedules = timers
      .list()
      .map(({ functionName, trigger, config, next }) => [
        functionName,
        trigger,
        config,
        next ? moment(next.getTime()) : '',
      ])
    const buttons = timers.list().map(({ functionName, trigger }) => fireButton(functionName, trigger))
    const body = [
      '<h1>本地云</h1>',
      '<h2>数据集合</h2>',
      htmlTable(['集合', '文档数', '索引'], collections),
      '<h2>定时触发器</h2>',
      htmlTable(['云函数', '触发器', '周期', '下一次'], schedules),
      `<p>${buttons.join(' ')}</p><pre id="fired" aria-live="polite"></pre>`,
      '<h2>最近的调用</h2>',
      htmlTable(['时间', '动作', '调用人', '结果', '毫秒', '数据库请求', '读过的文档', '返回的文档'], calls),
      '<h2>已发出的订阅消息</h2>',
      htmlTable(['时间', '收件人', '模板', '页面', '内容'], messages),
      `<script>${SCRIPT}</script>`,
    ].join('')
    return reply.type('text/html; charset=utf-8').send(htmlPage('本地云', STYLE, body))
  })
}
