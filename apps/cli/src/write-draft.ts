import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DomainError } from '@junheng/kernel'
import { loadPacks } from '@junheng/packs'
import type { Outline } from '@junheng/plans'
import { findPackFiles } from './pack-files.ts'

/** Where a draft landed and what it inherits from. */
export interface WrittenDraft {
  readonly folder: string
  readonly files: number
  readonly parent: string | null
}

/**
 * Writes the draft pack of a plan as one folder under `directory`, all of it or nothing. It inherits from the nearest
 * pack above its place that is already there. Throws a DomainError where the place has a pack or the folder exists.
 */
export async function writeDraft(options: {
  readonly outline: Outline
  readonly directory: string
  readonly id: string | undefined
  readonly region: string | undefined
}): Promise<WrittenDraft> {
  const { outline, directory } = options
  const { draftPack, unknownRegion } = await import('@junheng/plans')
  await mkdir(directory, { recursive: true })
  const { packs } = loadPacks(await findPackFiles(directory))
  const region = readRegion(options.region) ?? outline.regionCode ?? unknownRegion
  const id = options.id ?? (region === unknownRegion ? 'draft' : `draft-${String(region).padStart(6, '0')}`)
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
    throw new DomainError('wrong-pack-id', {
      text: {
        zh: `包的 id 只用小写字母、数字和连字符：${id}`,
        en: `a pack id has lower-case letters, digits and hyphens only: ${id}`,
      },
    })
  }
  const taken = [...packs.values()].find((pack) => pack.id === id || pack.region === region)
  if (taken) {
    throw new DomainError('place-has-pack', {
      text: {
        zh: `这里已经有这个地方的包：${taken.folder}。没有改动任何文件。`,
        en: `there is a pack for this place already: ${taken.folder}. Nothing was changed.`,
      },
    })
  }
  const parents = [...packs.values()]
    .filter((pack) => isAbove(pack.region, region))
    .toSorted((a, b) => b.region - a.region)
  const parent = parents[0]?.id ?? null
  const files = draftPack(outline, { id, region, parent })
  const folder = [...files.keys()][0]?.split('/')[0] ?? id
  if ((await readdir(directory)).includes(folder)) {
    throw new DomainError('folder-exists', {
      text: {
        zh: `文件夹已经存在：${join(directory, folder)}。没有改动任何文件。`,
        en: `the folder exists: ${join(directory, folder)}. Nothing was changed.`,
      },
    })
  }
  await writeAtOnce(directory, folder, files)
  return { folder: join(directory, folder), files: files.size, parent }
}

/** Writes beside and renames: whoever looks sees the whole folder or none. */
async function writeAtOnce(directory: string, folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  const beside = await mkdtemp(join(directory, '.draft-'))
  try {
    for (const [path, text] of files) {
      const target = join(beside, path)
      await mkdir(dirname(target), { recursive: true })
      await writeFile(target, text)
    }
    await rename(join(beside, folder), join(directory, folder))
  } finally {
    await rm(beside, { recursive: true, force: true })
  }
}

function readRegion(text: string | undefined): number | null {
  if (text === undefined) return null
  if (!/^\d{6}$/.test(text)) {
    throw new DomainError('usage', {
      text: { zh: '--region 要写六位地区代码', en: '--region takes a six-digit region code' },
    })
  }
  return Number(text)
}

/** The nation is above all, a province above its first two digits, a city above its first four. */
function isAbove(outer: number, inner: number): boolean {
  if (outer === 0) return true
  if (outer % 10_000 === 0) return Math.floor(outer / 10_000) === Math.floor(inner / 10_000) && outer !== inner
  return outer % 100 === 0 && Math.floor(outer / 100) === Math.floor(inner / 100) && outer !== inner
}
