import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDay } from '@junheng/kernel'
import { carriedCensus } from '@junheng/demography'
import { expect, test } from 'vitest'
import { runCommand } from '../run-command.ts'
import { project } from './project.ts'

async function junheng(...args: readonly string[]) {
  const said: string[] = []
  const complaints: string[] = []
  const code = await runCommand(['project', ...args], {
    commands: [project],
    terminal: {
      print: (line) => void said.push(line),
      complain: (line) => void complaints.push(line),
      today: () => getDay('2026-01-01'),
      readInput: () => Promise.resolve(''),
    },
  })
  return { code, said, complaints }
}

function folder(files: Readonly<Record<string, string>> = {}): string {
  const path = mkdtempSync(join(tmpdir(), 'junheng-project-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text)
  return path
}

const inputs = {
  'population.csv': 'year,age,male,female\n2024,0,10,10\n2024,1,10,10\n2024,2,5,6\n',
  'survival.csv': 'age,male,female\n0,0.99,0.99\n1,0.99,0.99\n2,0.5,0.6\n',
  'fertility.csv': 'age,asfr\n1,0.2\n',
  'srb.csv': 'srb\n1.05\n',
}

test('right inputs are projected into three files, and every assumption is printed', async () => {
  const out = folder()
  const { code, said } = await junheng('--inputs', folder(inputs), '--to', '2030', '--out', out, '--lang', 'en')
  expect(code).toBe(0)
  expect(readdirSync(out).sort()).toEqual(['assumptions.csv', 'population.csv', 'years.csv'])
  expect(said.join('\n')).toContain('no migration is assumed')
  expect(readFileSync(join(out, 'population.csv'), 'utf8').split('\n').length).toBe(1 + 7 * 3 + 1)
})

test('wrong inputs are reported with file and line, and nothing is written', async () => {
  const out = join(folder(), 'new')
  const spoiled = { ...inputs, 'population.csv': 'year,age,male,female\n2024,0,10,-3\n2024,1,10,10\n2024,2,5,6\n' }
  const { code, complaints } = await junheng('--inputs', folder(spoiled), '--to', '2030', '--out', out)
  expect(code).toBe(1)
  expect(complaints[0]).toContain('population.csv:2 negative')
  expect(existsSync(out)).toBe(false)
})

test('a carried place is forecast with intervals, and an unknown one is refused', async () => {
  const out = folder()
  const { code, said } = await junheng('421202', '--to', '2030', '--trajectories', '40', '--out', out)
  expect(code).toBe(0)
  expect(said[0]).toContain('咸安区')
  expect(readFileSync(join(out, 'forecast.csv'), 'utf8')).toMatch(
    /421202,2029,births,[\d.]+,[\d.]+,[\d.]+,[\d.]+,[\d.]+/,
  )
  expect((await junheng('999999', '--to', '2030')).code).toBe(2)
  expect((await junheng('421202', '--to', '20600')).code).toBe(2)
})

test('any number of threads writes the same files', async () => {
  const census = join(folder({ 'census.csv': censusOf(['110101', '110102', '130102', '140105']) }), 'census.csv')
  const texts = await Promise.all(
    ['1', '3'].map(async (threads) => {
      const out = folder()
      const options = ['--to', '2025', '--trajectories', '16', '--threads', threads, '--out', out]
      expect((await junheng('--all', '--census', census, ...options)).code).toBe(0)
      return readFileSync(join(out, 'forecast.csv'), 'utf8')
    }),
  )
  expect(texts[0]).toBe(texts[1])
  expect(texts[0]).toContain('\n130000,2021,population,')
})

test('constrained counties add to their province', async () => {
  const census = join(folder({ 'census.csv': censusOf(['110101', '110102', '110105']) }), 'census.csv')
  const out = folder()
  const options = ['--to', '2024', '--trajectories', '400', '--threads', '1', '--constrain', '--out', out]
  expect((await junheng('--all', '--census', census, ...options)).code).toBe(0)
  const medians = readFileSync(join(out, 'forecast.csv'), 'utf8')
    .split('\n')
    .filter((line) => line.includes(',2023,births,'))
    .map((line) => Number(line.split(',')[5]))
  const [province = 0, ...counties] = medians
  const sum = counties.reduce((all, median) => all + median, 0)
  expect(counties.length).toBe(3)
  expect(Math.abs(sum / province - 1)).toBeLessThan(0.02)
})

test('by the share method counties add to their province exactly, and what that rests on is said', async () => {
  const census = join(folder({ 'census.csv': censusOf(['110101', '110102', '110105']) }), 'census.csv')
  const out = folder()
  const options = ['--to', '2030', '--trajectories', '40', '--method', 'share', '--lang', 'en', '--census', census]
  const { code, said } = await junheng('--all', '--threads', '1', ...options, '--out', out)
  expect(code).toBe(0)
  expect(said.join('\n')).toContain('keeps its share of the province')
  const medians = (text: string, row: string): readonly number[] =>
    text.split('\n').flatMap((line) => (line.includes(row) ? [Number(line.split(',')[5])] : []))
  const text = readFileSync(join(out, 'forecast.csv'), 'utf8')
  for (const row of [',2029,births,', ',2029,deaths,', ',2025,65-79,']) {
    const [province = 0, ...counties] = medians(text, row)
    expect(counties.length).toBe(3)
    expect(Math.abs(counties.reduce((all, median) => all + median, 0) - province)).toBeLessThan(0.3)
  }
  const alone = folder()
  expect((await junheng('110102', ...options, '--out', alone)).code).toBe(0)
  expect(medians(readFileSync(join(alone, 'forecast.csv'), 'utf8'), ',2029,births,')).toEqual(
    text.split('\n').flatMap((line) => (line.startsWith('110102,2029,births,') ? [Number(line.split(',')[5])] : [])),
  )
})

test('a carried place as its share of the nation; one county constrained as all of them are', async () => {
  const out = folder()
  const { code, said } = await junheng('421202', '--to', '2025', '--method', 'share', '--lang', 'en', '--out', out)
  expect(code).toBe(0)
  expect(said.join('\n')).toContain('its share of the nation')
  expect(said.join('\n')).not.toContain("of the nation's (children")
  const census = join(folder({ 'census.csv': censusOf(['110101', '110102']) }), 'census.csv')
  const common = ['--to', '2024', '--trajectories', '40', '--census', census, '--constrain']
  const [one, all] = [folder(), folder()]
  expect((await junheng('110102', ...common, '--out', one)).code).toBe(0)
  expect((await junheng('--all', '--threads', '1', ...common, '--out', all)).code).toBe(0)
  const rows = (path: string): readonly string[] =>
    readFileSync(join(path, 'forecast.csv'), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('110102'))
  expect(rows(one)).toEqual(rows(all))
  expect(rows(one).length).toBe(3 * 11)
  expect((await junheng('421202', '--to', '2025', '--constrain')).code).toBe(2)
  expect((await junheng('421202', '--to', '2025', '--method', 'guess')).code).toBe(2)
  expect((await junheng('--all', ...common, '--method', 'share', '--out', folder())).code).toBe(2)
})

test('a census table that is wrong anywhere is told by line, and no place of it is forecast', async () => {
  const right = censusOf(['110101', '110102'])
  const wrong = right.replace(/(\n110102,省,县,county,)(\d+)/, '$17$2')
  const out = join(folder(), 'new')
  const options = ['--to', '2025', '--census', join(folder({ 'census.csv': wrong }), 'census.csv'), '--out', out]
  const { code, complaints } = await junheng('110101', ...options)
  expect(code).toBe(1)
  expect(complaints[0]).toContain('census.csv:3 totals-differ')
  expect(existsSync(out)).toBe(false)
  expect((await junheng('--all', ...options)).code).toBe(1)
})

/** A census table whose every county is Xian'an. */
function censusOf(codes: readonly string[]): string {
  const place = carriedCensus.find(({ code }) => code === '421202')
  if (place === undefined) throw new Error('421202')
  const groups = [
    '0岁',
    '1到4岁',
    ...Array.from({ length: 16 }, (_, at) => `${5 + 5 * at}到${9 + 5 * at}岁`),
    '85岁以上',
  ]
  const header = [
    '区划代码',
    '省',
    '区县',
    'level',
    '人口数_合计',
    ...groups.map((g) => `男_${g}`),
    ...groups.map((g) => `女_${g}`),
  ]
  const counts = [...place.male, ...place.female]
  const total = counts.reduce((sum, count) => sum + count, 0)
  return [header, ...codes.map((code) => [code, '省', '县', 'county', total, ...counts])]
    .map((row) => row.join(','))
    .join('\n')
}
