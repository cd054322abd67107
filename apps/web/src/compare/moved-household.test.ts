import type { FactInfo, Place } from '@junheng/entitlements'
import { expect, it } from 'vitest'
import { emptyHousehold } from '../situation/household.ts'
import { movedHousehold } from './moved-household.ts'

const fact = (name: string, kind: 'region' | 'number'): FactInfo => ({
  name,
  type: { kind },
  table: null,
  label: { zh: name, en: name },
  question: null,
  help: null,
  unit: null,
  ask: 'auto',
  topic: 'family',
  is: null,
  min: null,
  max: null,
})
const place = (region: number) =>
  ({ region, facts: [fact('home.region', 'region'), fact('home.price', 'number')] }) as unknown as Place

it('moves what lies in the place left, and nothing else', () => {
  const household = {
    ...emptyHousehold,
    facts: { 'home.region': 421202, 'home.price': 421202 },
    rows: { children: [{ 'home.region': 340403 }] },
  }
  expect(movedHousehold(household, { from: place(421202), to: place(110000) })).toEqual({
    ...household,
    facts: { 'home.region': 110000, 'home.price': 421202 },
  })
})
