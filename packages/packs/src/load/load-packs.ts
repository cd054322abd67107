import { isError, sortProblems, type Problem } from '../problem.ts'
import { readFolder } from './read-folder.ts'
import type { Pack } from './pack.ts'

/** The packs that could be read, by id, and everything wrong with any folder taken by itself. */
export interface LoadedPacks {
  readonly packs: ReadonlyMap<string, Pack>
  readonly problems: readonly Problem[]
}

/**
 * Reads pack files (`421202-xianan/benefits/x.yaml` → text) into packs. Never throws: whatever is wrong with a
 * file is a problem with its line, and the rest is read on.
 */
export function loadPacks(files: ReadonlyMap<string, string>): LoadedPacks {
  const folders = new Map<string, Map<string, string>>()
  const problems: Problem[] = []
  for (const [path, text] of files) {
    const slash = path.indexOf('/')
    if (slash <= 0) {
      problems.push(strayFile(path))
      continue
    }
    const folder = path.slice(0, slash)
    if (folder === 'schema') continue
    const inside = folders.get(folder) ?? new Map<string, string>()
    folders.set(folder, inside.set(path.slice(slash + 1), text))
  }
  const packs = new Map<string, Pack>()
  for (const [folder, inside] of [...folders].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { pack, problems: found } = readFolder(folder, inside)
    problems.push(...found)
    if (pack === null) continue
    const clash = [...packs.values()].find((other) => other.id === pack.id || other.region === pack.region)
    if (clash === undefined) packs.set(pack.id, pack)
    else problems.push(samePlaceTwice(pack, clash))
  }
  return { packs, problems: sortProblems(problems) }
}

/** True where nothing but warnings was found. */
export function isSound(problems: readonly Problem[]): boolean {
  return !problems.some(isError)
}

function strayFile(path: string): Problem {
  return {
    file: path,
    line: 1,
    column: 1,
    code: 'unknown-file',
    severity: 'error',
    message: {
      zh: '规则包是文件夹，形如 421202-xianan；文件不能放在外面',
      en: 'a pack is a folder such as 421202-xianan; a file cannot lie beside it',
    },
  }
}

function samePlaceTwice(pack: Pack, other: Pack): Problem {
  const same = pack.id === other.id ? 'id' : 'region'
  return pack.manifest.file.problem({
    path: [same],
    code: same === 'id' ? 'duplicate-id' : 'duplicate-region',
    message: {
      zh: `与 ${other.folder}/pack.yaml 的 ${same} 相同`,
      en: `has the same ${same} as ${other.folder}/pack.yaml`,
    },
  })
}
