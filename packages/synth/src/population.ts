import { findRegion } from '@junheng/kernel/regions'
import { carryForward, requireDay } from './ageing/carry-forward.ts'
import { ageCount, totalOf, type Structure } from './ageing/structure.ts'
import type { Batch } from './batch.ts'
import { birthDays } from './births/birth-days.ts'
import { carriedCensus } from './census/carried-census.ts'
import { populationOf, type CountyCensus } from './census/county-census.ts'
import { arrange } from './family/arrange.ts'
import { cellCapacity, startBlock } from './family/block.ts'
import { addChildrenElsewhere, Parity } from './family/children-elsewhere.ts'
import { fillCollectives } from './family/fill-collectives.ts'
import { formHouseholds, householdPlan } from './family/form-households.ts'
import { giveParents } from './family/give-parents.ts'
import { maritalShares } from './family/marital-shares.ts'
import { matchCouples } from './family/match-couples.ts'
import { Mothers } from './family/mothers.ts'
import { beforeBlock, cellCount, cellQuotas, phaseOf } from './quotas/cell-quotas.ts'
import { largestRemainder } from './quotas/largest-remainder.ts'
import { keyOf } from './random/mix.ts'
import { Random } from './random/random.ts'
import { synthError } from './synth-error.ts'
import { writeBatch } from './write-batch.ts'

export interface PopulationOptions {
  /** Six digits: a county, or a city or province for all its counties in proportion. */
  readonly region: number
  /** Persons; without it as many as live there on the day. */
  readonly count?: number
  /** A whole number from 0; the same seed gives the same people. */
  readonly seed: number
  /** Day number from 1 November 2020 to the end of 2060. */
  readonly on: number
  /** Counties to choose from; without it those the program carries. */
  readonly census?: ReadonlyMap<number, CountyCensus>
}

/** One county's part of a population. */
export interface CountyPart {
  readonly census: CountyCensus
  readonly persons: number
  readonly seed: number
  readonly on: number
}

/** Persons of a batch, about. */
const batchPersons = 4096

/**
 * Which counties a population consists of and how many persons each has. Throws DomainError `no-census` for a region
 * without figures, `wrong-count`, `wrong-seed`, `wrong-day`, `no-people`.
 */
export function populationParts(options: PopulationOptions): readonly CountyPart[] {
  const { region, seed, on, count } = options
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw synthError('wrong-seed', { zh: '种子要是 0 或正整数', en: 'the seed must be a whole number from 0' })
  }
  requireDay(on)
  if (count !== undefined && (!Number.isSafeInteger(count) || count < 0)) {
    throw synthError('wrong-count', {
      zh: `人数要是 0 或正整数，不能是 ${count}`,
      en: `the number of persons must be a whole number from 0, not ${count}`,
    })
  }
  const counties = countiesOf(region, options.census ?? carriedCensus())
  const expected = counties.map((census) => totalOf(carryForward(census, on)))
  const shares = count === undefined ? expected.map(Math.round) : largestRemainder(expected, count)
  return counties.map((census, at) => ({ census, persons: shares[at] ?? 0, seed, on }))
}

/** The counties of a region in the order of codes. */
function countiesOf(region: number, table: ReadonlyMap<number, CountyCensus>): readonly CountyCensus[] {
  const span = region % 10_000 === 0 ? 10_000 : region % 100 === 0 ? 100 : 1
  const found = [...table.values()]
    .filter(({ code }) => Math.floor(code / span) === Math.floor(region / span))
    .sort((a, b) => a.code - b.code)
  if (found.length === 0) throw noCensus(region)
  if (found.every((county) => populationOf(county) === 0)) {
    throw synthError('no-people', { zh: `普查时 ${region} 没有人`, en: `nobody lived in ${region} at the census` })
  }
  return found.filter((county) => populationOf(county) > 0)
}

function noCensus(region: number) {
  const name = findRegion(region)?.name
  const zh = '程序只带有咸安、田家庵、阿拉善各旗、北京各区和青海各县的普查数；其他县区请给普查表'
  const en =
    'the program carries the census of Xian’an, Tianjia’an, the banners of Alxa, the districts of Beijing and the counties of Qinghai; for others give a census table'
  return synthError(
    'no-census',
    {
      zh: name === undefined ? `没有 ${region} 这个区划代码的普查数。${zh}` : `没有${name}（${region}）的普查数。${zh}`,
      en: name === undefined ? `no census of a region ${region}: ${en}` : `no census of ${name} (${region}): ${en}`,
    },
    { region },
  )
}

/** The batches of a whole population, county by county; each is made only when asked for. */
export function* populationBatches(options: PopulationOptions): Generator<Batch, void, undefined> {
  for (const part of populationParts(options)) yield* countyBatches(part)
}

/** The batches of one county's part; they depend on the part alone. */
export function* countyBatches(part: CountyPart): Generator<Batch, void, undefined> {
  const { persons, on } = part
  if (persons === 0) return
  const context = countyContext(part)
  const blocks = Math.max(1, Math.round(persons / batchPersons))
  for (let block = 0; block < blocks; block++) yield makeBatch(context, { block, blocks, on })
}

type CountyContext = ReturnType<typeof countyContext>

function countyContext({ census, persons, seed, on }: CountyPart) {
  const key = keyOf(seed, census.code)
  const days = birthDays(on)
  const structure = carryForward(census, on)
  const offset = 0.25 + (keyOf(key, 1) % 1000) / 2000
  const quotas = cellQuotas(structure, persons, offset)
  requireRoom(quotas, days, census)
  const shares = maritalShares(census)
  const population = populationOf(census)
  const rural = 1 - census.urban / population
  return {
    census,
    key,
    days,
    quotas,
    shares,
    parity: new Parity(census, shares),
    collective: 1 - census.familyPersons / population,
    parents: { leftBehind: leftBehindShare(census, rural), fertility: fertilityOf(structure) },
  }
}

/** Rough: seven in a hundred rural children and one in a hundred others live with grandparents; few in the large cities. */
function leftBehindShare(census: CountyCensus, rural: number): number {
  const large = [11, 12, 31].includes(Math.floor(census.code / 10_000))
  return large ? 0.005 : 0.01 + 0.06 * rural
}

/** Children per woman of childbearing age as a multiple of the nation's of 2020: how far families go beyond one child. */
function fertilityOf({ male, female }: Structure): number {
  let [children, women] = [0, 0]
  for (let age = 0; age < 15; age++) children += (male[age] ?? 0) + (female[age] ?? 0)
  for (let age = 25; age < 50; age++) women += female[age] ?? 0
  return Math.max(0.6, Math.min(1.6, women > 0 ? children / women / 0.985 : 1))
}

function requireRoom(quotas: Int32Array, days: ReturnType<typeof birthDays>, { code, name }: CountyCensus): void {
  for (const [cell, quota] of quotas.entries()) {
    const room = cellCapacity(days, cell % ageCount)
    if (quota <= room) continue
    throw synthError('too-many-persons', {
      zh: `${name}（${code}）同岁同性别的人数 ${quota} 超过身份证号能编的 ${room} 个，请减少人数`,
      en: `${name} (${code}) would have ${quota} persons of one sex and age, and identity numbers reach for ${room}; ask for fewer`,
    })
  }
}

function makeBatch(
  { census, key: countyKey, days, quotas, shares, parity, collective, parents }: CountyContext,
  { block: at, blocks, on }: { readonly block: number; readonly blocks: number; readonly on: number },
): Batch {
  const key = keyOf(countyKey, 2, at)
  const random = new Random(key)
  const block = startBlock({ quotas, block: at, blocks, days, key: countyKey, random })
  fillCollectives(block, { share: collective, random })
  matchCouples(block, { shares, random })
  const mothers = new Mothers(block, random)
  const leftBehind = giveParents(block, { mothers, shares: parents, random })
  const familyPersons = block.persons - block.inCollective.reduce((sum, one) => sum + one, 0)
  const plan = householdPlan(census, familyPersons, random)
  const homes = formHouseholds({ block, mothers, plan, leftBehind, random })
  const elsewhere = addChildrenElsewhere(block, { parity, on, random })
  const arrangement = arrange(homes, random)
  let firstPerson = 0
  for (let cell = 0; cell < cellCount; cell++) {
    const phase = phaseOf(cell)
    firstPerson += beforeBlock(quotas[cell] ?? 0, { block: at, blocks, phase })
  }
  return writeBatch({ census, block, arrangement, elsewhere, on, key, firstPerson, random })
}
