import type { PlanBenefit } from '../outline.ts'
import type { YamlValue } from './yaml.ts'

/** What a draft says of one benefit in its several files. */
export interface DraftBenefit {
  readonly id: string
  readonly benefit: PlanBenefit
  /** benefits/<id>.yaml */
  readonly file: { readonly [key: string]: YamlValue | undefined }
  /** The yes-or-no fact that stands for the plan's condition until somebody writes it as an expression. */
  readonly fact: { readonly [key: string]: YamlValue | undefined }
  readonly factName: string
  readonly parameters: readonly { readonly [key: string]: YamlValue | undefined }[]
  /** What an example expects of a household that meets the condition. */
  readonly expected: { readonly [key: string]: YamlValue | undefined }
}

/** The draft's words for people exist in Chinese only: somebody must translate them. */
export const untranslated = (zh: string): YamlValue => ({ zh, en: `(zh) ${zh}` })

export function draftBenefit(options: {
  readonly benefit: PlanBenefit
  readonly number: number
  readonly document: string
  readonly topic: string | null
  readonly inForceFrom: string | null
}): DraftBenefit {
  const { benefit, number, document, inForceFrom } = options
  const id = `plan-benefit-${String(number).padStart(2, '0')}`
  const factName = `household.planBenefit${number}`
  const label = benefit.name || benefit.section
  const topic = options.topic ?? topicOf(benefit)
  const amount = amountOf(benefit, number)
  const source = { document, clause: benefit.section }
  const kind = kindOf(benefit, amount !== null)
  const condition = benefit.conditions ?? '原文写明的对象'
  return {
    id,
    benefit,
    factName,
    file: {
      id,
      label: untranslated(label),
      kind,
      force: forceOf(benefit.force),
      subject: 'household',
      topic,
      source,
      confidence: benefit.doubt === undefined ? 'single-source' : 'unconfirmed',
      ...(inForceFrom === null ? {} : { inForce: { from: inForceFrom } }),
      conditions: [
        {
          id: 'as-the-plan-says',
          when: factName,
          yes: untranslated(`符合方案写的条件：${condition}`),
          no: untranslated(`不符合方案写的条件：${condition}`),
        },
      ],
      ...(amount === null ? {} : { amount: amount.value }),
      ...(benefit.payer === null ? {} : { payer: untranslated(benefit.payer) }),
      claim: { how: untranslated('方案没有写怎样申请，请向牵头单位询问') },
      note: untranslated(`方案原文：${benefit.at.quote.slice(0, 160)}`),
    },
    fact: {
      name: factName,
      type: 'boolean',
      topic,
      label: untranslated(`${label}：符合条件`),
      question: untranslated(`是否符合“${condition.slice(0, 60)}”？`),
    },
    parameters: amount?.parameters(source, inForceFrom) ?? [],
    expected: {
      status: 'eligible',
      ...(amount === null ? {} : { unit: amount.unit, per: amount.per, ...amount.expected }),
    },
  }
}

interface DraftAmount {
  readonly value: YamlValue
  readonly unit: string
  readonly per: string
  readonly expected: { readonly [key: string]: YamlValue | undefined }
  readonly parameters: (
    source: YamlValue,
    from: string | null,
  ) => readonly { readonly [key: string]: YamlValue | undefined }[]
}

const units: Readonly<Record<string, string>> = {
  元: 'CNY',
  天: 'day',
  个月: 'month',
  '%': 'percent',
  倍: 'times',
  平方米: 'square-metre',
}

/** Day from which a parameter holds when the plan gives no date; an open question of every such draft. */
export const unknownDay = '2000-01-01'

function amountOf(benefit: PlanBenefit, number: number): DraftAmount | null {
  const unit = units[benefit.unit ?? '']
  if (benefit.amount === null || unit === undefined || benefit.comparator === 'waived') return null
  const [low, high] = typeof benefit.amount === 'number' ? [benefit.amount, null] : benefit.amount
  const per = perOf(benefit)
  const money = unit === 'CNY'
  const name = (end: string): string => `planAmount${number}${end}`
  const comparator =
    high !== null
      ? 'range'
      : benefit.comparator === '>='
        ? 'at-least'
        : benefit.comparator === '<='
          ? 'at-most'
          : 'exactly'
  const ends = high === null ? [['', low] as const] : [['', low] as const, ['To', high] as const]
  return {
    unit,
    per,
    value: {
      value: money ? name('') : low,
      ...(high === null ? {} : { to: money ? name('To') : high }),
      unit,
      per,
      comparator,
      ...(unit === 'percent' || unit === 'times' ? { of: untranslated(`${benefit.name}（基数见原文）`) } : {}),
    },
    expected: { amount: low, ...(high === null ? {} : { amountTo: high }) },
    parameters: (source, from) =>
      money
        ? ends.map(([end, value]) => ({
            id: name(end),
            label: untranslated(`${benefit.name}${end === '' ? '' : '（上限）'}`),
            type: 'money',
            unit: 'CNY',
            values: [{ from: from ?? unknownDay, value, source, confidence: 'single-source' }],
          }))
        : [],
  }
}

/** 每月 → month and so on; a payment whose period the plan does not give is one for a case. */
function perOf({ period, type }: PlanBenefit): string {
  const text = period ?? ''
  if (/月/.test(text)) return 'month'
  if (/学期/.test(text)) return 'semester'
  if (/年/.test(text)) return 'year'
  if (/天|日/.test(text)) return 'day'
  if (/一次性/.test(text)) return 'once'
  if (type === 'leave' || /生育|胎|例/.test(text)) return 'birth'
  return /孩|生$/.test(text) ? 'child' : 'case'
}

/** Leave stays a service in a draft: which chain its days belong to is for a person to say. */
function kindOf(benefit: PlanBenefit, counted: boolean): string {
  const per = perOf(benefit)
  switch (benefit.type) {
    case 'cash':
    case 'cash-cap':
    case 'cash-step':
      if (!counted) return 'service'
      if (benefit.unit !== '元') return 'discount'
      return ['month', 'semester', 'year', 'day'].includes(per) ? 'cash-periodic' : 'cash-once'
    case 'tax':
      return 'tax'
    case 'loan':
    case 'loan-cap':
      return 'loan'
    case 'insurance':
      return 'insurance'
    case 'fee-reduction':
    case 'price':
    case 'fare':
      return 'discount'
    default:
      return /优先/.test(benefit.name) ? 'priority' : 'service'
  }
}

function forceOf(force: string | undefined): string {
  return force === '鼓励' || force === '支持'
    ? 'encouraged'
    : force === '探索'
      ? 'explored'
      : force === '可'
        ? 'discretionary'
        : 'entitled'
}

/** The national vocabulary's topic that a kind of benefit falls under. */
function topicOf({ type, name }: PlanBenefit): string {
  if (/托|保育|幼儿园|保教/.test(name)) return 'childcare'
  if (/独生子女|特殊家庭|扶助/.test(name)) return 'former-policy'
  switch (type) {
    case 'leave':
      return 'leave'
    case 'housing':
    case 'loan':
    case 'loan-cap':
      return 'housing'
    case 'medical':
    case 'insurance':
      return 'health'
    case 'training':
    case 'employment':
      return 'work'
    default:
      return 'money'
  }
}
