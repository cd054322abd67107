import { placeOf } from '../text/line.ts'
import type { PlanBenefit } from '../outline.ts'
import { conditionsOf, forceOf, nameOf, periodOf, thresholdOf, writtenPayer } from './benefit-words.ts'
import { benefitType } from './benefit-type.ts'
import { before, type Clause } from './clause.ts'
import { comparatorOf } from './comparator.ts'
import type { Quantity } from './quantity.ts'

/** Benefits stated with a number in one clause; `earlier` are those of the same sentence, `payer` who is known to answer. */
export function benefitsWithAmount(
  clause: Clause,
  payer: string | null,
  earlier: readonly PlanBenefit[],
): readonly PlanBenefit[] {
  const found: PlanBenefit[] = []
  const given = clause.quantities.flatMap((quantity) => {
    const type = benefitType(clause, quantity)
    return type === null ? [] : [{ quantity, type }]
  })
  const subjects = subjectsInOrder(
    clause,
    given.filter(({ quantity }) => quantity.unit === given[0]?.quantity.unit).length,
  )
  const names = namesInOrder(clause, given.length)
  const [ground] = before(clause, 1)
  const last = ground?.quantities.at(-1)
  let baseline: Quantity | null = ground && last && isBaseline(ground, last) ? last : null
  given.forEach(({ quantity, type }, i) => {
    if (isBaseline(clause, quantity)) {
      baseline = quantity
      return
    }
    const known = [...earlier, ...found]
    const subject = subjects[i] ?? null
    // What is given in order to several is one thing.
    const first = subject === null ? undefined : found.find(({ unit }) => unit === quantity.unit)
    const ordered = names[i] ?? first?.name ?? null
    const made = makeBenefit({ clause, quantity, type, payer, known, subject, ordered, baseline })
    if (!repeats(made, known)) found.push(made)
    baseline = null
  })
  return found
}

function makeBenefit(options: {
  readonly clause: Clause
  readonly quantity: Quantity
  readonly type: string
  readonly payer: string | null
  readonly known: readonly PlanBenefit[]
  readonly subject: string | null
  /** Its name, where several stand in order. */
  readonly ordered: string | null
  readonly baseline: Quantity | null
}): PlanBenefit {
  const { clause, quantity, type, payer, known, subject, ordered, baseline } = options
  const { text } = clause
  const comparator = boundOf(clause, quantity)
  const how = forceOf(clause)
  const total =
    type === 'leave' &&
    /(?:延长|增加|提高)?[至到为]$/.test(text.slice(0, quantity.start)) &&
    /延长[至到为]$|增加[至到]$|提高到$/.test(text.slice(0, quantity.start))
  const base = known.findLast((benefit) => benefit.type !== 'cash-cap' && benefit.type !== 'loan-cap')
  // `每月2500元，二孩以上家庭提高到3500元`: the higher sum is given as often.
  const last = known.at(-1)
  const goesOn =
    last?.unit === quantity.unit &&
    (clause.continues || /(?:提高|增加|上调)[到至为]$/.test(text.slice(0, quantity.start)))
  const period = periodOf(clause, quantity) ?? (goesOn ? last.period : null) ?? (type === 'leave' ? '每次生育' : null)
  const threshold = thresholdOf(clause)
  const own = conditionsOf(clause, quantity.start)
  const conditions = subject === null ? own : [own, subject].filter((part) => part !== null).join(';')
  const doubt = doubtOf(clause, quantity, period, type)
  return {
    section: clause.section,
    name: ordered ?? nameAfter(last, clause, nameOf(clause, quantity)),
    amount: quantity.value,
    unit: quantity.unit === '日' ? '天' : quantity.unit,
    period,
    conditions: conditions ?? (base && sameSentence(clause, base) && !clause.afterSemicolon ? '同上' : null),
    payer: writtenPayer(clause) ?? payer,
    type,
    ...(comparator ? { comparator } : {}),
    ...(how ? { force: how } : {}),
    ...(type.endsWith('cap') && base ? { capOf: base.name } : {}),
    ...(type === 'cash-step' ? stepOf(clause, quantity, base) : {}),
    ...(total ? { mode: '延长至(total)' } : {}),
    ...(type === 'leave' && /每人|各|双方/.test(text.slice(0, quantity.end + 4)) ? { perPerson: true as const } : {}),
    ...(threshold ? { threshold } : {}),
    ...(baseline && typeof baseline.value === 'number' ? { baseline: baseline.value } : {}),
    ...(doubt ? { doubt } : {}),
    at: placeOf(clause.line, startOf(clause), clause.end),
  }
}

/** `托费减免10%，三孩家庭减免30%`: a bare 减免 is of what the number before reduced. */
function nameAfter(last: PlanBenefit | undefined, clause: Clause, name: string): string {
  if (last === undefined) return name
  const bare = /^(?:减免|优惠|上浮|下浮|补贴|补助|奖励)$/.test(name) && last.name.endsWith(name)
  // `每孩每月300元，低保家庭上浮50%`.
  const more = /(?:上浮|下浮|再提高|再增加)\d+%$/.test(clause.text) && !clause.text.includes(name)
  return bare || more ? last.name : name
}

function boundOf(clause: Clause, quantity: Quantity): string | null {
  const ahead = clause.text.slice(Math.max(0, quantity.start - 14), quantity.start)
  if (quantity.unit === '%' && /不再(?:执行)?|取消|免除/.test(ahead)) return 'waived'
  const bound = comparatorOf(clause.text, quantity)
  return bound === '=' ? null : bound
}

/** `由每人每月460元、590元提高到…`: all that stands before the raising. */
const raisedFrom = /[由从][^，；]{0,40}?(?=(?:提高|增加|调整|上调|提标|延长|增至|提升)(?:[至到为]|$))/

/** `国家规定产假98天的基础上`, `由60天增至90天`: set elsewhere, or no longer holding. */
function isBaseline(clause: Clause, quantity: Quantity): boolean {
  const behind = clause.text.slice(quantity.end, quantity.end + 12)
  const ahead = clause.text.slice(Math.max(0, quantity.start - 3), quantity.start)
  if (/含(?:国家)?(?:法定|规定)[^，]{0,6}$/.test(clause.text.slice(0, quantity.start))) return true
  if (/^(?:的)?(?:征收率|税率)减按/.test(behind)) return true
  if (/^(?:的)?(?:产假)?(?:标准)?(?:的)?(?:基础上|基础之上|之外|以外|外$)/.test(behind)) return true
  const raised = raisedFrom.exec(clause.text)
  if (raised && quantity.start >= raised.index && quantity.end <= raised.index + raised[0].length) return true
  return /[由从]$/.test(ahead) && /^(?:\/[\p{Script=Han}]{1,2})?(?:提高|增加|延长|增至|提标|上调|调整)/u.test(behind)
}

/** `一孩、二孩、三孩…分别给予A、B、C`: the n-th number is the n-th subject's. */
function subjectsInOrder(clause: Clause, count: number): readonly string[] {
  if (count < 2) return []
  const text = [
    ...before(clause, 2)
      .toReversed()
      .map((earlier) => earlier.text),
    clause.text,
  ].join('，')
  const until = text.indexOf('分别')
  if (until < 0) return []
  const list =
    /((?:[\p{Script=Han}]{1,12}?(?:孩|胎|个子女|级|类|个))(?:[、和及][\p{Script=Han}]{0,2}?[\p{Script=Han}]{0,10}?(?:孩|胎|个子女|级|类|个)(?:及以上)?)+)/u.exec(
      text.slice(0, until),
    )?.[1]
  const parts = (list ?? '')
    .split(/[、和及](?!以上)/)
    .map((part) =>
      part
        .replace(/^.*(?=[一二三四第])/, '')
        .replace(/^(?:对|凡)?(?:获得|获评|评为|被评为|认定为|创建成?为?|达到)?/, ''),
    )
  return parts.length === count ? parts : []
}

const sharedNoun =
  /^([\p{Script=Han}]+(?:、[\p{Script=Han}]{1,8})+?)(扶助金|抚慰金|慰问金|奖励金|补贴|补助|津贴)(?:标准)?分别/u

/** `伤残、死亡扶助金分别…`: the n-th number is the n-th thing's. */
function namesInOrder(clause: Clause, count: number): readonly string[] {
  const [, list = '', thing = ''] = sharedNoun.exec(clause.text) ?? []
  const parts = list.split('、')
  return count > 1 && parts.length === count ? parts.map((part) => part + thing) : []
}

function stepOf(clause: Clause, quantity: Quantity, base: PlanBenefit | undefined): Partial<PlanBenefit> {
  const years = [clause, ...before(clause, 1)].flatMap((at) => at.quantities).find(({ unit }) => /岁|年/.test(unit))
  return {
    ...(base ? { stepOf: base.name } : {}),
    ...(typeof quantity.value === 'number'
      ? { step: { ...(years && typeof years.value === 'number' ? { years: years.value } : {}), add: quantity.value } }
      : {}),
  }
}

const sameSentence = (clause: Clause, base: PlanBenefit): boolean => base.section === clause.section

/** The same sum said again in the same sentence (`即每孩每年3600元`). */
function repeats(made: PlanBenefit, known: readonly PlanBenefit[]): boolean {
  return known.some(
    (other) =>
      other.type === made.type &&
      String(other.amount) === String(made.amount) &&
      other.unit === made.unit &&
      other.name === made.name &&
      other.at.quote === made.at.quote &&
      other.conditions === made.conditions,
  )
}

function doubtOf(clause: Clause, quantity: Quantity, period: string | null, type: string): string | null {
  if (/每累计|每[，。]/.test(clause.text)) return '“每”后面可能脱字，请对照原文'
  if (quantity.unit === '元' && period === null && type === 'cash' && !/价值/.test(clause.text))
    return '没有写明按什么给（每人、每月、一次性）'
  return null
}

/** A quote begins where the sentence begins to say who: 对…, 在…的. */
function startOf(clause: Clause): number {
  let first = clause
  for (const earlier of before(clause, 3)) {
    if (
      first.afterSemicolon ||
      (earlier.quantities.some(({ unit }) => /^(?:元|%|天|日|个月|倍)$/.test(unit)) &&
        !/^对|的$|基础上$/.test(earlier.text))
    )
      break
    if (!/^对|的$|基础上$|^(?:在|为|凡|符合|生育)|费用$|人员$|家庭$|夫妻$|婴幼儿$|幼儿$|机构$|子女$/.test(earlier.text))
      break
    first = earlier
  }
  return first.start
}
