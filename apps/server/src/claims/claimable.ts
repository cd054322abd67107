import type { Benefit, Place, Subject } from '@junheng/entitlements'
import type { Problem } from '@junheng/casework'

/** A benefit that a person can claim in money, and how its claims are told apart. */
export interface Claimable {
  readonly benefit: Benefit
  /** The table whose row it is for; null where a household has one such subject. */
  readonly table: string | null
  /** Claimed anew each year; else once. */
  readonly yearly: boolean
}

export type FindClaimable =
  | { readonly ok: true; readonly claimable: Claimable }
  | { readonly ok: false; readonly problem: Problem }

const persons: ReadonlySet<Subject> = new Set(['household', 'mother', 'father', 'child', 'member', 'worker'])
const yearlyAmounts: ReadonlySet<string> = new Set(['year', 'semester', 'month', 'day'])

/** Every benefit of a place that is money, a right, of a document in force, and for a person. In the place's order. */
export function claimableBenefits(place: Place): readonly Benefit[] {
  return place.benefits.filter((benefit) => whyNot(place, benefit) === null)
}

/** The benefit of that id, if it can be claimed here; else the reason why not. */
export function findClaimable(place: Place, id: string): FindClaimable {
  const benefit = place.benefits.find((one) => one.id === id)
  if (benefit === undefined) {
    return refuse('unknown-benefit', {
      zh: `这里没有“${id.slice(0, 80)}”这项待遇`,
      en: `There is no benefit "${id.slice(0, 80)}" here`,
    })
  }
  const words = whyNot(place, benefit)
  if (words !== null) return refuse('not-claimable', words)
  const table = place.tables.find(({ row }) => row === benefit.subject)?.name ?? null
  return { ok: true, claimable: { benefit, table, yearly: yearlyAmounts.has(benefit.amount?.per ?? '') } }
}

function whyNot(place: Place, { kind, force, subject, amount, source, label }: Benefit): Problem['message'] | null {
  if (!kind.startsWith('cash-') || amount?.unit !== 'CNY') {
    return {
      zh: `“${label.zh}”不是发钱的待遇，不在这里申领；怎么办见待遇页`,
      en: `"${label.en}" is not paid in money; its own page says how it is had`,
    }
  }
  if (force !== 'entitled') {
    return {
      zh: `方案只说探索或鼓励“${label.zh}”，还没有可以申领的钱`,
      en: `The plan only explores or encourages "${label.en}": there is no money to claim yet`,
    }
  }
  if (!persons.has(subject)) {
    return {
      zh: `“${label.zh}”发给机构或企业，不由个人申领`,
      en: `"${label.en}" is paid to institutions or firms, not to a person`,
    }
  }
  return place.documents.find(({ id }) => id === source.document)?.status === 'draft'
    ? {
        zh: `“${label.zh}”的文件还在征求意见，没有施行`,
        en: `The document that gives "${label.en}" is a draft and not in force`,
      }
    : null
}

function refuse(code: string, message: Problem['message']): FindClaimable {
  return { ok: false, problem: { path: 'benefit', code, message } }
}
