/**
 * Writes the figures packages/synth carries: the census of the counties of the five places, and the nation's single ages,
 * survival and fertility.
 *
 *   node scripts/generate-synth-census.mjs [FOLDER]           write; FOLDER holds the tables, default ../shared/data/demography
 *   node scripts/generate-synth-census.mjs --check [FOLDER]   exit 1 if the committed figures are stale; passes over where
 *                                                             the tables are not
 *
 * Needs the pinned Node (it reads TypeScript). FOLDER: china_census2020_county_age5_sex.csv of leiii/census (MIT) and
 * wpp2024_pop_midyear_age1_sex_1950_2100.csv of the United Nations (CC BY 3.0 IGO).
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { nationalSchedules } from '../packages/demography/src/index.ts'
import { countyLine, readCensusTable } from '../packages/synth/src/census/read-census-table.ts'

const root = resolve(import.meta.dirname, '..')
const check = process.argv.includes('--check')
const folder = resolve(
  process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? join(root, '../shared/data/demography'),
)
const censusTable = join(folder, 'china_census2020_county_age5_sex.csv')
const singleAges = join(folder, 'wpp2024_pop_midyear_age1_sex_1950_2100.csv')

/** Xian'an, Tianjia'an, the banners of Alxa, the districts of Beijing, the counties of Qinghai. */
const carried = ['421202', '340403', '1529', '1101', '63']

if (!existsSync(censusTable) || !existsSync(singleAges)) {
  console.log(`synth figures: not ${check ? 'checked' : 'written'}, the tables are not in ${folder}`)
  process.exitCode = check ? 0 : 1
} else {
  const files = new Map([
    ['packages/synth/src/census/generated/census-2020.ts', censusText()],
    ['packages/synth/src/ageing/generated/national-figures.ts', nationalText()],
  ])
  for (const [name, text] of files) {
    const file = join(root, name)
    const current = existsSync(file) && readFileSync(file, 'utf8') === text
    if (!check) writeFileSync(file, text)
    else if (!current) process.exitCode = 1
    const state = current ? 'up to date' : check ? 'stale; run node scripts/generate-synth-census.mjs' : 'written'
    console.log(`${name}: ${state}, ${Buffer.byteLength(text)} bytes`)
  }
}

function censusText() {
  const { counties, problems } = readCensusTable(readFileSync(censusTable, 'utf8'))
  if (problems.length > 0) throw new Error(JSON.stringify(problems.slice(0, 5)))
  const lines = [...counties.values()]
    .filter(({ code }) => carried.some((prefix) => String(code).startsWith(prefix)))
    .sort((a, b) => a.code - b.code)
    .map(countyLine)
  return [
    '// Written by scripts/generate-synth-census.mjs; do not edit.',
    '/**',
    ' * Seventh national census of China, 1 November 2020, county yearbook as compiled by leiii/census (MIT): the counties of',
    ' * the places that have packs. One line a county; read-census-table.ts says what stands where.',
    ' */',
    'export const censusLines = `',
    ...lines,
    '`',
    '',
  ].join('\n')
}

function nationalText() {
  const [header, ...rows] = readFileSync(singleAges, 'utf8').trim().split('\n')
  const names = header.split(',')
  const population = (year, column) =>
    rows
      .map((row) => row.split(','))
      .filter((row) => row[names.indexOf('country_code')] === '156' && row[names.indexOf('year')] === String(year))
      .sort((a, b) => Number(a[names.indexOf('age')]) - Number(b[names.indexOf('age')]))
      .map((row) => Number(row[names.indexOf(column)]))
  // The census day lies a third of the way from the middle of 2020 to the middle of 2021. Thousands are enough for shares.
  const ages = (column) => {
    const later = population(2021, column)
    return population(2020, column).map((count, age) => Math.round((2 * count + later[age]) / 3000))
  }
  const years = nationalSchedules(2020, 2062)
  const at = (year) => years.find((schedule) => schedule.year === year)
  const rounded = (values, digits) => `[${Array.from(values, (value) => Number(value.toFixed(digits))).join(',')}]`
  const survival = [2021, 2030, 2045, 2061].map(
    (year) =>
      `  { year: ${year}, male: ${rounded(at(year).survival.male, 5)}, female: ${rounded(at(year).survival.female, 5)} },`,
  )
  const pattern = (year) => {
    const { fromAge, rates } = at(year).pattern
    return Array.from({ length: 40 }, (_, index) => rates[15 + index - fromAge] ?? 0)
  }
  const fertility = [2021, 2061].map((year) => `  { year: ${year}, rates: ${rounded(pattern(year), 5)} },`)
  return [
    '// Written by scripts/generate-synth-census.mjs; do not edit.',
    '/**',
    ' * The nation in the few figures that carry a county forward. Source: United Nations, Department of Economic and Social',
    ' * Affairs, Population Division, World Population Prospects 2024, CC BY 3.0 IGO; single-year survival and fertility as',
    ' * packages/demography derives them.',
    ' */',
    '/** Persons by single age 0..100 (100 and over) on 1 November 2020, thousand. */',
    `export const singleAges2020 = { male: ${rounded(ages('popM'), 0)}, female: ${rounded(ages('popF'), 0)} }`,
    '/** Share that survives from one age to the next, by age reached within the year (0: newborn); linear between years. */',
    'export const survivalFigures = [',
    ...survival,
    ']',
    '/** Births by a woman of age 15..54 as shares of the total fertility rate; linear between years. */',
    'export const fertilityFigures = [',
    ...fertility,
    ']',
    '/** Total fertility rate and boys per girl at birth from 2020 on. */',
    `export const totalFertility = ${rounded(
      years.map(({ tfr }) => tfr),
      3,
    )}`,
    `export const sexRatios = ${rounded(
      years.map(({ srb }) => srb),
      3,
    )}`,
    '',
  ].join('\n')
}
