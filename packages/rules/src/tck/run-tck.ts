import { fromDayNumber, parseDayNumber } from '@junheng/kernel'
import { makeDictionary } from '../dictionary.ts'
import type { Environment } from '../environment.ts'
import { evaluate } from '../evaluate.ts'
import { parseExpression } from '../parse-expression.ts'
import type { FactDeclaration, Value } from '../types.ts'
import type { TckCase } from './tck-case.ts'

const label = { zh: '测试', en: 'test' }

function fact(name: string, type: FactDeclaration['type'], table: string | null = null): FactDeclaration {
  return { name, aliases: [], type, label, table }
}

const words = ['foo', 'Foo', 'a', 'b', 'c', 'd', 'e']

/** What the cases may name: two numbers, two conditions, a day, a code, and a table of numbers. */
const tckDictionary = makeDictionary({
  facts: [
    fact('n', { kind: 'number' }),
    fact('m', { kind: 'number' }),
    fact('A', { kind: 'boolean' }),
    fact('B', { kind: 'boolean' }),
    fact('day', { kind: 'date' }),
    fact('word', { kind: 'code', list: 'words' }),
    fact('item.value', { kind: 'number' }, 'items'),
  ],
  tables: [{ name: 'items', row: 'item', aliases: [], label }],
  codeLists: [{ name: 'words', codes: words.map((code) => ({ code, label })) }],
})

export type TckOutcome = { readonly refused: string } | { readonly value: Value }

/** Parses and evaluates one case; dates come out as ISO days. */
export function runTckCase({
  expression,
  facts = {},
  rows,
}: Pick<TckCase, 'expression' | 'facts' | 'rows'>): TckOutcome {
  const { expr, diagnostics } = parseExpression(expression, tckDictionary)
  if (expr === null) return { refused: diagnostics.find(({ severity }) => severity === 'error')?.code ?? '' }
  const household = (name: string): Value => {
    const value = facts[name] ?? null
    return name === 'day' && typeof value === 'string' ? (parseDayNumber(value) ?? null) : value
  }
  const env: Environment = {
    fact: (name, row) => (row === null ? household(name) : (rows?.items[row]?.[name] ?? null)),
    parameter: () => null,
    rowCount: () => rows?.items.length ?? null,
    on: 0,
    here: 0,
    row: null,
  }
  const value = evaluate(expr, env)
  return { value: expr.type.kind === 'date' && typeof value === 'number' ? fromDayNumber(value) : value }
}
