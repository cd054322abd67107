import { createHash } from 'node:crypto'
import type { Procedure } from '@junheng/casework'

/** Procedures do not change while they are loaded, and every page of a case asks. */
const known = new WeakMap<Procedure, string>()

/** Changes whenever what a family is asked changes: a form that was filled in before is then not taken. */
export function formVersion(procedure: Procedure): string {
  const found = known.get(procedure) ?? digestOf(procedure)
  known.set(procedure, found)
  return found
}

function digestOf({ form, inForce, fields }: Procedure): string {
  const asked = new Set(form.map(({ name }) => name))
  const text = JSON.stringify([inForce, form, fields.filter(({ name }) => asked.has(name))])
  return createHash('sha256').update(text).digest('base64url').slice(0, 12)
}
