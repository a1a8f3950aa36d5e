import { z } from 'zod'
import { defineActions } from './common/contract'
import { centreId, cursor, instantField, rowId, shanghaiDayField, whole, words } from './common/fields'
import { doorPart, fileId, partyRole, photos, seen } from './hall.fields'
import type { hallRefusals } from './hall.refusals'

const sessionState = z.enum(['draft', 'announced', 'held', 'cancelled'])
const outcome = z.enum(['', 'resolved', 'continued', 'dropped'])
const rsvp = z.enum(['none', 'yes', 'no'])
const decision = z.strictObject({
  text: words(200),
  who: words(30),
  byDay: shanghaiDayField,
})
const sessionRow = z.object({
  sessionId: rowId,
  title: z.string(),
  startsAt: instantField,
  endsAt: instantField,
  place: z.string(),
  state: sessionState,
  items: z.number(),
  coming: z.number(),
  present: z.number(),
  quorum: z.number(),
  /** What I said; `none` when I am invited and said nothing, absent when I am not. */
  mine: rsvp.optional(),
})
const agendaItem = z.object({
  itemId: rowId,
  matterId: z.string(),
  title: z.string(),
  /** Planned length in minutes. */
  minutes: z.number(),
  /** 会议记录; empty until it is written, shown to residents when the session is closed. */
  text: z.string(),
  outcome,
  decisions: z.array(z.object({ text: z.string(), who: z.string(), byDay: z.string() })),
})
const sessionFacts = sessionRow.extend({
  agenda: z.array(agendaItem),
  buildings: z.array(z.string()),
  open: z.boolean(),
  photos: z.array(z.string()),
  attachments: z.array(z.object({ fileId: z.string(), name: z.string() })),
  cancelledBecause: z.string(),
  /** How many of each role were there. */
  attended: z.array(z.object({ role: partyRole, present: z.number(), invited: z.number() })),
  checkedIn: z.boolean(),
})
const partyView = z.object({
  key: rowId,
  role: partyRole,
  title: z.string(),
  name: z.string(),
  rsvp,
  present: z.boolean(),
  source: z.enum(['invited', 'joined', 'door']),
})

/** 议事会 (H2): agenda, parties, who was there, minutes. One matter may take many sessions. */
export const sessionActions = defineActions<keyof typeof hallRefusals>()({
  sessions: {
    kind: 'read',
    may: 'resident',
    about: '看要开的和开过的议事会',
    input: z.strictObject({ centreId, show: z.enum(['coming', 'past']), after: cursor.optional() }),
    output: z.object({ rows: z.array(sessionRow), next: z.string().optional() }),
    refusals: [],
  },
  session: {
    kind: 'read',
    may: 'resident',
    about: '看一场议事会:议程、地点、会议记录',
    input: z.strictObject({ centreId, sessionId: rowId }),
    output: sessionFacts,
    refusals: [],
  },
  rsvp: {
    kind: 'write',
    may: 'resident',
    about: '说来还是不来',
    input: z.strictObject({ centreId, sessionId: rowId, coming: z.boolean() }),
    output: z.object({ coming: z.number() }),
    refusals: ['HALL.NOT_INVITED', 'HALL.SESSION_OVER', 'HALL.SESSION_FULL'],
  },
  checkInToSession: {
    kind: 'write',
    may: 'resident',
    about: '到会签到(扫现场的码或填 6 位数字)',
    input: z.strictObject({ centreId, sessionId: rowId, code: z.string().regex(/^\d{6}$/, '请填 6 位数字') }),
    output: z.object({ present: z.number() }),
    refusals: [
      'HALL.BAD_CODE',
      'HALL.NOT_INVITED',
      'HALL.SESSION_OVER',
      'HALL.SESSION_NOT_YET',
      'HALL.SESSION_FULL',
    ],
  },
  sessionsOfStaff: {
    kind: 'read',
    may: 'session.manage',
    about: '看全部议事会,包括草稿',
    input: z.strictObject({ centreId, show: z.enum(['coming', 'past']), after: cursor.optional() }),
    output: z.object({ rows: z.array(sessionRow), next: z.string().optional() }),
    refusals: [],
  },
  sessionOfStaff: {
    kind: 'read',
    may: 'session.manage',
    about: '看一场议事会的名单和记录',
    input: z.strictObject({ centreId, sessionId: rowId }),
    output: sessionFacts.extend({ parties: z.array(partyView), changes: z.number() }),
    refusals: [],
  },
  saveSession: {
    kind: 'write',
    may: 'session.manage',
    about: '安排一场议事会:议程、时间、请哪些人',
    input: z.strictObject({
      centreId,
      /** A new one when absent. */
      sessionId: rowId.optional(),
      seen,
      title: words(40),
      startsAt: instantField,
      endsAt: instantField,
      place: words(60),
      /** 到会几方(人)才能形成决议. */
      quorum: whole(1, 300),
      /** Any resident of the centre may come. */
      open: z.boolean(),
      /** Everybody living there is invited. */
      buildings: z.array(doorPart).max(20),
      agenda: z
        .array(
          z.strictObject({
            itemId: rowId.optional(),
            matterId: rowId.optional(),
            title: words(60),
            minutes: whole(1, 240),
          }),
        )
        .min(1, '至少要有一项议程')
        .max(10, '一场最多 10 项'),
      /** Parties by name: who they sit for, and a person's name (sealed). */
      parties: z
        .array(
          z.strictObject({
            key: rowId.optional(),
            role: partyRole,
            title: words(30),
            name: z.string().trim().max(20, '最多 20 个字'),
          }),
        )
        .max(40),
    }),
    output: z.object({ sessionId: rowId, changes: z.number() }),
    refusals: [
      'HALL.WRONG_HOURS',
      'HALL.SESSION_OVER',
      'HALL.SESSION_FULL',
      'HALL.UNKNOWN_MATTER',
      'HALL.TOO_LATE_TO_ANNOUNCE',
      'HALL.NOT_THIS_STEP',
    ],
  },
  announceSession: {
    kind: 'write',
    may: 'session.manage',
    about: '发预告:请到的人会收到通知',
    input: z.strictObject({ centreId, sessionId: rowId, seen }),
    output: z.object({ told: z.number() }),
    refusals: ['HALL.SESSION_OVER', 'HALL.UNKNOWN_MATTER', 'HALL.TOO_LATE_TO_ANNOUNCE', 'HALL.NOT_THIS_STEP'],
  },
  cancelSession: {
    kind: 'write',
    may: 'session.manage',
    about: '取消一场议事会,写明原因',
    input: z.strictObject({ centreId, sessionId: rowId, reason: words(100) }),
    output: z.object({ told: z.number() }),
    refusals: ['HALL.SESSION_OVER'],
  },
  sessionCode: {
    kind: 'read',
    may: 'session.manage',
    about: '出示到会签到码(一分钟换一次)',
    input: z.strictObject({ centreId, sessionId: rowId }),
    output: z.object({ code: z.string(), validUntil: instantField }),
    refusals: ['HALL.SESSION_OVER', 'HALL.SESSION_NOT_YET'],
  },
  markPresent: {
    kind: 'write',
    may: 'session.manage',
    about: '在名单上勾到会的人',
    input: z.strictObject({ centreId, sessionId: rowId, key: rowId, present: z.boolean() }),
    output: z.object({ present: z.number() }),
    refusals: ['HALL.SESSION_OVER', 'HALL.SESSION_NOT_YET', 'HALL.NO_PARTY'],
  },
  addParty: {
    kind: 'write',
    may: 'session.manage',
    about: '门口来的人,当场记上',
    input: z.strictObject({
      centreId,
      sessionId: rowId,
      role: partyRole,
      title: words(30),
      name: z.string().trim().max(20, '最多 20 个字'),
    }),
    output: z.object({ key: rowId, present: z.number() }),
    refusals: ['HALL.SESSION_OVER', 'HALL.SESSION_NOT_YET', 'HALL.SESSION_FULL'],
  },
  saveMinutes: {
    kind: 'write',
    may: 'session.manage',
    about: '记一项议程:说了什么、定了什么、谁什么时候办',
    input: z.strictObject({
      centreId,
      sessionId: rowId,
      itemId: rowId,
      text: words(2000),
      outcome: z.enum(['resolved', 'continued', 'dropped']),
      decisions: z.array(decision).max(10),
      seen,
    }),
    output: z.object({ changes: z.number() }),
    refusals: ['HALL.SESSION_OVER', 'HALL.NO_ITEM'],
  },
  saveSessionFiles: {
    kind: 'write',
    may: 'session.manage',
    about: '放会场照片和附件',
    input: z.strictObject({
      centreId,
      sessionId: rowId,
      photos,
      attachments: z.array(z.strictObject({ fileId, name: words(60) })).max(6),
    }),
    output: z.object({ files: z.number() }),
    refusals: [],
  },
  closeSession: {
    kind: 'write',
    may: 'session.manage',
    about: '散会:每项都记好以后,结果写进各件议题',
    input: z.strictObject({ centreId, sessionId: rowId, seen }),
    output: z.object({
      present: z.number(),
      items: z.array(z.object({ title: z.string(), outcome })),
    }),
    refusals: [
      'HALL.SESSION_OVER',
      'HALL.SESSION_NOT_YET',
      'HALL.MINUTES_MISSING',
      'HALL.NO_QUORUM',
      'HALL.NOT_THIS_STEP',
    ],
  },
})
