import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const bin = fileURLToPath(new URL('../bin/junheng.mjs', import.meta.url))

function junheng(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { input, encoding: 'utf8' })
  return { status, stdout, stderr }
}

describe('the junheng command', () => {
  it('answers a family from standard input', () => {
    const { status, stdout } = junheng(['entitlements', 'xianan', '-', '--on', '2024-03-01'], '{"children": []}')
    expect(status).toBe(0)
    expect(stdout).toContain('咸安区 · 2024-03-01')
  })

  it('ends with 1 and file:line:column when a pack is wrong', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'junheng-bin-'))
    try {
      await mkdir(join(directory, '000000-cn'))
      await writeFile(join(directory, '000000-cn', 'pack.yaml'), 'id: cn\nregion: 000000\nname: {zh: 全国}\n')
      const { status, stdout } = junheng(['check', '--dir', directory, '--lang', 'en'])
      expect(status).toBe(1)
      expect(stdout).toContain('000000-cn/pack.yaml:3:1 error missing-key "en" is missing')
    } finally {
      await rm(directory, { recursive: true, force: true })
    }
  })

  it('ends with 2 when it is misused', () => {
    const { status, stderr } = junheng(['entitlements', 'xianan'])
    expect(status).toBe(2)
    expect(stderr).toContain('junheng entitlements PLACE')
  })

  it('takes today in China when no day is given', () => {
    const { stdout } = junheng(['entitlements', 'cn', '-', '--json'], '{}')
    const { on } = JSON.parse(stdout) as { on: string }
    const today = Temporal.Now.plainDateISO('Asia/Shanghai')
    expect([today.toString(), today.subtract({ days: 1 }).toString()]).toContain(on)
  })
})
