import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyAgeSex, totalOf } from '../age-sex.ts'
import { project } from '../projection/project.ts'
import { carriedCensus, type CensusPlace } from '../subnational/census-2020.ts'
import { censusForecast, countyUncertainty, nationalBase } from '../subnational/census-forecast.ts'
import { nationalSchedules } from '../subnational/national-schedules.ts'
import { forecast } from './forecast.ts'
import { certain } from './process.ts'
import { countBins, quantilesOf } from './quantiles.ts'
import { mix, normalQuantile, normals, streamKey } from './random.ts'
import { runPlain } from './run-plain.ts'
import { countBinsWasm, runWasm } from './run-wasm.ts'
import { indicatorIds, type TrajectoryPlan } from './trajectory-plan.ts'

const base = nationalBase(nationalSchedules(2021, 2036))

function planOf(code: string, change: Partial<TrajectoryPlan> = {}): TrajectoryPlan {
  const place = carriedCensus.find((one) => one.code === code)
  if (place === undefined) throw new Error(code)
  return { ...censusForecast(place, { base, trajectories: 40, seed: 7 }).plan, ...change }
}

test('the WebAssembly path equals the plain path to 1e-5 in every value', () => {
  for (const code of ['421202', '152900', '110000']) {
    const plan = planOf(code)
    const plain = runPlain(plan)
    const fast = runWasm(plan)
    expect(fast.length).toBe(plain.length)
    expect(fast.every((value, at) => Math.abs(value - (plain[at] ?? 0)) <= 1e-5 * (plain[at] ?? 0) + 0.01)).toBe(true)
  }
})

test('they agree for any migration, bands and horizon', () => {
  const place = fc.record({
    net: fc.double({ min: -60, max: 60, noNaN: true }),
    years: fc.integer({ min: 1, max: 15 }),
  })
  fc.assert(
    fc.property(place, ({ net, years }) => {
      const plan = planOf('421202')
      const migration = emptyAgeSex(100)
      migration.male.fill(net)
      migration.female.fill(-net / 2)
      const spoiled = {
        ...plan,
        trajectories: 8,
        years: plan.years.slice(0, years).map((year) => ({ ...year, migration })),
        survivalResponse: plan.survivalResponse?.slice(0, years) ?? null,
        bands: [
          { id: 'young', from: 0, to: 27 },
          { id: 'rest', from: 27, to: Infinity },
        ],
      }
      const plain = runPlain(spoiled)
      expect(
        runWasm(spoiled).every((value, at) => Math.abs(value - (plain[at] ?? 0)) <= 2e-5 * (plain[at] ?? 0) + 0.05),
      ).toBe(true)
      expect(Math.min(...plain)).toBeGreaterThanOrEqual(0)
    }),
    { numRuns: 20 },
  )
})

test('without uncertainty every trajectory is the deterministic projection', () => {
  const plan = planOf('630000', { uncertainty: certain })
  const { population, years } = project({ start: plan.start, firstYear: 2021, years: plan.years, timing: 'end' })
  const ids = indicatorIds(plan).length
  for (const values of [runPlain(plan), runWasm(plan)]) {
    years.forEach(({ births, deaths }, at) => {
      const cell = (indicator: number): number => values[(at * ids + indicator) * plan.trajectories + 3] ?? 0
      const last = population[at + 1]
      expect(cell(0) / totalOf(last ?? plan.start)).toBeCloseTo(1, 6)
      expect(cell(1) / (births.male + births.female)).toBeCloseTo(1, 6)
      expect(cell(2) / totalOf(deaths)).toBeCloseTo(1, 5)
    })
  }
})

test('people in = people out in every trajectory, and the bands are everybody', () => {
  const plan = planOf('421202', { uncertainty: { ...countyUncertainty, migration: certain.migration } })
  const values = runPlain(plan)
  const ids = indicatorIds(plan).length
  const cell = (year: number, indicator: number, trajectory: number): number =>
    values[(year * ids + indicator) * plan.trajectories + trajectory] ?? 0
  for (let trajectory = 0; trajectory < plan.trajectories; trajectory++) {
    let before = totalOf(plan.start)
    plan.years.forEach((_, year) => {
      const after = cell(year, 0, trajectory)
      expect(Math.abs(after - before - cell(year, 1, trajectory) + cell(year, 2, trajectory))).toBeLessThan(0.5)
      const bands = plan.bands.reduce((sum, _band, at) => sum + cell(year, 3 + at, trajectory), 0)
      expect(Math.abs(bands - after)).toBeLessThan(0.5)
      before = after
    })
  }
})

test('a seed gives the same numbers however the work is cut up, another seed others', () => {
  const plan = planOf('421202')
  const whole = runWasm({ ...plan, trajectories: 40 }).slice()
  const part = runWasm({ ...plan, trajectories: 16 })
  expect([...part.subarray(0, 16)]).toEqual([...whole.subarray(0, 16)])
  expect([...runWasm(plan)]).toEqual([...whole])
  expect([...runWasm({ ...plan, seed: 8 })]).not.toEqual([...whole])
  expect([...runWasm({ ...plan, stream: 1 })]).not.toEqual([...whole])
})

test('intervals hold their median and widen with time', () => {
  const cells = forecast(planOf('421202', { trajectories: 200 }), { firstYear: 2021 })
  for (const { low95, low80, median, high80, high95 } of cells) {
    expect(
      [low95, low80, median, high80, high95].every((value, at, all) => at === 0 || value >= (all[at - 1] ?? 0)),
    ).toBe(true)
  }
  const births = cells.filter(({ indicator }) => indicator === 'births')
  const width = (at: number): number => {
    const cell = births.at(at)
    return cell === undefined ? 0 : (cell.high95 - cell.low95) / cell.median
  }
  expect(width(-1)).toBeGreaterThan(width(0))
})

test('the nation is no less certain than a province: its own draws are not those common to all', () => {
  const width = (code: string): number => {
    const cells = forecast(planOf(code, { trajectories: 1000 }), { firstYear: 2021 })
    const births = cells.filter(({ indicator }) => indicator === 'births').at(-1)
    return births === undefined ? Number.NaN : (births.high95 - births.low95) / births.median
  }
  expect(width('000000') / width('110000')).toBeLessThan(1.15)
})

test('both engines count quantiles alike, near the exact ones', () => {
  const plan = planOf('421202', { trajectories: 400 })
  const values = runWasm(plan).subarray(0, 400)
  const shares = [0.025, 0.1, 0.5, 0.9, 0.975]
  const fast = quantilesOf(countBinsWasm(values), shares)
  const sorted = values.slice().sort()
  const range = (sorted.at(-1) ?? 0) - (sorted[0] ?? 0)
  quantilesOf(countBins(values), shares).forEach((value, at) => {
    expect(Math.abs(value - (fast[at] ?? 0)) / range).toBeLessThan(0.003)
    expect(Math.abs(value - (sorted[Math.ceil((shares[at] ?? 0) * 400) - 1] ?? 0)) / range).toBeLessThan(1.01 / 1024)
  })
})

test('normals: quantiles as tabulated, variance 1, and streams without correlation', () => {
  expect(normalQuantile(0.975)).toBeCloseTo(1.959964, 6)
  expect(normalQuantile(0.001)).toBeCloseTo(-3.090232, 6)
  expect(normals.reduce((sum, z) => sum + z * z, 0) / normals.length).toBeCloseTo(1, 5)
  const draw = (stream: number, at: number): number => normals[mix(streamKey(1, stream) ^ at) & 4095] ?? 0
  let product = 0
  for (let at = 0; at < 20_000; at++) product += draw(1, at) * draw(2, at)
  expect(Math.abs(product / 20_000)).toBeLessThan(0.03)
})

test('bad plans are refused before anything runs', () => {
  expect(() => runWasm(planOf('421202', { trajectories: 12 }))).toThrow('multiple of eight')
  expect(() => runWasm(planOf('421202', { stream: 0 }))).toThrow('stream')
  expect(() => runWasm(planOf('421202', { bands: [{ id: 'young', from: 0, to: 20 }] }))).toThrow('bands')
  const broken: CensusPlace = {
    code: '1',
    name: 'x',
    male: [-1, ...Array<number>(18).fill(1)],
    female: Array<number>(19).fill(1),
  }
  expect(() => censusForecast(broken, { base, trajectories: 8, seed: 1 })).toThrow('cannot be')
})
