/** Small places for tests, written as a pack would write them. */
import { parseExpression, makeDictionary } from '@junheng/rules'
import type { Dictionary, Expr, Text, Type } from '@junheng/rules'
import type { Amount, Benefit, Condition, FactInfo, Leave, Parameter, Place } from '../place.ts'

type FactType = Exclude<Type, { kind: 'null' }>

interface FactSketch extends Partial<Omit<FactInfo, 'name' | 'type' | 'is'>> {
  readonly type: FactType['kind'] | FactType
  /** Expression of a derived fact. */
  readonly is?: string
}

export interface BenefitSketch extends Partial<
  Omit<Benefit, 'conditions' | 'amount' | 'leave' | 'from' | 'to' | 'judgedOn' | 'claim'>
> {
  readonly id: string
  readonly judgedOn?: string
  readonly when?: Readonly<Record<string, string>>
  readonly says?: Readonly<Record<string, { readonly yes: Text; readonly no: Text }>>
  readonly from?: string
  readonly to?: string
  readonly amount?: { readonly value: string; readonly to?: string } & Partial<Omit<Amount, 'value' | 'to' | 'text'>>
  readonly leave?: Partial<Omit<Leave, 'starts'>> & { readonly starts?: string }
}

export interface PlaceSketch {
  readonly facts: Readonly<Record<string, FactSketch>>
  readonly parameters?: Readonly<
    Record<
      string,
      {
        readonly type: FactType['kind']
        readonly values: readonly (readonly [from: string, value: number | boolean | string])[]
      }
    >
  >
  readonly benefits: readonly BenefitSketch[]
}

export const both = (zh: string, en: string): Text => ({ zh, en })

const tables = [
  { name: 'children', row: 'child', label: both('孩子', 'Children') },
  { name: 'members', row: 'member', label: both('家庭成员', 'Family members') },
] as const

const codeLists = [
  {
    name: 'delivery',
    codes: [
      { code: 'natural', label: both('顺产', 'natural birth') },
      { code: 'caesarean', label: both('剖宫产', 'caesarean') },
      { code: 'difficult', label: both('难产', 'difficult birth') },
    ],
  },
]

export function makePlace(sketch: PlaceSketch): Place {
  const dictionary = dictionaryOf(sketch)
  const facts = Object.entries(sketch.facts).map(([name, fact]) => factOf(name, fact, dictionary))
  return {
    id: 'testland',
    region: 421_202,
    name: both('试验区', 'Testland'),
    lineage: ['testland', 'cn'],
    documents: [
      {
        id: 'plan',
        title: '试验区实施方案',
        issuer: null,
        number: null,
        issued: '2023-07-20',
        kind: 'plan',
        status: 'in-force',
        confidence: 'confirmed',
        note: null,
      },
    ],
    plan: 'plan',
    facts,
    tables,
    codeLists,
    topics: [{ id: 'money', label: both('补贴', 'Cash') }],
    parameters: Object.entries(sketch.parameters ?? {}).map(([id, parameter]) => parameterOf(id, parameter)),
    benefits: sketch.benefits.map((benefit) => benefitOf(benefit, dictionary)),
    clauses: [],
    targets: [],
    duties: [],
    schedules: [],
    procedures: [],
  }
}

function dictionaryOf({ facts, parameters = {} }: PlaceSketch): Dictionary {
  return makeDictionary({
    facts: Object.entries(facts).map(([name, fact]) => ({
      name,
      aliases: [],
      type: typeOf(fact.type),
      label: fact.label ?? both(name, name),
      table: tableOf(name),
    })),
    tables: tables.map((table) => ({ ...table, aliases: [] })),
    codeLists,
    parameters: Object.entries(parameters).map(([name, { type }]) => ({
      name,
      aliases: [],
      type: typeOf(type),
      label: both(name, name),
    })),
  })
}

function parameterOf(id: string, { type, values }: NonNullable<PlaceSketch['parameters']>[string]): Parameter {
  return {
    id,
    label: both(id, id),
    type: typeOf(type),
    unit: null,
    values: values.map(([from, value]) => ({
      from,
      to: null,
      value,
      source: { document: 'plan', clause: '一' },
      confidence: 'confirmed',
    })),
  }
}

function factOf(name: string, fact: FactSketch, dictionary: Dictionary): FactInfo {
  const type = typeOf(fact.type)
  return {
    name,
    type,
    table: tableOf(name),
    label: fact.label ?? both(name, name),
    question: fact.question ?? null,
    help: fact.help ?? null,
    unit: fact.unit ?? null,
    ask: fact.ask ?? (fact.is === undefined ? 'auto' : 'derived'),
    topic: fact.topic ?? 'money',
    is: fact.is === undefined ? null : parse(fact.is, { dictionary, row: tableOf(name), expect: type }),
    min: fact.min ?? null,
    max: fact.max ?? null,
  }
}

function benefitOf(sketch: BenefitSketch, dictionary: Dictionary): Benefit {
  const { judgedOn, when = {}, says = {}, from, to, amount, leave, ...rest } = sketch
  const row = tables.find((table) => table.row === (sketch.subject ?? 'child'))?.name ?? null
  const day = (text: string) => parse(text, { dictionary, row, expect: { kind: 'date' } })
  const conditions = Object.entries(when).map(([id, text]): Condition => {
    const expr = parse(text, { dictionary, row, expect: { kind: 'boolean' } })
    const said = says[id]
    return {
      id,
      text,
      when: expr,
      yes: said?.yes ?? null,
      no: said?.no ?? null,
      source: { document: 'plan', clause: '二/(三)/7' },
      confidence: 'confirmed',
    }
  })
  return {
    pack: 'testland',
    here: 421_202,
    label: both(sketch.id, sketch.id),
    official: null,
    kind: 'cash-once',
    force: 'entitled',
    subject: 'child',
    topic: 'money',
    source: { document: 'plan', clause: '二/(三)/7' },
    confidence: 'confirmed',
    inForce: { from: null, to: null },
    oncePerBirth: false,
    payer: null,
    provider: null,
    claim: null,
    excludes: [],
    stops: null,
    note: null,
    ...rest,
    judgedOn: day(judgedOn ?? 'on'),
    conditions,
    from: from === undefined ? null : day(from),
    to: to === undefined ? null : day(to),
    amount: amount === undefined ? null : amountOf(amount, { dictionary, row }),
    leave: leave === undefined ? null : leaveOf(leave, day),
  }
}

function amountOf(
  { value, to, ...rest }: NonNullable<BenefitSketch['amount']>,
  scope: { dictionary: Dictionary; row: string | null },
): Amount {
  return {
    text: value,
    unit: 'CNY',
    per: 'once',
    comparator: 'exactly',
    rounding: { mode: 'half-up', step: 1 },
    of: null,
    confidence: 'confirmed',
    ...rest,
    value: parse(value, scope),
    to: to === undefined ? null : { value: parse(to, scope), text: to },
  }
}

function leaveOf({ starts, ...rest }: NonNullable<BenefitSketch['leave']>, day: (text: string) => Expr): Leave {
  return {
    chain: 'maternity',
    order: 10,
    count: 'calendar-days',
    countConfidence: 'confirmed',
    startsFact: null,
    who: 'mother',
    ...rest,
    starts: starts === undefined ? null : day(starts),
  }
}

function parse(
  text: string,
  { dictionary, row, expect }: { dictionary: Dictionary; row: string | null; expect?: Type },
): Expr {
  const { expr, diagnostics } = parseExpression(text, dictionary, { scope: { row }, expect })
  if (expr === null) throw new Error(`${text}: ${diagnostics.map(({ message }) => message.en).join('; ')}`)
  return expr
}

function tableOf(name: string): string | null {
  return tables.find(({ row }) => name.startsWith(`${row}.`))?.name ?? null
}

function typeOf(type: FactSketch['type']): FactType {
  if (typeof type !== 'string') return type
  return type === 'code' ? { kind: 'code', list: 'delivery' } : { kind: type }
}
