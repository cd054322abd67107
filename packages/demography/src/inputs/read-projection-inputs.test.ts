import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { totalOf } from '../age-sex.ts'
import { projectionTables } from '../outputs/projection-tables.ts'
import { project } from '../projection/project.ts'
import { projectRegions } from '../projection/project-regions.ts'
import { smallInputs } from '../testing/small-inputs.ts'
import { readProjectionInputs } from './read-projection-inputs.ts'

function problems(changes: Readonly<Record<string, string | null>>) {
  const read = readProjectionInputs(smallInputs(changes), { to: 2022 })
  return read.ok ? [] : read.problems.map(({ file, line, code }) => `${file}:${line} ${code}`)
}

const population = smallInputs().get('population.csv') ?? ''
const survival = smallInputs().get('survival.csv') ?? ''

test('right files are read and projected, with what was assumed', () => {
  const read = readProjectionInputs(smallInputs(), { to: 2022 })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const [region] = read.inputs.regions
  expect(totalOf(region?.start ?? { male: new Float64Array(), female: new Float64Array() })).toBe(71)
  expect(region?.years.length).toBe(2)
  expect(read.inputs.assumptions.map(({ id }) => id)).toEqual(['population-date', 'rates-held'])
})

test('the same population in wide columns, with totals, group quarters and a life table', () => {
  const read = readProjectionInputs(
    smallInputs({
      'population.csv':
        'year,age,male,female,total\n2020,0,10,10,20\n2020,1,10,10,20\n2020,2,10,10,20\n2020,3,5,6,11\n2020,total,35,36,71\n',
      'survival.csv': null,
      'life-table.csv':
        'age,sex,mx\n0,male,0.01\n1,male,0.001\n2,male,0.1\n3,male,0.7\n0,female,0.01\n1,female,0.001\n2,female,0.1\n3,female,0.6\n',
      'group-quarters.csv': 'age,male,female\n0,0,0\n1,2,0\n2,0,0\n3,0,0\n',
    }),
    { to: 2021 },
  )
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  expect(read.inputs.assumptions.map(({ id }) => id)).toContain('life-table')
  expect(read.inputs.regions[0]?.groupQuarters?.male[1]).toBe(2)
})

test('a life table of lx and Lx gives Lx/L(x−1), L0/l0 and the open age’s ratio', () => {
  const one = (sex: string): string =>
    `0,${sex},100000,99000\n1,${sex},98900,98800\n2,${sex},98700,90000\n3,${sex},80000,60000\n`
  const read = readProjectionInputs(
    smallInputs({ 'survival.csv': null, 'life-table.csv': `age,sex,lx,Lx\n${one('male')}${one('female')}` }),
    { to: 2021 },
  )
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const ratios = read.inputs.regions[0]?.years[0]?.survival.male
  expect(ratios?.[0]).toBeCloseTo(0.99, 12)
  expect(ratios?.[1]).toBeCloseTo(98800 / 99000, 12)
  expect(ratios?.[3]).toBeCloseTo(60000 / 150000, 12)
})

test.each([
  ['a missing file', { 'survival.csv': null }, 'survival.csv:null missing-file'],
  ['a file that is not known', { 'deaths.csv': 'year\n' }, 'deaths.csv:null unknown-file'],
  ['a missing column', { 'fertility.csv': 'year,age\n2020,1\n' }, 'fertility.csv:1 missing-column'],
  ['a missing age', { 'population.csv': population.replace('2020,male,2,10\n', '') }, 'population.csv:2 missing-age'],
  [
    'a missing sex',
    { 'population.csv': population.replaceAll(/2020,female.*\n/g, '') },
    'population.csv:2 missing-sex',
  ],
  [
    'a negative count',
    { 'population.csv': population.replace('2020,male,1,10', '2020,male,1,-10') },
    'population.csv:3 negative',
  ],
  [
    'a count that is no number',
    { 'population.csv': population.replace('2020,male,1,10', '2020,male,1,n/a') },
    'population.csv:3 not-a-number',
  ],
  ['a wrong sex', { 'population.csv': population.replace('male,1', 'boy,1') }, 'population.csv:3 wrong-code'],
  ['a five-year group', { 'population.csv': population.replace('male,1', 'male,0-4') }, 'population.csv:3 duplicate'],
  ['a row given twice', { 'population.csv': `${population}2020,male,1,10\n` }, 'population.csv:10 duplicate'],
  [
    'totals that do not add up',
    { 'population.csv': `${population}2020,total,total,72\n` },
    'population.csv:10 totals-differ',
  ],
  ['survival above 1', { 'survival.csv': survival.replace('0.95', '1.2') }, 'survival.csv:null out-of-range'],
  ['a TFR of 210', { 'fertility.csv': 'year,age,asfr\n2020,1,100\n2020,2,110\n' }, 'fertility.csv:null out-of-range'],
  ['an SRB per hundred', { 'srb.csv': 'year,srb\n2020,105\n' }, 'srb.csv:null out-of-range'],
  ['years out of order', { 'srb.csv': 'year,srb\n2021,1.05\n2020,1.05\n' }, 'srb.csv:3 years-out-of-order'],
  ['a year left out', { 'srb.csv': 'year,srb\n2020,1.05\n2022,1.05\n' }, 'srb.csv:3 missing-year'],
  ['rates that begin too late', { 'srb.csv': 'year,srb\n2021,1.05\n' }, 'srb.csv:null missing-year'],
  ['ages that differ between files', { 'survival.csv': `${survival}2020,4,0.5,0.5\n` }, 'survival.csv:null wrong-age'],
  [
    'a region without rates',
    {
      'population.csv': population.replaceAll('2020,', '11,2020,').replace('year', 'region,year'),
      'srb.csv': 'region,year,srb\n12,2020,1.05\n',
    },
    'srb.csv:null missing-region',
  ],
  [
    'a setting that is not known',
    { 'settings.csv': 'name,value\nmigration_timing,middle\n' },
    'settings.csv:2 wrong-code',
  ],
])('%s is reported with its place', (_, changes, expected) => {
  expect(problems(changes)).toContain(expected)
})

test('the TFR of 210 is told with its likely cause', () => {
  const read = readProjectionInputs(smallInputs({ 'fertility.csv': 'year,age,asfr\n2020,1,100\n2020,2,110\n' }), {
    to: 2021,
  })
  expect(read.ok ? '' : read.problems[0]?.text.en).toContain(
    '210.00, which cannot be; the rates look like per 1,000 women',
  )
})

test('outputs name their columns and balance', () => {
  const read = readProjectionInputs(smallInputs(), { to: 2022 })
  if (!read.ok) throw new Error('not read')
  const { regions, firstYear, timing, assumptions } = read.inputs
  const projections = regions.map(({ region, start, years }) => ({
    region,
    projection: project({ start, firstYear, years, timing }),
  }))
  const files = projectionTables(projections, { assumptions })
  const [header, first] = (files.get('years.csv') ?? '').split('\n')
  const row = Object.fromEntries((header ?? '').split(',').map((name, at) => [name, Number(first?.split(',')[at])]))
  const end = (row['population_start'] ?? 0) + (row['births'] ?? 0) - (row['deaths'] ?? 0) + (row['net_migration'] ?? 0)
  expect(end).toBeCloseTo(row['population_end'] ?? 0, 2)
  expect(files.get('population.csv')?.split('\n').length).toBe(1 + 3 * 4 + 1)
})

test('regions with moves between them: who leaves one enters the other', () => {
  const twice = (text: string): string => {
    const [header, ...rows] = text.trim().split('\n')
    return [`region,${header}`, ...['A', 'B'].flatMap((region) => rows.map((row) => `${region},${row}`))].join('\n')
  }
  const files = {
    'population.csv': twice(population),
    'moves.csv': 'from,to,age,male,female\nA,B,2,0.5,0.25\n',
    'migration.csv': null,
  }
  const read = readProjectionInputs(smallInputs(files), { to: 2022 })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const { regions, firstYear, timing, moves } = read.inputs
  const [a, b] = projectRegions(regions, { firstYear, timing, movesOf: (year) => moves[year] ?? [] })
  expect(a?.population[1]?.male[2]).toBeCloseTo(4.5)
  expect(b?.population[1]?.male[2]).toBeCloseTo(13.5)
  expect(problems({ ...files, 'moves.csv': 'from,to,age,male,female\nA,C,2,0.5,0.25\n' })).toContain(
    'moves.csv:2 wrong-code',
  )
  expect(problems({ ...files, 'moves.csv': 'from,to,age,male,female\nA,B,2,1.5,0.25\n' })).toContain(
    'moves.csv:2 out-of-range',
  )
})

test('a rate given twice is told', () => {
  expect(problems({ 'fertility.csv': 'year,age,asfr\n2020,1,0.1\n2020,1,0.2\n' })).toContain(
    'fertility.csv:3 duplicate',
  )
})

test('files spoiled in any way give problems or a projection, never a crash', () => {
  const names = [...smallInputs().keys()]
  const spoiling = fc.record({
    name: fc.constantFrom(...names),
    from: fc.nat(200),
    length: fc.nat(12),
    insert: fc.oneof(
      fc.string({ maxLength: 6 }),
      fc.constantFrom(',', '\n', '"', '-', '9999', 'NaN', 'total', '100+', '1e309', 'male', '2020'),
    ),
  })
  fc.assert(
    fc.property(fc.array(spoiling, { minLength: 1, maxLength: 4 }), (changes) => {
      const files = new Map(smallInputs())
      for (const { name, from, length, insert } of changes) {
        const text = files.get(name) ?? ''
        files.set(name, text.slice(0, from) + insert + text.slice(from + length))
      }
      const read = readProjectionInputs(files, { to: 2023 })
      if (!read.ok) {
        expect(read.problems.length).toBeGreaterThan(0)
        return
      }
      const { regions, firstYear, timing } = read.inputs
      for (const { start, years } of regions) {
        const { population: after } = project({ start, firstYear, years, timing })
        expect(after.every(({ male, female }) => Math.min(...male, ...female) >= 0)).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
})
