import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sumOf, totalOf } from '../age-sex.ts'
import { projectionTables } from '../outputs/projection-tables.ts'
import { project } from '../projection/project.ts'
import { totalFertilityRate } from '../rates/fertility.ts'
import { nationalSchedules } from '../subnational/national-schedules.ts'
import { sweden1993 } from '../testing/sweden-1993.ts'
import { readProjectionInputs, type ProjectionInputs } from './read-projection-inputs.ts'

/** The inputs, or the problems as an error. */
function read(files: Readonly<Record<string, string>>, to: number): ProjectionInputs {
  const result = readProjectionInputs(new Map(Object.entries(files)), { to })
  if (!result.ok)
    throw new Error(
      result.problems.map(({ file, line, code, text }) => `${file}:${line} ${code} ${text.en}`).join('\n'),
    )
  return result.inputs
}

function problems(files: Readonly<Record<string, string>>, to: number): readonly string[] {
  const result = readProjectionInputs(new Map(Object.entries(files)), { to })
  return result.ok ? [] : result.problems.map(({ file, line, code }) => `${file}:${line} ${code}`)
}

const run = ({ regions, firstYear, timing }: ProjectionInputs) => {
  const [region] = regions
  if (region === undefined) throw new Error('no region')
  return project({ start: region.start, years: region.years, firstYear, timing })
}
const rows = (count: number, row: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => row(at)).join('\n')
const ages = (count: number, value: (age: number) => number | string, head = 'age,male,female'): string =>
  `${head}\n${rows(count, (age) => `${age},${value(age)},${value(age)}`)}\n`
const group = (at: number): string => (at === 17 ? '85+' : `${5 * at}-${5 * at + 4}`)

/** A country of ages 0..90+ with 1,000 persons of each age and sex. */
const country = {
  'population.csv': ages(91, (age) => (age === 90 ? 2000 : 1000), 'age,male,female'),
  'settings.csv': 'name,value\nmigration_timing,end\nbase_year,2024\n',
  'survival.csv': ages(91, (age) => (age < 90 ? 0.99 : 0.8)),
  'fertility.csv': `age,asfr\n${rows(35, (at) => `${15 + at},0.05`)}\n`,
  'srb.csv': 'srb\n1.06\n',
}
const without = (...names: readonly string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(country).filter(([name]) => !names.includes(name)))

const sweden = {
  'settings.csv': 'name,value\nmigration_timing,even\nstep_years,5\nbase_year,1993\n',
  'population.csv': `age,male,female\n${rows(18, (at) => `${group(at)},${sweden1993.population[at]},${sweden1993.population[at]}`)}`,
  'life-table.csv': `sex,age,lx,Lx\n${['male', 'female'].map((sex) => rows(18, (at) => `${sex},${group(at)},${at === 0 ? 100_000 : 1},${sweden1993.personYears[at]}`)).join('\n')}`,
  'fertility.csv': `age,asfr\n${rows(7, (at) => `${group(3 + at)},${sweden1993.fertility[at]}`)}`,
  'srb.csv': `srb\n${sweden1993.srb}`,
  'migration.csv': `age,male,female\n${rows(18, (at) => `${group(at)},${sweden1993.migrants[at]},${sweden1993.migrants[at]}`)}`,
}

test('the UN engine’s example of Sweden from plain files, by five-year groups and steps', () => {
  const inputs = read(sweden, 1998)
  const projection = run(inputs)
  expect([...(projection.population[1]?.female ?? [])].map(Math.round)).toEqual(sweden1993.printed.women)
  const files = projectionTables([{ region: '', projection }], { assumptions: inputs.assumptions, step: inputs.step })
  expect(files.get('population.csv')).toContain('\n1998,85,131965.744,131965.744\n')
  expect(problems(sweden, 2000)).toEqual(['population.csv:null out-of-range'])
})

test('tables as the UN’s packages name their columns: time_start, age_start, age_span, value, both sexes', () => {
  const long = (value: (age: number) => number, sexes: readonly string[]): string =>
    `time_start,time_span,sex,age_start,age_span,value\n${sexes
      .map((sex) =>
        rows(91, (age) => `2024,1,${sex},${age},${age === 90 ? 1000 : 1},${(sex === 'both' ? 2 : 1) * value(age)}`),
      )
      .join('\n')}\n`
  const inputs = read(
    {
      ...country,
      'population.csv': long((age) => (age === 90 ? 2000 : 1000), ['male', 'female', 'both']),
      'survival.csv': long((age) => (age < 90 ? 0.99 : 0.8), ['male', 'female']),
      'fertility.csv': `time_start,time_span,age_start,age_span,value\n${rows(91, (age) => `2024,1,${age},1,${age >= 15 && age < 50 ? 0.05 : 0}`)}\n`,
      'srb.csv': 'time_start,time_span,value\n2024,1,1.06\n',
    },
    2025,
  )
  expect(
    totalOf(
      run(inputs).population[1] ??
        run(inputs).population[0] ?? { male: new Float64Array(), female: new Float64Array() },
    ),
  ).toBeCloseTo(
    totalOf(run(read(country, 2025)).population[1] ?? { male: new Float64Array(), female: new Float64Array() }),
    6,
  )
})

test('the UN’s downloads: life tables of both sexes with every column, abridged, cells between semicolons', () => {
  const lower = [0, 1, ...Array.from({ length: 20 }, (_, at) => 5 + 5 * at)]
  const table = `Time;Sex;AgeGrpStart;mx;lx;Lx\n${['Male', 'Female', 'Total']
    .map((sex) => lower.map((age, at) => `2024;${sex};${age};${0.001 + 0.01 * at};${100 - at};${500 - at}`).join('\n'))
    .join('\n')}`
  const inputs = read({ ...without('survival.csv'), 'life-table.csv': table }, 2025)
  expect(inputs.assumptions.map(({ id }) => id)).toContain('mortality-single-ages')
  expect(inputs.regions[0]?.years[0]?.survival.male[1]).toBeGreaterThan(0.9)
})

test('Chinese headers and periods of years: 2024-2026 holds for 2024 and 2025', () => {
  const files = {
    ...country,
    'srb.csv': '时期,出生性别比\n2024-2026,1.1\n2026-2027,1.2\n',
    'population.csv': country['population.csv'].replace('age,male,female', '年龄,男,女'),
  }
  expect(read(files, 2027).regions[0]?.years.map(({ srb }) => srb)).toEqual([1.1, 1.1, 1.2])
  expect(problems(files, 2028)).toEqual(['srb.csv:null missing-year'])
  expect(problems({ ...files, 'srb.csv': 'period,srb\n2024-2026,1.1\n2025-2027,1.2\n' }, 2026)).toContain(
    'srb.csv:3 duplicate',
  )
})

test('five-year groups of people are split, their sums kept, and it is listed', () => {
  const inputs = read(
    {
      ...without('population.csv', 'survival.csv'),
      'population.csv': `age,male,female\n0,90,80\n1-4,400,390\n${rows(16, (at) => `${group(at + 1)},${500 - 10 * at},${510 - 10 * at}`)}\n85+,120,200\n`,
      'survival.csv': ages(86, () => 0.98),
    },
    2025,
  )
  const start = inputs.regions[0]?.start
  expect(start?.male.length).toBe(86)
  expect(start?.male[0]).toBeCloseTo(90)
  expect(sumOf(start?.male.subarray(1, 5) ?? [])).toBeCloseTo(400)
  expect(sumOf(start?.female.subarray(80, 85) ?? [])).toBeCloseTo(360)
  expect(start?.female[85]).toBe(200)
  expect(inputs.assumptions.map(({ id }) => id)).toContain('graduation')
})

test('a TFR with five-year shares, and rates of five-year groups, give the births they say', () => {
  const shares = [5, 20, 35, 25, 12, 2.9, 0.1]
  const pasfr = `age,pasfr\n${rows(7, (at) => `${group(3 + at)},${shares[at]}`)}\n`
  const files = { ...without('fertility.csv'), 'tfr.csv': 'year,tfr\n2024,1.75\n', 'pasfr.csv': pasfr }
  const inputs = read(files, 2025)
  expect(inputs.assumptions.map(({ id }) => id)).toContain('fertility-single-ages')
  // 1,000 women at every age, a hundredth of whom die in the year: 995 on average, so births are 995 × 1.75.
  const [year] = run(inputs).years
  expect(sumOf(year?.birthsByAge ?? [])).toBeCloseTo(995 * 1.75, 6)
  const rates = `age,asfr\n${rows(7, (at) => `${group(3 + at)},${((shares[at] ?? 0) * 1.75) / 500}`)}\n`
  const [same] = run(read({ ...country, 'fertility.csv': rates }, 2025)).years
  expect(sumOf(same?.birthsByAge ?? [])).toBeCloseTo(995 * 1.75, 6)
  const lowerAgesOnly = rates.replaceAll(/(\d+)-\d+,/g, '$1,')
  expect(run(read({ ...country, 'fertility.csv': lowerAgesOnly }, 2025)).years[0]?.births).toEqual(same?.births)
  expect(problems({ ...files, 'pasfr.csv': pasfr.replace('35', '45') }, 2025)).toEqual(['pasfr.csv:null totals-differ'])
  expect(problems({ ...files, 'tfr.csv': 'year,tfr\n2024,210\n' }, 2025)).toEqual(['tfr.csv:2 out-of-range'])
  expect(problems({ ...without('fertility.csv'), 'tfr.csv': 'tfr\n1.75\n' }, 2025)).toEqual([
    'pasfr.csv:null missing-file',
  ])
})

test('shares by single age need no splitting', () => {
  const files = {
    ...without('fertility.csv'),
    'tfr.csv': 'tfr\n2\n',
    'pasfr.csv': `age,percent\n${rows(40, (at) => `${12 + at},2.5`)}\n`,
  }
  const fertility = read(files, 2025).regions[0]?.years[0]?.fertility
  if (fertility === undefined || 'shares' in fertility) throw new Error('single ages expected')
  expect(totalFertilityRate(fertility.rates)).toBeCloseTo(2, 12)
})

test('a life expectancy with the pattern of a life table, or with China’s where there is none', () => {
  const { mx } = nationalSchedules(2030, 2031)[0] ?? {}
  if (mx === undefined) throw new Error('2030')
  const table = `sex,age,mx\n${(['male', 'female'] as const).map((sex) => rows(101, (age) => `${sex},${age},${mx[sex][age]}`)).join('\n')}`
  const base = without('survival.csv')
  const e0 = 'year,male,female\n2024,77.3,82.41\n'
  const both = read({ ...base, 'life-table.csv': table, 'e0.csv': e0 }, 2025)
  const alone = read({ ...base, 'life-table.csv': table }, 2025)
  // The table's own e0 is 77.3 and 82.41: the factor is 1.
  for (const sex of ['male', 'female'] as const)
    both.regions[0]?.years[0]?.survival[sex].forEach((ratio, age) =>
      expect(ratio).toBeCloseTo(alone.regions[0]?.years[0]?.survival[sex][age] ?? 0, 5),
    )
  expect(alone.assumptions.map(({ id }) => id)).toEqual([
    'population-date',
    'life-table',
    'open-age',
    'no-migration',
    'constant-rates',
  ])
  const china = read({ ...base, 'e0.csv': e0 }, 2025)
  expect(china.assumptions.find(({ id }) => id === 'mortality-pattern')?.text.en).toContain('China’s of 2024')
  expect(problems({ ...base, 'e0.csv': 'male,female\n773,82\n' }, 2025)).toEqual(['e0.csv:2 out-of-range'])
  expect(problems({ ...country, 'e0.csv': e0 }, 2025)).toEqual(['e0.csv:null conflict'])
})

test('an abridged life table is split to single ages, cut or extended to the population’s open age', () => {
  const abridged = (oldest: number): string => {
    const lower = [0, 1, ...Array.from({ length: oldest / 5 }, (_, at) => 5 + 5 * at)]
    return `age,male,female\n${lower.map((age) => [age, ...[1, 0.8].map((sex) => sex * (age === 0 ? 0.02 : 0.0002 * Math.exp(0.09 * age)))].join(',')).join('\n')}`
  }
  const survivalOf = (oldest: number) => {
    const inputs = read({ ...without('survival.csv'), 'life-table.csv': abridged(oldest) }, 2025)
    expect(inputs.assumptions.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['life-table', 'mortality-single-ages', 'open-age']),
    )
    return inputs.regions[0]?.years[0]?.survival
  }
  const [long, short] = [survivalOf(100), survivalOf(85)]
  expect(long?.male.length).toBe(91)
  // Both hold the same law up to 85; above it the shorter one is extended.
  expect(short?.male[60]).toBeCloseTo(long?.male[60] ?? 0, 6)
  expect(Math.abs((short?.male[88] ?? 0) - (long?.male[88] ?? 1))).toBeLessThan(0.05)
  const files = { ...without('survival.csv'), 'life-table.csv': abridged(100).replace('\n1,', '\n2,') }
  expect(problems(files, 2025)).toContain('life-table.csv:2 missing-age')
})

test('net migration as rates of those there, or as a total shared out as they are', () => {
  const rates = run(read({ ...country, 'migration-rates.csv': ages(91, (age) => (age === 20 ? 0.01 : 0)) }, 2025))
  expect(
    totalOf(
      rates.years[0]?.migration ?? rates.population[0] ?? { male: new Float64Array(), female: new Float64Array() },
    ),
  ).toBeCloseTo(20)
  const total = run(read({ ...country, 'migration-total.csv': 'year,migration\n2024,-184\n' }, 2025))
  expect(total.years[0]?.migration.male[20]).toBeCloseTo(-1)
  expect(
    problems({ ...country, 'migration-total.csv': 'migration\n5\n', 'migration.csv': ages(91, () => 0) }, 2025),
  ).toEqual(['migration-total.csv:null conflict'])
  expect(problems({ ...country, 'migration-rates.csv': ages(91, () => 12) }, 2025)).toEqual([
    'migration-rates.csv:null out-of-range',
  ])
  expect(problems({ ...country, 'migration.csv': ages(80, () => 1) }, 2025)).toEqual(['migration.csv:null wrong-age'])
  const longer = read({ ...country, 'migration.csv': ages(101, () => 1) }, 2025)
  expect(longer.regions[0]?.years[0]?.migration).toMatchObject({ male: { 89: 1, 90: 11 } })
})

test('a population of 31 December is that of 1 January after it; one of mid-year takes the mean of two years', () => {
  const srb = 'year,srb\n2024,1.1\n2025,1.2\n'
  const dated = (date: string) =>
    read({ ...country, 'srb.csv': srb, 'settings.csv': `${country['settings.csv']}population_date,${date}\n` }, 2026)
  expect(dated('december').firstYear).toBe(2025)
  expect(dated('december').regions[0]?.years.map((year) => year.srb)).toEqual([1.2])
  const july = dated('july')
  expect(july.date).toBe('july')
  expect(july.regions[0]?.years.map((year) => year.srb)).toEqual([(1.1 + 1.2) / 2, 1.2])
})

test('of several years of population base_year says which; without it nothing is guessed', () => {
  const two = `year,age,male,female\n${[2024, 2025].map((year) => rows(91, (age) => `${year},${age},${year},${year}`)).join('\n')}`
  expect(problems({ ...country, 'population.csv': two, 'settings.csv': 'name,value\n' }, 2026)).toContain(
    'population.csv:null duplicate',
  )
  expect(read({ ...country, 'population.csv': two }, 2026).regions[0]?.start.male[3]).toBe(2024)
})

test('people in persons and migrants in thousands, as the UN publishes them', () => {
  const files = {
    ...country,
    'migration.csv': ages(91, () => 0.002),
    'settings.csv': `${country['settings.csv']}migration_unit,thousand\n`,
  }
  const [region] = read(files, 2025).regions
  expect(region?.start.male[5]).toBe(1000)
  expect(region?.years[0]?.migration).toMatchObject({ male: { 5: 2 } })
})

test('without srb.csv 1.05 is assumed and said', () => {
  const inputs = read(without('srb.csv'), 2025)
  expect(inputs.regions[0]?.years[0]?.srb).toBe(1.05)
  expect(inputs.assumptions.map(({ id }) => id)).toContain('sex-ratio-at-birth')
})

test('group quarters may stand beside moves; more there than live there is refused', () => {
  const region = (text: string): string => {
    const [head, ...body] = text.trim().split('\n')
    return [`region,${head}`, ...['A', 'B'].flatMap((name) => body.map((row) => `${name},${row}`))].join('\n')
  }
  const files = {
    ...country,
    'population.csv': region(country['population.csv']),
    'moves.csv': 'from,to,age,male,female\nA,B,30,0.5,0\n',
    'group-quarters.csv': region(ages(91, (age) => (age === 29 ? 400 : 0))),
  }
  expect(read(files, 2025).regions.map(({ groupQuarters }) => groupQuarters?.male[29])).toEqual([400, 400])
  const tooMany = { ...files, 'group-quarters.csv': region(ages(91, (age) => (age === 29 ? 4000 : 0))) }
  expect(problems(tooMany, 2025)).toContain('group-quarters.csv:null out-of-range')
  expect(problems({ ...files, 'moves.csv': 'year,from,to,age,male,female\nsoon,A,B,30,0.5,0\n' }, 2025)).toEqual([
    'moves.csv:2 wrong-code',
  ])
})

test.each([
  [
    'fertility in the open group',
    { 'fertility.csv': `age,asfr\n${rows(61, (at) => `${30 + at},0.01`)}` },
    'fertility.csv:null wrong-age',
  ],
  ['births at age 0', { 'fertility.csv': 'age,asfr\n0,0.1\n1,0.1\n' }, 'fertility.csv:null wrong-age'],
  ['groups of three years', { 'fertility.csv': 'age,asfr\n15-17,0.1\n18-20,0.1\n' }, 'fertility.csv:null wrong-age'],
  [
    'an age missing among groups',
    { 'population.csv': `age,male,female\n0-4,1,1\n5-9,1,1\n15-19,1,1\n90+,1,1\n` },
    'population.csv:2 missing-age',
  ],
  [
    'no open group',
    { 'population.csv': 'age,male,female\n0-4,1,1\n5-9,1,1\n10-14,1,1\n' },
    'population.csv:2 missing-age',
  ],
  [
    'other ages of men',
    { 'population.csv': 'age,sex,population\n0,male,1\n1,male,1\n2+,male,1\n0,female,1\n1+,female,1\n' },
    'population.csv:2 missing-age',
  ],
  ['a column twice', { 'srb.csv': 'srb,value\n1.05,1.05\n' }, 'srb.csv:1 duplicate'],
  ['an age that is a word', { 'survival.csv': 'age,male,female\nyoung,1,1\n' }, 'survival.csv:2 wrong-age'],
  ['a life table beside survival', { 'life-table.csv': ages(91, () => 0.01) }, 'life-table.csv:null conflict'],
  [
    'a setting twice',
    { 'settings.csv': 'name,value\nunit,persons\nunit,thousand\nbase_year,2024\n' },
    'settings.csv:3 duplicate',
  ],
] as const)('%s', (_, changes, expected) => {
  const found = problems({ ...country, ...changes }, 2025)
  expect(found).toContain(expected)
})

test('other forms spoiled in any way give problems or people, never a crash or a negative', () => {
  const shares = `age,pasfr\n${rows(7, (at) => `${group(3 + at)},${[5, 20, 35, 25, 12, 2.9, 0.1][at]}`)}\n`
  const rich = {
    'population.csv': `year,age,male,female\n${rows(18, (at) => `2024,${group(at)},${500 - 10 * at},${510 - 10 * at}`)}\n`,
    'life-table.csv': `period,age,male,female\n${rows(19, (at) => `2024-2029,${at < 2 ? at : 5 * (at - 1)},${0.001 + 0.01 * at},${0.001 + 0.01 * at}`)}\n`,
    'e0.csv': 'year,male,female\n2024,70,75\n2025,70,75\n',
    'tfr.csv': 'year,tfr\n2024,1.5\n2025,1.6\n',
    'pasfr.csv': shares,
    'migration-total.csv': 'year,migration\n2024,5\n2025,-5\n',
    'settings.csv': 'name,value\nmigration_timing,even\npopulation_date,july\nafter_last_year,hold\n',
  }
  expect(run(read(rich, 2026)).population.length).toBe(3)
  const spoiling = fc.record({
    at: fc.nat(),
    from: fc.nat(400),
    length: fc.nat(12),
    insert: fc.oneof(
      fc.string({ maxLength: 6 }),
      fc.constantFrom(
        ',',
        '\n',
        '"',
        '-',
        '9999',
        'NaN',
        'total',
        '85+',
        '0-4',
        '1e309',
        'both',
        '2020-2025',
        'Lx',
        '200',
      ),
    ),
  })
  fc.assert(
    fc.property(fc.constantFrom(rich, sweden), fc.array(spoiling, { minLength: 1, maxLength: 4 }), (set, changes) => {
      const files = new Map<string, string>(Object.entries(set))
      const names = [...files.keys()]
      for (const { at, from, length, insert } of changes) {
        const name = names[at % names.length] ?? ''
        const text = files.get(name) ?? ''
        const place = from % (text.length + 1)
        files.set(name, text.slice(0, place) + insert + text.slice(place + length))
      }
      const result = readProjectionInputs(files, { to: set === sweden ? 1998 : 2026 })
      if (!result.ok) {
        expect(result.problems.length).toBeGreaterThan(0)
        return
      }
      for (const { start, years } of result.inputs.regions) {
        const { firstYear, timing } = result.inputs
        const { population } = project({ start, firstYear, years, timing })
        expect(population.every(({ male, female }) => Math.min(...male, ...female) >= 0)).toBe(true)
      }
    }),
    { numRuns: 1000 },
  )
})
