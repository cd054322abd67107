import { fenFromYuan, parseDayNumber } from '@junheng/kernel'
import type { Environment, Value } from '@junheng/rules'
import { evaluate } from '@junheng/rules'
import type { Written } from '../actions/action.ts'
import type { FieldInfo, Procedure } from '../procedure.ts'

/** A written value as rules read it: money in fen, days as day numbers. */
function ruleValue(field: FieldInfo, written: Written): Value {
  switch (field.type.kind) {
    case 'date':
      return parseDayNumber(String(written)) ?? null
    case 'money':
      return fenFromYuan(String(written))
    case 'region':
      return Number(written)
    case 'boolean':
    case 'number':
    case 'code':
      return written
    case 'text':
      return null
  }
}

/** What a case's rules read: its own facts, of its one subject. No dated values, no rows of others. */
export function caseEnvironment(
  procedure: Procedure,
  facts: Readonly<Record<string, Written>>,
  on: number,
): Environment {
  const env: Environment = {
    on,
    here: procedure.here,
    row: procedure.table === null ? null : { table: procedure.table, index: 0 },
    fact: (name) => {
      const definition = procedure.derived[name]
      if (definition !== undefined) return evaluate(definition, env)
      const written = facts[name]
      const field = findField(procedure, name)
      return written === undefined || field === undefined ? null : ruleValue(field, written)
    },
    parameter: () => null,
    rowCount: () => null,
    derived: (name) => procedure.derived[name] ?? null,
  }
  return env
}

export function findField(procedure: Procedure, name: string): FieldInfo | undefined {
  return procedure.fields.find((field) => field.name === name)
}

/** The day number a date field holds in these facts, or null. */
export function dayOf(procedure: Procedure, facts: Readonly<Record<string, Written>>, name: string): number | null {
  const field = findField(procedure, name)
  const written = facts[name]
  const value = field === undefined || written === undefined ? null : ruleValue(field, written)
  return field?.type.kind === 'date' && typeof value === 'number' ? value : null
}
