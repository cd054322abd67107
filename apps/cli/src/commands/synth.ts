import { DomainError, toDayNumber, type Day } from '@junheng/kernel'
import type { PopulationOptions } from '@junheng/synth'
import type { Command, Terminal } from '../command.ts'
import { readArguments } from '../read-arguments.ts'
import { readDay } from '../read-day.ts'
import { usageError } from '../usage-error.ts'

export const synth: Command = {
  name: 'synth',
  usage: 'REGION [--count 1000|all] [--seed 1] [--on YYYY-MM-DD] [--json | --csv DIR] [--census FILE]',
  summary: {
    zh: '按普查结构造出合成的家庭和人，用于测试、演示和模拟；没有一个是真人',
    en: 'makes synthetic households and persons from census structure, for tests, demonstration and simulation; nobody is real',
  },
  details: {
    zh: [
      'REGION 是六位区划代码：一个县区，或一个市、省（按人口分到各县）。程序带有咸安、田家庵、阿拉善、北京、青海的普查数，其他地方用 --census 给普查表。',
      '--count 是人数，all 是当日应有的全部人口。同一种子造出同样的人。不写 --on 按今天（中国时间），可到 2060 年。',
      '--json 每行一户；--csv 写 persons.csv、households.csv、children-elsewhere.csv；都不写只印概况。身份证号和电话的规则见 docs/synthetic-people.md。',
    ].join('\n'),
    en: [
      'REGION is a six-digit code: a county, or a city or province (shared out over its counties). The program carries the census of Xian’an, Tianjia’an, Alxa, Beijing and Qinghai; for other places give the table with --census.',
      '--count is a number of persons, or all for as many as live there on the day. The same seed makes the same people. Without --on it is today in China; up to 2060.',
      '--json writes a household a line; --csv writes persons.csv, households.csv and children-elsewhere.csv; without either a summary is printed. docs/synthetic-people.md tells how identity numbers and telephones are marked.',
    ].join('\n'),
  },
  async run(args, terminal) {
    const { values, positionals } = readArguments(joinNegative(args), {
      count: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      on: { type: 'string' },
      json: { type: 'boolean' },
      csv: { type: 'string' },
      census: { type: 'string' },
    })
    const [region, ...more] = positionals
    if (region === undefined || more.length > 0)
      throw usageError({ zh: '要写一个区划代码', en: 'give one region code' })
    if (values.json === true && values.csv !== undefined)
      throw usageError({ zh: '--json 和 --csv 只能选一个', en: 'choose --json or --csv, not both' })
    const day = readDay(values.on, terminal)
    const census = await readCensus(values.census, terminal)
    const options: PopulationOptions = {
      region: regionCode(region),
      seed: wholeNumber(values.seed, { zh: '--seed', en: '--seed' }),
      on: toDayNumber(day),
      ...(values.count === 'all' ? {} : { count: wholeNumber(values.count, { zh: '人数 --count', en: '--count' }) }),
      ...(census === undefined ? {} : { census }),
    }
    await write(options, { json: values.json === true, csv: values.csv, day }, terminal)
    return 0
  },
}

/** The engine and its figures are read only when they are needed. */
async function write(
  options: PopulationOptions,
  { json, csv, day }: { readonly json: boolean; readonly csv: string | undefined; readonly day: Day },
  terminal: Terminal,
): Promise<void> {
  if (json) {
    const { populationHouseholds } = await import('@junheng/synth')
    for (const household of populationHouseholds(options)) terminal.print(JSON.stringify(household))
    return
  }
  const { populationBatches } = await import('@junheng/synth')
  const { Summary } = await import('./synth-summary.ts')
  const summary = new Summary(day)
  if (csv === undefined) {
    for (const batch of populationBatches(options)) summary.add(batch)
  } else {
    const { writePopulation } = await import('./synth-files.ts')
    await writePopulation(csv, counted(populationBatches(options), summary)).catch((error: unknown) => {
      throw cannotWrite(csv, error)
    })
  }
  for (const line of summary.lines(terminal.language)) terminal.print(line)
}

/** What the system says of a folder, in words; any other error as it is. */
function cannotWrite(folder: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return error
  const code = String(error.code)
  return new DomainError('cannot-write', {
    text: { zh: `写不进文件夹 ${folder}（${code}）`, en: `cannot write to the folder ${folder} (${code})` },
  })
}

function* counted<Item>(items: Iterable<Item>, summary: { readonly add: (item: Item) => void }): Generator<Item> {
  for (const item of items) {
    summary.add(item)
    yield item
  }
}

async function readCensus(path: string | undefined, terminal: Terminal): Promise<PopulationOptions['census']> {
  if (path === undefined) return undefined
  const { readFile } = await import('node:fs/promises')
  const text = await readFile(path, 'utf8').catch(() => {
    throw usageError({ zh: `读不到普查表 ${path}`, en: `cannot read the census table ${path}` })
  })
  const { readCensusTable } = await import('@junheng/synth')
  const { counties, problems } = readCensusTable(text)
  for (const { line, message } of problems.slice(0, 10)) {
    terminal.complain(`${path}:${line} ${message[terminal.language]}`)
  }
  if (counties.size === 0)
    throw usageError({ zh: `${path} 里没有可用的县区`, en: `${path} holds no county that can be used` })
  return counties
}

function regionCode(text: string): number {
  if (/^[1-9]\d{5}$/.test(text)) return Number(text)
  throw usageError({
    zh: `“${text}”不是六位区划代码，请写成 421202 这样`,
    en: `"${text}" is not a six-digit region code; write it like 421202`,
  })
}

function wholeNumber(text: string, name: { readonly zh: string; readonly en: string }): number {
  if (/^\d{1,15}$/.test(text)) return Number(text)
  throw usageError({
    zh: `${name.zh} 要是 0 或正整数，不能是“${text}”`,
    en: `${name.en} must be a whole number from 0, not "${text}"`,
  })
}

/** `--count -5` is a number below zero, not an option 5. */
function joinNegative(args: readonly string[]): readonly string[] {
  const joined: string[] = []
  for (let at = 0; at < args.length; at++) {
    const word = args[at] ?? ''
    const next = args[at + 1]
    const takesNumber = word === '--count' || word === '--seed'
    if (takesNumber && next !== undefined && /^-\d/.test(next)) joined.push(`${word}=${args[++at] ?? ''}`)
    else joined.push(word)
  }
  return joined
}
