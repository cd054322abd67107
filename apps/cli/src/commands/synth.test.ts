import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { entitlements, readSituation } from '@junheng/entitlements'
import { getDay, toDayNumber } from '@junheng/kernel'
import { chineseWorkdays } from '@junheng/kernel/workdays-cn'
import { isSyntheticId, populationHouseholds, situationOf, type SynthHousehold } from '@junheng/synth'
import { describe, expect, it, vi } from 'vitest'
import { hideIdentityNumbers } from '../hide-identity-numbers.ts'
import { findPlace } from '../load-places.ts'
import { runCommand } from '../run-command.ts'
import { synth } from './synth.ts'

vi.setConfig({ testTimeout: 60_000 })

async function run(line: string) {
  const out: string[] = []
  const err: string[] = []
  const code = await runCommand(
    line.split(' ').filter((word) => word !== ''),
    {
      commands: [synth],
      terminal: {
        print: (text) => out.push(text),
        complain: (text) => err.push(text),
        today: () => getDay('2026-01-01'),
        readInput: () => Promise.resolve(''),
      },
    },
  )
  return { code, out, err: err.join('\n') }
}

const folder = () => mkdtemp(join(tmpdir(), 'junheng-synth-'))

describe('junheng synth', () => {
  it('prints a summary that says nobody is real, in both languages', async () => {
    const { code, out } = await run('synth 421202 --count 3000')
    expect(code).toBe(0)
    expect(out[0]).toMatch(/^合成人口（没有真人）：2026-01-01，1 个县区，3000 人，\d+ 户$/)
    const english = await run('synth 152900 --count 3000 --on 2020-11-01 --lang en')
    expect(english.out[0]).toMatch(/^synthetic people \(nobody is real\): 2020-11-01, counties 4, persons 3000/)
    expect(english.out.join('\n')).not.toMatch(/[（）]/)
  })

  it('prints a household a line as JSON, identity numbers included, the same for the same seed', async () => {
    const { code, out } = await run('synth 630000 --count 400 --seed 7 --json')
    expect(code).toBe(0)
    const households = out.map((line) => JSON.parse(line) as SynthHousehold)
    const members = households.flatMap((household) => household.members)
    expect(members).toHaveLength(400)
    for (const { residentId } of members) expect(isSyntheticId(residentId)).toBe(true)
    expect((await run('synth 630000 --count 400 --seed 7 --json')).out).toEqual(out)
    expect((await run('synth 630000 --count 400 --seed 8 --json')).out).not.toEqual(out)
  })

  it('writes CSV files whole, one row a person and a household', async () => {
    const to = await folder()
    const { code } = await run(`synth 110000 --count 5000 --csv ${to}`)
    expect(code).toBe(0)
    expect((await readdir(to)).sort()).toEqual(['children-elsewhere.csv', 'households.csv', 'persons.csv'])
    const rows = async (name: string) => (await readFile(join(to, name), 'utf8')).trimEnd().split('\n')
    const [head = '', ...persons] = await rows('persons.csv')
    expect(persons).toHaveLength(5000)
    for (const row of persons) expect(row.split(',')).toHaveLength(head.split(',').length)
    const households = new Set((await rows('households.csv')).slice(1).map((row) => row.split(',')[0]))
    const at = head.split(',').indexOf('household')
    for (const row of persons) expect(households.has(row.split(',')[at])).toBe(true)
  })

  it('says precisely what is wrong', async () => {
    const table = join(await folder(), 'census.csv')
    await writeFile(table, '区划代码,区县\n1,2\n')
    const wrong = [
      ['', 2, '区划代码'],
      ['咸安', 2, '六位'],
      ['510104', 1, '锦江区'],
      ['999999', 1, '999999'],
      ['421202 --count -5', 2, '不能是“-5”'],
      ['421202 --count many', 2, '不能是“many”'],
      ['421202 --seed -1', 2, '--seed'],
      ['421202 --on 2020-10-31', 1, '2020-11-01'],
      ['421202 --on 2025-02-29', 2, '2025-02-29'],
      ['421202 --json --csv x', 2, '只能选一个'],
      ['510104 --census no-such-file.csv', 2, 'no-such-file.csv'],
      [`510104 --census ${table}`, 2, '男_0岁'],
      [`421202 --count 10 --csv ${table}/x`, 1, 'ENOTDIR'],
    ] as const
    for (const [args, code, said] of wrong) {
      const result = await run(`synth ${args}`)
      expect([result.code, result.out], args).toEqual([code, []])
      expect(result.err, args).toContain(said)
    }
  })
})

describe('hideIdentityNumbers', () => {
  it('hides every number a person may have and leaves those of synthetic people', async () => {
    const { out } = await run('synth 421202 --count 1 --json')
    const { residentId } = (JSON.parse(out[0] ?? '') as SynthHousehold).members[0] ?? { residentId: '' }
    expect(hideIdentityNumbers(`${residentId} 11010519491231002X 130503670401001`)).toBe(
      `${residentId} [身份证号 ID number] [身份证号 ID number]`,
    )
  })
})

/** The packs that state what each place promises. */
const places = [
  ['xianan', 421202],
  ['tianjiaan', 340403],
  ['alxa', 152900],
  ['beijing', 110000],
  ['qinghai', 630000],
] as const

describe('the situations of synthetic households', () => {
  it.each(places)('are answered by the pack of %s, a thousand of them', async (name, region) => {
    const place = await findPlace(name)
    const on = toDayNumber(getDay('2026-01-01'))
    let [households, eligible, children] = [0, 0, 0]
    const subsidised = new Set<string>()
    for (const household of populationHouseholds({ region, count: 3600, seed: 5, on })) {
      if (households === 1000) break
      households++
      const read = readSituation(place, situationOf(household, place))
      if (!read.ok) throw new Error(read.problems.map(({ path, message }) => `${path} ${message.en}`).join('; '))
      const answers = entitlements({ place, situation: read.situation, on, calendar: chineseWorkdays })
      expect(answers.length).toBeGreaterThan(10)
      eligible += answers.filter(({ status }) => status === 'eligible').length
      children += read.situation.rows['children']?.length ?? 0
      if (answers.some(({ id, status }) => id === 'childcare-subsidy' && status === 'eligible'))
        subsidised.add(household.id)
    }
    expect(households).toBe(1000)
    expect(children).toBeGreaterThan(500)
    expect(eligible).toBeGreaterThan(1000)
    expect(subsidised.size).toBeGreaterThan(15)
    expect(subsidised.size).toBeLessThan(150)
  })
})
