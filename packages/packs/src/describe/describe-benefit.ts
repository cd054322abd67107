import {
  amountWords,
  leastConfident,
  type Amount,
  type Benefit,
  type Confidence,
  type Place,
  type SourceRef,
} from '@junheng/entitlements'
import { parseDayNumber, type Day } from '@junheng/kernel'
import {
  evaluate,
  parametersOf,
  sentence,
  type Dictionary,
  type Environment,
  type Expr,
  type Text,
} from '@junheng/rules'
import { rewriteExpression } from '../resolve/rewrite-expression.ts'
import { placeDictionary, regionName } from './place-dictionary.ts'

/** A benefit in words: what it gives and what it asks, apart from any one family. */
export interface BenefitInWords {
  readonly amount: Text | null
  readonly conditions: readonly { readonly id: string; readonly sentence: Text; readonly source: SourceRef }[]
  readonly from: Text | null
  readonly to: Text | null
  /** The day whose rules count, where it is not the day asked about. */
  readonly judgedOn: Text | null
  /** The least certain of the benefit, its document and the values it reads on the day. */
  readonly confidence: Confidence
  /** True where its document is a draft: nobody has it yet. */
  readonly draft: boolean
}

/** Describes a benefit with the parameter values of one day. */
export function describeBenefit(place: Place, benefit: Benefit, on: Day): BenefitInWords {
  const dictionary = placeDictionary(place)
  const say = (expr: Expr | null): Text | null =>
    expr === null ? null : sentence(withValues(expr, { place, benefit, on }), dictionary, { regionName })
  const { conditions, amount, from, to, judgedOn } = benefit
  return {
    amount: amount === null ? null : describeAmount(amount, { place, benefit, on, dictionary }),
    conditions: conditions.map(({ id, yes, when, source }) => ({
      id,
      sentence: yes ?? say(when) ?? { zh: id, en: id },
      source,
    })),
    from: say(from),
    to: say(to),
    judgedOn: judgedOn.kind === 'context' ? null : say(judgedOn),
    ...standing(place, benefit, on),
  }
}

function standing(place: Place, benefit: Benefit, on: Day): Pick<BenefitInWords, 'confidence' | 'draft'> {
  const day: string = on
  const document = place.documents.find(({ id }) => id === benefit.source.document)
  const { amount, conditions, from, to } = benefit
  const exprs = [...conditions.map(({ when }) => when), from, to, amount?.value ?? null, amount?.to?.value ?? null]
  const read = new Set(exprs.flatMap((expr) => (expr === null ? [] : [...parametersOf(expr)])))
  const values = place.parameters.filter(({ id }) => read.has(id)).flatMap((parameter) => parameter.values)
  const inUse = values.filter((value) => value.from <= day && (value.to === null || day < value.to))
  const confidences = [benefit, document, amount, ...inUse].flatMap((item) => item?.confidence ?? [])
  return { confidence: leastConfident(confidences), draft: document?.status === 'draft' }
}

interface Described {
  readonly place: Place
  readonly benefit: Benefit
  readonly on: Day
}

/** `每学期 500 元` where it is the same for everyone, else how it is worked out. */
function describeAmount(amount: Amount, described: Described & { readonly dictionary: Dictionary }): Text {
  const { dictionary } = described
  const value = withValues(amount.value, described)
  const upTo = amount.to === null ? null : withValues(amount.to.value, described)
  const low = constant(value)
  const high = upTo === null ? null : constant(upTo)
  if (low !== null && (upTo === null || high !== null)) return amountWords(amount, { value: low, upTo: high })
  const phrase = sentence(value, dictionary, { regionName })
  const period = periods[amount.per]
  const limit = limits[amount.comparator]
  return {
    zh: [period.zh, limit.zh, phrase.zh].join(''),
    en: [limit.en, phrase.en, period.en].filter((part) => part !== '').join(' '),
  }
}

const nothing: Text = { zh: '', en: '' }

const periods: Readonly<Record<Amount['per'], Text>> = {
  once: nothing,
  case: nothing,
  birth: nothing,
  child: { zh: '每个孩子', en: 'for each child' },
  day: { zh: '每天', en: 'a day' },
  month: { zh: '每月', en: 'a month' },
  semester: { zh: '每学期', en: 'a semester' },
  year: { zh: '每年', en: 'a year' },
}

const limits: Readonly<Record<Amount['comparator'], Text>> = {
  exactly: nothing,
  range: nothing,
  'at-least': { zh: '不低于', en: 'at least' },
  'at-most': { zh: '最高', en: 'up to' },
}

/** The expression with the values its parameters have on the day, and the place's own region. */
function withValues(expr: Expr, { place, benefit, on }: Described): Expr {
  const day: string = on
  return rewriteExpression(expr, (node) => {
    if (node.kind === 'context' && node.name === 'here') return { ...node, kind: 'literal', value: benefit.here }
    if (node.kind !== 'parameter') return null
    const values = place.parameters.find(({ id }) => id === node.name)?.values ?? []
    const dated = values.findLast(({ from, to }) => from <= day && (to === null || day < to))
    if (dated === undefined) return null
    const { value, exact } = dated
    return { kind: 'literal', value, span: node.span, type: node.type, ...(exact === undefined ? {} : { exact }) }
  })
}

/** The value of an expression that reads no fact; null for any other. */
function constant(expr: Expr): number | null {
  const unknown: Environment = {
    fact: () => null,
    parameter: () => null,
    rowCount: () => null,
    on: parseDayNumber('2000-01-01') ?? 0,
    here: 0,
    row: null,
  }
  const value = evaluate(expr, unknown)
  return typeof value === 'number' ? value : null
}
