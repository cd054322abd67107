import type { PersonFact } from '../calls.ts'

/** The order in which officers read: who, how to reach, where, then family and events. */
const order = [
  'name',
  'sex',
  'birth-date',
  'ethnicity',
  'identity-number',
  'phone',
  'residence',
  'household',
  'membership',
  'mother',
  'father',
  'guardian',
  'spouse',
  'marriage',
  'divorce',
  'pregnancy',
  'birth',
  'health',
  'death',
]

export function factOrder(a: PersonFact, b: PersonFact): number {
  const byKind = order.indexOf(a.kind) - order.indexOf(b.kind)
  if (byKind !== 0) return byKind
  return a.from < b.from ? -1 : 1
}
