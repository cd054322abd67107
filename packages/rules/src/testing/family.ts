import type { Expr } from '../ast.ts'
import { makeDictionary } from '../dictionary.ts'
import type { Environment } from '../environment.ts'
import { parseExpression } from '../parse-expression.ts'
import type { Dictionary, FactDeclaration, Text, Type, Value } from '../types.ts'

type FactType = FactDeclaration['type']

const boolean = { kind: 'boolean' } as const
const number = { kind: 'number' } as const
const money = { kind: 'money' } as const
const date = { kind: 'date' } as const
const region = { kind: 'region' } as const
const delivery = { kind: 'code', list: 'delivery' } as const

function fact(name: string, type: FactType, label: Text, aliases: readonly string[] = []): FactDeclaration {
  const row = name.slice(0, name.indexOf('.'))
  const table = row === 'child' ? 'children' : row === 'member' ? 'members' : null
  return { name, aliases, type, label, table }
}

/** A small dictionary with labels as packs write them. */
export const familyDictionary: Dictionary = makeDictionary({
  tables: [
    { name: 'children', row: 'child', aliases: ['子女'], label: { zh: '孩子', en: 'Children' } },
    { name: 'members', row: 'member', aliases: [], label: { zh: '家庭成员', en: 'Family members' } },
  ],
  codeLists: [
    {
      name: 'delivery',
      codes: [
        { code: 'natural', label: { zh: '顺产', en: 'natural birth' } },
        { code: 'caesarean', label: { zh: '剖宫产', en: 'caesarean' } },
        { code: 'difficult', label: { zh: '难产', en: 'difficult birth' } },
      ],
    },
  ],
  facts: [
    fact('household.registrationRegion', region, { zh: '户籍所在地', en: 'place of household registration' }, [
      '户籍地',
    ]),
    fact('household.lowIncome', boolean, { zh: '经认定的低收入人口', en: 'recognised low-income household' }),
    fact('household.rooms', number, { zh: '房间数', en: 'number of rooms' }, ['𠮷房数', '3岁以下人数', '房·间（数）']),
    fact('household.minorChildren', number, { zh: '未成年子女数', en: 'number of minor children' }),
    fact('mother.birthDate', date, { zh: '母亲出生日期', en: "mother's date of birth" }),
    fact('mother.delivery', delivery, { zh: '分娩方式', en: 'kind of delivery' }),
    fact('home.contractPrice', money, { zh: '购房合同总价款', en: 'contract price of the home' }),
    fact('home.fundLoanLimit', money, { zh: '公积金贷款限额', en: 'provident-fund loan limit' }),
    fact('child.birthDate', date, { zh: '出生日期', en: 'date of birth' }, ['孩子出生日期']),
    fact('child.birthOrder', number, { zh: '孩次', en: 'birth order' }, ['孩次']),
    fact('child.nursery.enrolled', boolean, { zh: '已入托', en: 'attends a nursery' }, ['已入托']),
    fact('child.nursery.filed', boolean, { zh: '托育机构已登记备案', en: 'the nursery is registered and filed' }),
    fact('child.nursery.region', region, { zh: '托育机构所在地', en: 'place of the nursery' }),
    fact('child.delivery', delivery, { zh: '分娩方式', en: 'kind of delivery' }, ['分娩方式']),
    fact('child.registrationRegion', region, {
      zh: '孩子户口所在地',
      en: "place of the child's household registration",
    }),
    fact('child.kindergarten.publicFee', money, {
      zh: '公办园每学期保教费',
      en: "the public kindergarten's fee a semester",
    }),
    fact('child.fee', money, { zh: '保教费', en: 'fee' }),
    fact('child.nursery.days', number, { zh: '入托天数', en: 'days at the nursery' }),
    fact('child.minor', boolean, { zh: '未成年', en: 'is a minor' }),
    fact('member.birthDate', date, { zh: '出生日期', en: 'date of birth' }),
    fact('member.poor', boolean, { zh: '经济困难', en: 'in financial difficulty' }),
  ],
  parameters: [
    { name: 'nurseryAid', aliases: ['入托补贴'], type: money, label: { zh: '入托补贴标准', en: 'nursery aid' } },
    { name: 'share', aliases: [], type: number, label: { zh: '比例', en: 'the share' } },
    { name: 'ageLimit', aliases: [], type: number, label: { zh: '年龄上限', en: 'age limit' } },
  ],
})

/** The checked expression; a test that writes a wrong one fails with its findings. */
export function parsed(text: string, row: string | null = null, expect?: Type): Expr {
  const { expr, diagnostics } = parseExpression(text, familyDictionary, { scope: { row }, expect })
  if (expr === null) throw new Error(`${text}: ${diagnostics.map((one) => `${one.code} ${one.message.en}`).join('; ')}`)
  return expr
}

export interface Family {
  readonly facts?: Readonly<Record<string, Value>>
  readonly children?: readonly Readonly<Record<string, Value>>[] | null
  readonly members?: readonly Readonly<Record<string, Value>>[] | null
  readonly parameters?: Readonly<Record<string, Value>>
  readonly on?: number
  readonly here?: number
  /** Index of the child judged. */
  readonly child?: number
  readonly derived?: Readonly<Record<string, Expr>>
}

/** An environment over a family written out in a test; what is not written is missing. */
export function familyEnvironment(family: Family): Environment {
  const rowsOf = (table: string) => (table === 'children' ? family.children : family.members) ?? null
  return {
    fact: (name, index) => {
      if (index === null) return family.facts?.[name] ?? null
      return rowsOf(name.startsWith('child.') ? 'children' : 'members')?.[index]?.[name] ?? null
    },
    parameter: (name) => family.parameters?.[name] ?? null,
    rowCount: (table) => rowsOf(table)?.length ?? null,
    on: family.on ?? 0,
    here: family.here ?? 421_202,
    row: family.child === undefined ? null : { table: 'children', index: family.child },
    ...(family.derived === undefined ? {} : { derived: (name: string) => family.derived?.[name] ?? null }),
  }
}
