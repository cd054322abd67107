/** The same benefit as a careful person would write it over typed arrays, in three manners, and the floor of memory. */
import type { Contestant } from '../contestant.ts'
import { realOutputs, sumOutputs, wholeOutputs } from './output-columns.ts'
import { HERE, type Population } from './population.ts'

interface Reals extends Record<'childAge' | 'birthOrder' | 'district' | 'registered', Float64Array> {
  readonly baseLimit: Float64Array
  readonly contractPrice: Float64Array
  readonly elderAge: Float64Array
}

export function handWritten(population: Population, repeats: number): readonly Contestant[] {
  const { size } = population
  const reals: Reals = {
    childAge: Float64Array.from(population.childAge),
    birthOrder: Float64Array.from(population.birthOrder),
    district: Float64Array.from(population.district),
    registered: Float64Array.from(population.registered),
    baseLimit: Float64Array.from(population.baseLimit),
    contractPrice: Float64Array.from(population.contractPrice),
    elderAge: Float64Array.from(population.elderAge),
  }
  const whole = wholeOutputs(size)
  const fused = realOutputs(size)
  const copies = wholeOutputs(size)
  const common = { households: size, repeats } as const
  return [
    {
      ...common,
      name: 'memory floor: read and write the same bytes',
      kind: 'floor',
      run: () => copyColumns(population, copies),
      sums: () => null,
    },
    {
      ...common,
      name: 'hand-written, int32 sign masks',
      kind: 'hand-written',
      run: () => signMasks(population, whole),
      sums: () => sumOutputs(whole),
    },
    {
      ...common,
      name: 'hand-written, one loop in doubles',
      kind: 'hand-written',
      run: () => fusedDoubles(reals, fused),
      sums: () => sumOutputs(fused),
    },
  ]
}

function signMasks(p: Population, out: ReturnType<typeof wholeOutputs>): void {
  const { childAge, birthOrder, district, registered, baseLimit, contractPrice, elderAge } = p
  const { eligible, subsidy, loan, nursing, leave } = out
  for (let i = 0; i < childAge.length; i++) {
    const order = (birthOrder[i] as number) | 0
    const later = (1 - order) >> 31
    const elsewhere = ((district[i] as number) ^ HERE) | 0
    const isHere = ~((elsewhere | -elsewhere) >> 31)
    const yes = (((childAge[i] as number) - 3) >> 31) & later & isHere & -(registered[i] as number)
    eligible[i] = yes & 1
    subsidy[i] = 50_000 & yes
    const base = (baseLimit[i] as number) | 0
    const raised = (base + ((base >> 1) & later)) | 0
    const share = ((Math.imul(contractPrice[i] as number, 4) | 0) / 5) | 0
    const less = (raised - share) >> 31
    loan[i] = share ^ ((raised ^ share) & less)
    const past = ((elderAge[i] as number) - 60) | 0
    nursing[i] = (30_000 + Math.imul(10_000, (past / 10) | 0)) & ~(past >> 31)
    const notFirst = order ^ 1
    leave[i] = 158 + (30 & ((notFirst | -notFirst) >> 31))
  }
}

function fusedDoubles(p: Reals, out: ReturnType<typeof realOutputs>): void {
  const { childAge, birthOrder, district, registered, baseLimit, contractPrice, elderAge } = p
  const { eligible, subsidy, loan, nursing, leave } = out
  for (let i = 0; i < childAge.length; i++) {
    const order = birthOrder[i] as number
    const yes = (childAge[i] as number) < 3 && order >= 2 && district[i] === HERE && registered[i] !== 0
    eligible[i] = yes ? 1 : 0
    subsidy[i] = yes ? 50_000 : 0
    const base = baseLimit[i] as number
    loan[i] = Math.min(order >= 2 ? (base * 3) / 2 : base, ((contractPrice[i] as number) * 4) / 5)
    const elder = elderAge[i] as number
    nursing[i] = elder >= 60 ? 30_000 + 10_000 * Math.floor((elder - 60) / 10) : 0
    leave[i] = 98 + (order === 1 ? 60 : 90)
  }
}

function copyColumns(p: Population, out: ReturnType<typeof wholeOutputs>): void {
  const { childAge, birthOrder, district, registered, baseLimit, contractPrice, elderAge } = p
  const { eligible, subsidy, loan, nursing, leave } = out
  for (let i = 0; i < childAge.length; i++) {
    eligible[i] = registered[i] as number
    subsidy[i] = (baseLimit[i] as number) | (birthOrder[i] as number)
    loan[i] = contractPrice[i] as number
    nursing[i] = (elderAge[i] as number) | (district[i] as number)
    leave[i] = childAge[i] as number
  }
}
