import type { FactKind } from './fact.ts'

/** How closely a fact is guarded. `fertility`: births, parents, marriage, and the household that shows them. */
export type Category = 'identity' | 'contact' | 'residence' | 'fertility' | 'health'

/** The category of every kind of fact. */
export const categories: Readonly<Record<FactKind, Category>> = {
  name: 'identity',
  sex: 'identity',
  'birth-date': 'identity',
  ethnicity: 'identity',
  'identity-number': 'identity',
  phone: 'contact',
  residence: 'residence',
  household: 'residence',
  death: 'residence',
  membership: 'fertility',
  mother: 'fertility',
  father: 'fertility',
  guardian: 'fertility',
  spouse: 'fertility',
  marriage: 'fertility',
  divorce: 'fertility',
  pregnancy: 'fertility',
  birth: 'fertility',
  health: 'health',
}
