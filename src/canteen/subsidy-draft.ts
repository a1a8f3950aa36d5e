import type { CareTag } from '../../types/common/words'
import { fenOf } from './menu-draft'
import type { SubsidyRule } from './shown'

export interface TierDraft {
  readonly key: number
  readonly title: string
  readonly fromAge: number
  readonly careTags: readonly CareTag[]
  readonly kind: 'off' | 'pay'
  readonly yuan: string
}
export interface FundDraft {
  readonly key: number
  readonly name: string
  readonly share: number
}

/** Tiers to begin with: those in force, else the common ones by age. */
export const tierDrafts = (rule: SubsidyRule | undefined): readonly TierDraft[] =>
  rule?.tiers.map(({ title, fromAge, careTags, kind, fen }, key) => ({
    key,
    title,
    fromAge,
    careTags,
    kind,
    yuan: String(fen / 100),
  })) ?? [
    { key: 0, title: '60 岁以上', fromAge: 60, careTags: [], kind: 'off', yuan: '2' },
    { key: 1, title: '70 岁以上', fromAge: 70, careTags: [], kind: 'off', yuan: '4' },
    { key: 2, title: '80 岁以上', fromAge: 80, careTags: [], kind: 'off', yuan: '7' },
  ]

export const fundDrafts = (rule: SubsidyRule | undefined): readonly FundDraft[] =>
  rule?.funds.map(({ name, share }, key) => ({ key, name, share })) ?? [
    { key: 0, name: '区级补贴', share: 100 },
  ]

/** A key nobody has. */
export const freeKey = (drafts: readonly { readonly key: number }[]): number =>
  1 + Math.max(-1, ...drafts.map(({ key }) => key))

/** What is saved; undefined while a name or an amount is missing. */
export const savedRule = (tiers: readonly TierDraft[], funds: readonly FundDraft[]) => {
  const priced = tiers.flatMap(({ title, fromAge, careTags, kind, yuan }) => {
    const fen = fenOf(yuan)
    return fen === undefined || title.trim() === ''
      ? []
      : [{ title: title.trim(), fromAge, careTags: [...careTags], kind, fen }]
  })
  const named = funds.flatMap(({ name, share }) => (name.trim() === '' ? [] : [{ name: name.trim(), share }]))
  const whole = priced.length === tiers.length && named.length === funds.length
  return whole && priced.length > 0 && named.length > 0 ? { tiers: priced, funds: named } : undefined
}
