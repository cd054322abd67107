import { join, resolve } from 'node:path'
import { stat } from 'node:fs/promises'
import type { Procedure } from '@junheng/casework'
import { DomainError } from '@junheng/kernel'
import { isError, loadPacks, resolvePlace, type LoadedPacks, type Problem } from '@junheng/packs'
import { unionVocabulary, type Place, type Vocabulary } from '@junheng/entitlements'
import { findNearestName, type Text } from '@junheng/rules'
import { defaultPackDirectory, readPackFiles } from './pack-files.ts'
import { usageError } from './usage-error.ts'

/** The packs of a directory, read and ready to be resolved. */
export async function readPacks(directory: string = defaultPackDirectory): Promise<LoadedPacks> {
  return loadPacks(await readPackFiles(directory))
}

/**
 * The place a person means by `name`: a pack's id, its region code, its Chinese or English name or part of it, or the
 * path of a pack's folder (whose own directory of packs is then read). Throws a usage error that lists the places for
 * a name nobody has, and `pack-has-errors` for a pack that does not pass its check.
 */
export async function findPlace(name: string, directory?: string): Promise<Place> {
  return (await findWhole(name, directory)).place
}

/** The same with the procedures that can be followed there, every version of each. */
export async function findWhole(
  name: string,
  directory?: string,
): Promise<{ readonly place: Place; readonly procedures: readonly Procedure[] }> {
  const folder = await packFolder(name)
  const { packs } = await readPacks(folder === null ? directory : join(folder, '..'))
  const wanted = folder === null ? name : (folder.split(/[\\/]/).at(-1) ?? '').replace(/^\d{6}-/, '')
  const id = placeId(wanted, packs)
  const { place, procedures, problems } = resolvePlace(packs, id)
  if (place === null) throw packHasErrors(id, problems.filter(isError))
  return { place, procedures }
}

/** What a situation may say in any place whose pack is sound. */
export async function everyVocabulary(directory: string | undefined): Promise<Vocabulary> {
  const { packs } = await readPacks(directory)
  const resolved = [...packs.keys()].map((id) => resolvePlace(packs, id).place)
  return unionVocabulary(resolved.filter((place) => place !== null))
}

async function packFolder(name: string): Promise<string | null> {
  if (!/[\\/]/.test(name) && !/^\d{6}-/.test(name)) return null
  const path = resolve(name)
  const found = await stat(join(path, 'pack.yaml')).catch(() => null)
  return found?.isFile() === true ? path : null
}

function placeId(name: string, packs: LoadedPacks['packs']): string {
  if (packs.has(name)) return name
  const all = [...packs.values()]
  const exact = all.find(
    ({ region, folder, manifest: { data } }) =>
      String(region).padStart(6, '0') === name ||
      folder === name ||
      data.name.zh === name ||
      data.name.en.toLowerCase() === name.toLowerCase(),
  )
  if (exact !== undefined) return exact.id
  const partly = name.length < 2 ? [] : all.filter(({ manifest: { data } }) => data.name.zh.includes(name))
  const [only, another] = partly
  if (only !== undefined && another === undefined) return only.id
  throw unknownPlace(name, packs)
}

function unknownPlace(name: string, packs: LoadedPacks['packs']): DomainError {
  const near = findNearestName(name, packs.keys())
  const list = [...packs.values()].map(({ id, manifest }) => `${id}（${manifest.data.name.zh}）`).join('、')
  const hint: Text =
    near === undefined ? { zh: '', en: '' } : { zh: `是不是“${near}”？`, en: ` Did you mean "${near}"?` }
  return usageError({
    zh: `没有“${name}”这个地方。${hint.zh}现有：${list}`,
    en: `There is no place "${name}".${hint.en} Places: ${[...packs.keys()].join(', ')}`,
  })
}

function packHasErrors(id: string, errors: readonly Problem[]): DomainError {
  const lines = errors.slice(0, 5).map(({ file, line, message }) => ({ at: `${file}:${line}`, message }))
  const more = errors.length > 5 ? '\n  …' : ''
  return new DomainError('pack-has-errors', {
    text: {
      zh: `“${id}”的规则包有 ${errors.length} 个错误，先运行 junheng check：\n${lines.map(({ at, message }) => `  ${at} ${message.zh}`).join('\n')}${more}`,
      en: `The pack "${id}" has ${errors.length} errors; run junheng check first:\n${lines.map(({ at, message }) => `  ${at} ${message.en}`).join('\n')}${more}`,
    },
  })
}
