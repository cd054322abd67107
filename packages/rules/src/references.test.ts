import { expect, test } from 'vitest'
import { factsOf, parametersOf, tablesOf } from './references.ts'
import { parsed } from './testing/family.ts'

test('facts, parameters and tables are named once each, in order', () => {
  const expr = parsed(
    'sum(children[child.birthOrder > 1].fee) * share > nurseryAid and household.lowIncome and not(household.lowIncome)',
  )
  expect(factsOf(expr)).toEqual(['child.birthOrder', 'child.fee', 'household.lowIncome'])
  expect(parametersOf(expr)).toEqual(['nurseryAid', 'share'])
  expect(tablesOf(expr)).toEqual(['children'])
})
