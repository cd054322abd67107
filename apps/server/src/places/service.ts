import { readPackFiles } from '@junheng/cli/pack-files'
import type { Procedure } from '@junheng/casework'
import { DomainError } from '@junheng/kernel'
import { loadPacks, type Problem, resolvePlace } from '@junheng/packs'
import type { Place } from '@junheng/entitlements'
import type { Log } from '../edge/request-log.ts'
import { makeLibrary, type Library } from './library.ts'

/**
 * Reads and resolves every pack of a folder, once. A place that does not resolve is left out and named in the log,
 * so that one county's mistake never closes the others. Throws `no-place` when none is left.
 */
export async function openLibrary(packsDir: string, log: Log): Promise<Library> {
  const { packs, problems } = loadPacks(await readPackFiles(packsDir))
  for (const found of problems) log({ message: describe(found) })
  const places: Place[] = []
  const procedures = new Map<string, readonly Procedure[]>()
  for (const id of packs.keys()) {
    const resolved = resolvePlace(packs, id)
    if (resolved.place === null) {
      log({ message: `left out: ${id}` })
      for (const found of resolved.problems) log({ message: describe(found) })
    } else {
      places.push(resolved.place)
      procedures.set(String(resolved.place.region).padStart(6, '0'), resolved.procedures)
    }
  }
  if (places.length === 0) {
    throw new DomainError('no-place', {
      text: {
        zh: `${packsDir} 里没有一个能用的政策包。运行 junheng check 看原因。`,
        en: `No usable pack in ${packsDir}. Run junheng check to see why.`,
      },
    })
  }
  return makeLibrary(places, procedures)
}

function describe(found: Problem): string {
  return `${found.file}:${found.line} ${found.message.zh} · ${found.message.en}`
}
