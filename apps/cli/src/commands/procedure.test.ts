import { getDay } from '@junheng/kernel'
import { describe, expect, it } from 'vitest'
import { runCommand } from '../run-command.ts'
import { commands } from './index.ts'

const open = {
  kind: 'open',
  id: 'a1',
  on: '2026-03-02',
  by: { unit: 'hospital', person: 'h1' },
  facts: {
    'child.birthDate': '2026-03-01',
    'child.sex': 'female',
    'child.origin': 'in-institution',
    'child.foreignParents': 'none',
    'household.registeredMarriage': true,
    'child.collectiveHousehold': false,
    'child.parentsOfTwoProvinces': false,
  },
}
const confirm = {
  kind: 'confirm',
  id: 'a2',
  on: '2026-03-03',
  by: { unit: 'family', person: null },
  facts: { 'child.name': '安安', 'child.followsParent': 'mother', 'household.phone': '13800000000' },
}

async function run(args: readonly string[], input: unknown = []) {
  const out: string[] = []
  const err: string[] = []
  const code = await runCommand([...args, '--lang', 'zh'], {
    commands,
    terminal: {
      print: (line) => out.push(line),
      complain: (line) => err.push(line),
      today: () => getDay('2026-03-03'),
      readInput: async () => JSON.stringify(input),
    },
  })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

describe('junheng procedure', () => {
  it('prints what a place does for a birth, with its own item and clause', async () => {
    const { code, out } = await run(['procedure', 'beijing', 'one-birth'])
    expect(code).toBe(0)
    expect(out).toContain('· 生育医疗费用报销（医保部门）')
    expect(out).toContain('从出生起算待遇的缴费期限：90 天，从出生日期起')
    expect((await run(['procedure', 'cn', 'one-birth'])).out).not.toContain('生育医疗费用报销')
  })

  it('names what there is when asked for something else', async () => {
    const { code, err } = await run(['procedure', 'cn', 'one-brith'])
    expect(code).toBe(2)
    expect(err).toContain('是不是“one-birth”')
  })
})

describe('junheng case', () => {
  it('says how the case stands and until when', async () => {
    const { code, out } = await run(['case', 'one-birth', '-'], [open, confirm])
    expect(code).toBe(0)
    expect(out).toContain('孩子出生，一次办齐 · 正在办')
    expect(out).toContain('从出生起算待遇的缴费期限：到期 2026-06-01')
    expect(out).toContain('助产机构 · 在办 · 出生医学证明（首次签发）')
  })

  it('tells an action that is turned down, with its reason', async () => {
    const { code, err } = await run(['case', 'one-birth', '-'], [open, { ...confirm, facts: {} }, { kind: 'dance' }])
    expect(code).toBe(1)
    expect(err).toContain('a2 facts.child.name: 请填“孩子姓名”')
    expect(err).toContain('[2].kind')
  })
})
