import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readPackFiles } from './pack-files.ts'

let directory = ''
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'junheng-packs-'))
  await mkdir(join(directory, '000000-cn', 'benefits'), { recursive: true })
  await writeFile(join(directory, '000000-cn', 'pack.yaml'), 'id: cn\n')
  await writeFile(join(directory, '000000-cn', 'benefits', 'x.yaml'), 'id: x\n')
})
afterEach(() => rm(directory, { recursive: true, force: true }))

describe('readPackFiles', () => {
  it('reads YAML files by their path inside the directory and leaves the rest', async () => {
    await writeFile(join(directory, '000000-cn', 'README.md'), '# cn')
    await mkdir(join(directory, '.git'))
    await writeFile(join(directory, '.git', 'x.yaml'), 'id: hidden\n')
    const files = await readPackFiles(directory)
    expect([...files]).toEqual([
      ['000000-cn/benefits/x.yaml', 'id: x\n'],
      ['000000-cn/pack.yaml', 'id: cn\n'],
    ])
  })

  it('refuses links, which could lead anywhere', async () => {
    await symlink(join(directory, '000000-cn', 'pack.yaml'), join(directory, '000000-cn', 'plan.yaml'))
    await expect(readPackFiles(directory)).rejects.toMatchObject({ code: 'linked-pack-file' })
  })

  it('refuses files over 1 MB and a directory that is not there', async () => {
    await writeFile(join(directory, '000000-cn', 'plan.yaml'), '#'.repeat(1024 * 1024 + 1))
    await expect(readPackFiles(directory)).rejects.toMatchObject({ code: 'pack-file-too-long' })
    await expect(readPackFiles(join(directory, 'nowhere'))).rejects.toMatchObject({ code: 'no-pack-directory' })
  })

  it('refuses a directory without packs', async () => {
    const empty = join(directory, 'empty')
    await mkdir(empty)
    await expect(readPackFiles(empty)).rejects.toThrow('no-packs')
  })

  it("finds the repository's own packs without being told", async () => {
    expect((await readPackFiles()).has('421202-xianan/pack.yaml')).toBe(true)
  })
})
