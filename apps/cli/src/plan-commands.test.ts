import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getDay } from '@junheng/kernel'
import { commands } from './commands/index.ts'
import { runCommand } from './run-command.ts'

const fixtures = join(dirname(fileURLToPath(import.meta.url)), '../../../packages/plans/fixtures')
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'junheng-plans-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function run(...args: readonly string[]) {
  const printed: string[] = []
  const complained: string[] = []
  const code = await runCommand(args, {
    commands,
    terminal: {
      print: (line) => printed.push(line),
      complain: (line) => complained.push(line),
      today: () => getDay('2026-01-01'),
      readInput: () => Promise.resolve(''),
    },
  })
  return { code, out: printed.join('\n'), err: complained.join('\n') }
}

describe('junheng read', () => {
  test('prints head, sections, units and figures', async () => {
    const { code, out } = await run('read', join(fixtures, 'qingchuan.txt'))
    expect(code).toBe(0)
    expect(out).toContain('清川市生育友好型城市建设实施方案')
    expect(out).toContain('共同: 市卫生健康委、市财政局')
    expect(out).toContain('待遇: 育儿补贴 500元 每孩每月')
  })

  test('--json has the shape of hand-made annotations', async () => {
    const { out } = await run('read', join(fixtures, 'qingchuan.txt'), '--json')
    const outline: unknown = JSON.parse(out)
    expect(outline).toMatchObject({
      file: 'qingchuan.txt',
      docNumber: '清政发〔2024〕18号',
      counts: { benefitsWithAmount: 11 },
    })
    expect(outline).toMatchObject({
      sections: expect.arrayContaining([expect.objectContaining({ path: '二/(一)', unitGroups: expect.any(Array) })]),
    })
  })

  test('--draft-pack writes one folder that loads, and leaves what is there alone', async () => {
    const packs = join(folder, 'packs')
    const first = await run(
      'read',
      join(fixtures, 'qingchuan.txt'),
      '--draft-pack',
      packs,
      '--id',
      'qingchuan',
      '--region',
      '530100',
    )
    expect(first.code).toBe(0)
    expect(await readdir(packs)).toEqual(['530100-qingchuan'])
    const check = await run('check', '--dir', packs)
    expect([check.code, check.out]).toEqual([0, expect.stringContaining('0 个错误')])
    const again = await run('read', join(fixtures, 'ula-banner.txt'), '--draft-pack', packs, '--region', '530100')
    expect(again.code).toBe(1)
    expect(again.err).toContain('没有改动任何文件')
    expect(await readdir(packs)).toEqual(['530100-qingchuan'])
  })

  test.each([
    ['is not there', null, '没有这个文件'],
    ['is empty', '', '文件是空的'],
    ['is a recipe book', '家常菜\n一、番茄炒蛋\n1.打蛋。\n2.切番茄。', '没有读到方案'],
    ['is binary', '\u0000\u0001\u0002', '不是文字文件'],
  ])('a file that %s gets a plain word', async (_, content, word) => {
    const file = join(folder, 'bad.txt')
    await rm(file, { force: true })
    if (content !== null) await writeFile(file, content)
    const { code, err } = await run('read', file)
    expect([code, err]).toEqual([1, expect.stringContaining(word)])
  })

  test('fifty megabytes are refused without being read', async () => {
    const file = join(folder, 'large.txt')
    await writeFile(file, Buffer.alloc(50 * 1024 * 1024, 'a'))
    expect((await run('read', file)).err).toContain('超过')
  })
})

test('junheng diff-plans aligns two plans and shows what differs', async () => {
  const { code, out } = await run('diff-plans', join(fixtures, 'qingchuan.txt'), join(fixtures, 'shishan-wrapped.txt'))
  expect(code).toBe(0)
  expect(out).toMatch(/≠ 每千人口拥有[^\n]*托位数?: 4\.8 个\/千人口（2027） \| ≥4\.2 个\/千人口（2025）/)
  expect(out).toMatch(/两份都有 \d+ 条/)
})

describe('junheng eval-reader', () => {
  test('prints precision, recall and F1 of each kind', async () => {
    const { code, out } = await run('eval-reader', fixtures)
    expect(code).toBe(0)
    for (const kind of ['sections', 'units', 'targets', 'benefits', 'deadlines', 'recurrent'])
      expect(out).toMatch(new RegExp(`\\| 合计 \\| ${kind} \\| 1\\.000 \\| 1\\.000 \\| 1\\.000 \\|`))
  })

  test('says where to look when there are no annotations', async () => {
    const { code, err } = await run('eval-reader', folder)
    expect([code, err]).toEqual([1, expect.stringContaining('没有人工标注')])
  })
})
