/** The same benefit from its text: parsed, checked, bound and compiled to columns by the rules package. */
import {
  bind,
  compileColumns,
  makeDictionary,
  parseExpression,
  shapeOf,
  type Column,
  type ColumnData,
  type ColumnProgram,
  type Expr,
  type FactDeclaration,
} from '@junheng/rules'
import type { Contestant } from '../contestant.ts'
import { sumOutputs } from './output-columns.ts'
import { HERE, type Population } from './population.ts'

export const sixRules = {
  eligible: 'childAge < 3 and birthOrder >= 2 and district = here and registered',
  subsidy: 'if eligible then nurseryAid else 0',
  loan: 'min(if birthOrder >= 2 then baseLimit * 1.5 else baseLimit, contractPrice * 0.8)',
  nursing: 'if elderAge >= 60 then nursingBase + nursingStep * floor((elderAge - 60) / 10) else 0',
  leave: '98 + (if birthOrder = 1 then 60 else 90)',
} as const

const label = { zh: '测试', en: 'test' }
const fact = (name: string, kind: 'boolean' | 'number' | 'money' | 'region'): FactDeclaration => ({
  name,
  aliases: [],
  type: { kind },
  label,
  table: null,
})

const dictionary = makeDictionary({
  facts: [
    fact('childAge', 'number'),
    fact('birthOrder', 'number'),
    fact('district', 'region'),
    fact('registered', 'boolean'),
    fact('baseLimit', 'money'),
    fact('contractPrice', 'money'),
    fact('elderAge', 'number'),
    fact('eligible', 'boolean'),
  ],
  parameters: ['nurseryAid', 'nursingBase', 'nursingStep'].map((name) => ({
    name,
    aliases: [],
    type: { kind: 'money' },
    label,
  })),
})

const parameters = new Map([
  ['nurseryAid', 50_000],
  ['nursingBase', 30_000],
  ['nursingStep', 10_000],
])

/** How the columns come: as small as they fit, as doubles, or each with a mask of what is missing. */
export type Form = 'whole' | 'doubles' | 'nullable'

export function generated(population: Population, repeats: number, form: Form): Contestant {
  const data = columnData(population, form)
  const program = compileSixRules(data)
  const into = program.allocate(population.size)
  return {
    name: NAMES[form],
    kind: 'ours',
    households: population.size,
    repeats,
    run: () => void program.run(data, { into }),
    sums: () => sumOutputs(outputsOf(into)),
  }
}

const NAMES = {
  whole: 'generated columns from FEEL text',
  doubles: 'generated columns, all inputs doubles',
  nullable: 'generated columns, any input may be missing',
}

export function compileSixRules(data: ColumnData): ColumnProgram {
  return compileColumns({
    outputs: Object.entries(sixRules).map(([name, text]) => ({ name, expr: bound(text) })),
    scope: { row: null },
    shape: shapeOf(data),
    codeLists: dictionary.codeLists,
  })
}

function bound(text: string): Expr {
  return bind(parsed(text), {
    parameters: (name) => ({ value: parameters.get(name) ?? null }),
    on: 0,
    here: HERE,
    derived: (name) => (name === 'eligible' ? parsed(sixRules.eligible) : null),
  })
}

function parsed(text: string): Expr {
  const { expr, diagnostics } = parseExpression(text, dictionary, { scope: { row: null } })
  if (expr === null) throw new Error(`${text}: ${JSON.stringify(diagnostics)}`)
  return expr
}

export function columnData(population: Population, form: Form): ColumnData {
  const { size, ...values } = population
  const facts = Object.entries(values).map(([name, column]: [string, Int32Array | Uint8Array]): [string, Column] => [
    name,
    {
      values: form === 'doubles' ? Float64Array.from(column) : column,
      nulls: form === 'nullable' ? new Uint8Array(size) : null,
    },
  ])
  return { households: size, facts: new Map(facts), tables: new Map() }
}

function outputsOf(columns: ReadonlyMap<string, Column>) {
  const values = (name: string) => columns.get(name)?.values as Int32Array | Float64Array | Uint8Array
  return {
    eligible: values('eligible'),
    subsidy: values('subsidy'),
    loan: values('loan'),
    nursing: values('nursing'),
    leave: values('leave'),
  }
}
