import { getDay } from '@junheng/kernel'
import { describe, expect, it } from 'vitest'
import type { Command } from './command.ts'
import { commands } from './commands/index.ts'
import { runCommand } from './run-command.ts'

/** What a command prints, complains of and returns. */
async function run(line: string, input = '', own: readonly Command[] = commands) {
  const out: string[] = []
  const err: string[] = []
  const code = await runCommand(
    line.split(' ').filter((word) => word !== ''),
    {
      commands: own,
      terminal: {
        print: (text) => out.push(text),
        complain: (text) => err.push(text),
        today: () => getDay('2024-03-01'),
        readInput: () => Promise.resolve(input),
      },
    },
  )
  return { code, out: out.join('\n'), err: err.join('\n') }
}

const family = JSON.stringify({
  children: [
    {
      birthDate: '2022-05-01',
      birthOrder: 2,
      nursery: { enrolled: true, filed: true, region: 421202 },
    },
  ],
})

describe('junheng', () => {
  it('prints its help in both languages and names every command in it', async () => {
    const zh = await run('help')
    const en = await run('--help --lang en')
    expect([zh.code, en.code]).toEqual([0, 0])
    for (const { name, summary } of commands) {
      expect(zh.out).toContain(`junheng ${name}`)
      expect(zh.out).toContain(summary.zh)
      expect(en.out).toContain(summary.en)
    }
    expect((await run('')).code).toBe(2)
  })

  it('suggests the command that was meant', async () => {
    const { code, err } = await run('chekc')
    expect(code).toBe(2)
    expect(err).toContain('是不是 check')
  })

  it('refuses another language and unknown options', async () => {
    expect((await run('places --lang fr')).code).toBe(2)
    const { code, err } = await run('places --jsno')
    expect(code).toBe(2)
    expect(err).toContain('--jsno')
  })

  it('refuses a word too many', async () => {
    const { code, err } = await run('places xianan')
    expect(code).toBe(2)
    expect(err).toContain('多写了“xianan”')
  })

  it('lets a fault of the program through instead of hiding it', async () => {
    const broken: Command = {
      name: 'broken',
      usage: '',
      summary: { zh: '坏', en: 'broken' },
      run: () => Promise.reject(new Error('fault')),
    }
    await expect(run('broken', '', [broken])).rejects.toThrow('fault')
  })
})

describe('junheng entitlements', () => {
  it('answers a household as JSON, each answer with its fields in order', async () => {
    const { code, out } = await run('entitlements xianan - --on 2024-03-01 --json', family)
    expect(code).toBe(0)
    const report = JSON.parse(out) as { on: string; place: string; answers: readonly Record<string, unknown>[] }
    expect(report).toMatchObject({ place: 'xianan', on: '2024-03-01' })
    const aid = report.answers.find(({ id }) => id === 'nursery-enrolment-aid')
    expect(Object.keys(aid ?? {}).slice(0, 11)).toEqual([
      'id',
      'label',
      'status',
      'amount',
      'unit',
      'per',
      'from',
      'to',
      'source',
      'missing',
      'reason',
    ])
    expect(aid).toMatchObject({
      status: 'eligible',
      amount: 500,
      unit: 'CNY',
      per: 'semester',
      to: '2025-05-01',
      source: { document: 'xianan-2023', clause: '二/(三)/7' },
    })
  })

  it('takes a place by id, region code, Chinese name or folder', async () => {
    const names = ['xianan', '421202', '咸安', new URL('../../../packs/421202-xianan', import.meta.url).pathname]
    for (const name of names) {
      const { code, out } = await run(`entitlements ${name} - --json`, family)
      expect(code).toBe(0)
      expect(JSON.parse(out)).toMatchObject({ place: 'xianan', on: '2024-03-01' })
    }
  })

  it('groups what a person reads: theirs, still open, not theirs, no right', async () => {
    const { out } = await run('entitlements xianan -', family)
    const groups = ['可以领', '还差资料', '不符合', '鼓励但不是权利'].map((title) => out.indexOf(`\n${title}（`))
    expect(groups.every((at) => at >= 0)).toBe(true)
    expect([...groups].sort((a, b) => a - b)).toEqual(groups)
    expect(out.slice(groups[0], groups[1])).toContain('入托补贴')
    expect((await run('entitlements xianan - --lang en', family)).out).toContain('500 yuan a semester')
  })

  it('lists the places for a name nobody has, with the nearest', async () => {
    const { code, err } = await run('entitlements xianin -', family)
    expect(code).toBe(2)
    expect(err).toContain('是不是“xianan”')
    expect(err).toContain('tianjiaan')
  })

  it('refuses days that do not exist', async () => {
    const { code, err } = await run('entitlements xianan - --on 2023-02-29', family)
    expect(code).toBe(2)
    expect(err).toContain('2023-02-29')
  })

  it('says what is wrong with a situation, with the path, and answers nothing', async () => {
    const wrong = JSON.stringify({ children: [{ birthDate: '2023-02-30', birthOrdr: 2 }] })
    const { code, out, err } = await run('entitlements xianan -', wrong)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('children[0].birthDate')
    expect(err).toContain('birthOrder')
  })

  it('refuses a region that does not exist', async () => {
    const { code, err, out } = await run('entitlements xianan -', '{"household":{"registrationRegion":421299}}')
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('household.registrationRegion: 没有 421299 这个行政区划代码')
  })

  it('never repeats an identity number, whatever it is asked', async () => {
    const number = '11010519491231002X'
    const inputs = [
      `{"idNumber": "${number}"`,
      `{"children": [{"idNumber": "${number}"}]}`,
      `{"children": [{"birthDate": "${number}", "birthOrder": "${number}"}]}`,
      `{"${number}": true}`,
      number,
    ]
    for (const input of inputs) {
      const { code, out, err } = await run('entitlements xianan -', input)
      expect(code).toBe(2)
      expect(out + err).not.toContain(number)
    }
  })
})

describe('the other commands', () => {
  it('check the packs of the repository and find no error', async () => {
    const { code, out } = await run('check --lang en')
    expect(out).toMatch(/0 errors/)
    expect(code).toBe(0)
  })

  it('show coverage with every clause marked', async () => {
    const report = JSON.parse((await run('coverage xianan --json')).out) as {
      totals: { clauses: number; marked: number }
    }
    expect(report.totals.clauses).toBeGreaterThan(15)
    expect(report.totals.marked).toBe(report.totals.clauses)
    expect((await run('coverage xianan')).out).toContain('100%')
  })

  it('compare two places', async () => {
    const report = JSON.parse((await run('diff xianan tianjiaan --json')).out) as { totals: Record<string, number> }
    expect(report.totals['onlyA']).toBeGreaterThan(0)
    expect((await run('diff xianan tianjiaan')).out).toContain('入托补贴')
    expect((await run('diff xianan')).code).toBe(2)
  })

  it('explain a benefit in words', async () => {
    const { code, out } = await run('explain xianan nursery-enrolment-aid --lang en')
    expect(code).toBe(0)
    expect(out).toContain('500 yuan a semester')
    expect(out).toContain('》二（三）7')
    const wrong = await run('explain xianan nursery-aids')
    expect(wrong.code).toBe(2)
  })

  it('name the benefits that hold the words asked for', async () => {
    const { code, err } = await run('explain xianan nursery-aid --lang en')
    expect(code).toBe(2)
    expect(err).toContain('Did you mean nursery-enrolment-aid')
    expect((await run('explain xianan 公积金')).err).toContain('housing-loan-limit')
  })

  it('print the schema of a situation, of one place or of all, and of the files', async () => {
    for (const line of ['schema situation', 'schema situation xianan', 'schema benefit', 'schema plan']) {
      expect(JSON.parse((await run(line)).out)).toHaveProperty('$schema')
    }
    expect((await run('schema benfit')).err).toContain('benefit')
  })

  it('list the places', async () => {
    const list = JSON.parse((await run('places --json')).out) as readonly { id: string; region: string }[]
    expect(list).toContainEqual(expect.objectContaining({ id: 'xianan', region: '421202' }))
  })
})
