import { createHash } from 'node:crypto'
import type { Procedure } from '@junheng/casework'

/** Changes whenever what a family is asked changes: a form that was filled in before is then not taken. */
export function formVersion({ form, inForce, fields }: Procedure): string {
  const asked = new Set(form.map(({ name }) => name))
  const text = JSON.stringify([inForce, form, fields.filter(({ name }) => asked.has(name))])
  return createHash('sha256').update(text).digest('base64url').slice(0, 12)
}
