import type { PersonFact } from '../calls.ts'
import type { Command } from './use-action.ts'
import type { ValueTyped } from './value-field.tsx'

/** Kinds that are true by themselves or by whom they tie to: there is no value to type. */
const withoutValue = new Set([
  'mother',
  'father',
  'guardian',
  'spouse',
  'death',
  'marriage',
  'divorce',
  'pregnancy',
  'birth',
])

export function hasValue(kind: string): boolean {
  return !withoutValue.has(kind)
}

/** The part of a command that carries the value of a kind, as the register reads it. */
export function valueSent(kind: string, { text, township, village }: ValueTyped): Readonly<Record<string, unknown>> {
  if (!hasValue(kind)) return {}
  if (kind === 'membership') return { role: text.trim() }
  if (kind === 'residence') return { value: village === '' ? township : village }
  if (kind === 'household')
    return { value: { kind: 'family', township, ...(village === '' ? {} : { village }), address: text.trim() } }
  return { value: text.trim() }
}

/** What stands in the form at first: the recorded value, where it may be seen whole. */
export function valueTyped(fact: PersonFact | null): ValueTyped {
  const value = fact?.value ?? {}
  const text =
    value['name'] ?? value['sex'] ?? value['day'] ?? value['ethnicity'] ?? value['role'] ?? value['address'] ?? ''
  return { text, township: value['township'] ?? '', village: value['village'] ?? '' }
}

/** The command that brings a corrected fact back to what it was; null where the old value is sealed and not at hand. */
export function undoCommand(
  old: PersonFact,
  { subject, newFact, reason }: { readonly subject: string; readonly newFact: string; readonly reason: string },
): Command | null {
  if (['identity-number', 'phone', 'health'].includes(old.kind)) return null
  return {
    kind: 'correct-fact',
    subject,
    fact: newFact,
    how: 'replace',
    attribute: old.kind,
    ...valueSent(old.kind, valueTyped(old)),
    from: old.from,
    ...(old.to === null ? {} : { to: old.to }),
    reason,
  }
}
