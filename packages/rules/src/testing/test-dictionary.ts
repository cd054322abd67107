import { makeDictionary } from '../dictionary.ts'
import type { Dictionary, FactDeclaration, ParameterDeclaration } from '../types.ts'

const label = { zh: '测试', en: 'test' }

function fact(name: string, type: FactDeclaration['type'], table: string | null = null): FactDeclaration {
  return { name, aliases: [], type, label, table }
}

function parameter(name: string, type: ParameterDeclaration['type']): ParameterDeclaration {
  return { name, aliases: [], type, label }
}

const delivery = { kind: 'code', list: 'delivery' } as const

/** Every type, of the household and of the rows of two tables; names with Chinese, dots and quotes' worth of trouble. */
export const testDictionary: Dictionary = makeDictionary({
  facts: [
    fact('household.rooms', { kind: 'number' }),
    fact('household.score', { kind: 'number' }),
    fact('低收入', { kind: 'boolean' }),
    fact('household.registered', { kind: 'boolean' }),
    fact('home.price', { kind: 'money' }),
    fact('home.limit', { kind: 'money' }),
    fact('mother.birthDate', { kind: 'date' }),
    fact('mother.insuredOn', { kind: 'date' }),
    fact('household.region', { kind: 'region' }),
    fact('home.region', { kind: 'region' }),
    fact('mother.delivery', delivery),
    fact('child.birthDate', { kind: 'date' }, 'children'),
    fact('child.birthOrder', { kind: 'number' }, 'children'),
    fact('child.weight', { kind: 'number' }, 'children'),
    fact('child.fee', { kind: 'money' }, 'children'),
    fact('child.filed', { kind: 'boolean' }, 'children'),
    fact('child.region', { kind: 'region' }, 'children'),
    fact('child.delivery', delivery, 'children'),
    fact('member.birthDate', { kind: 'date' }, 'members'),
    fact('member.income', { kind: 'money' }, 'members'),
    fact('member.poor', { kind: 'boolean' }, 'members'),
  ],
  tables: [
    { name: 'children', row: 'child', aliases: [], label },
    { name: 'members', row: 'member', aliases: [], label },
  ],
  codeLists: [
    {
      name: 'delivery',
      codes: [
        { code: 'natural', label: { zh: '顺产', en: 'natural' } },
        { code: 'caesarean', label: { zh: '剖宫产', en: 'caesarean' } },
        { code: "o'clock", label: { zh: '难产', en: 'difficult' } },
      ],
    },
  ],
  parameters: [
    parameter('nurseryAid', { kind: 'money' }),
    parameter('share', { kind: 'number' }),
    parameter('oldAge', { kind: 'number' }),
    parameter('planFrom', { kind: 'date' }),
  ],
})

/** Values for the parameters of `testDictionary`. */
export const testParameters: ReadonlyMap<string, number> = new Map([
  ['nurseryAid', 50_000],
  ['share', 0.35],
  ['oldAge', 60],
  ['planFrom', 19_558],
])

/** The number facts of `testDictionary` that need not be whole. */
export const fractionalFacts: ReadonlySet<string> = new Set(['household.score', 'child.weight'])
