import { readdir, readFile, stat } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DomainError } from '@junheng/kernel'

/** The repository's own packs, wherever the command is run from. */
export const defaultPackDirectory = join(dirname(fileURLToPath(import.meta.url)), '../../../packs')

const maximumFileBytes = 1024 * 1024
const maximumFiles = 5000

/** As findPackFiles; throws a DomainError for a directory without packs too. */
export async function readPackFiles(directory: string = defaultPackDirectory): Promise<ReadonlyMap<string, string>> {
  const files = await findPackFiles(directory)
  if (files.size > 0) return files
  throw new DomainError('no-packs', {
    text: { zh: `这个目录里没有规则包：${directory}`, en: `there are no packs in ${directory}` },
  })
}

/**
 * The YAML files under a directory of packs, by path inside it with `/` (`421202-xianan/pack.yaml`); none in an empty one.
 * Other files and anything hidden are left alone. Throws a DomainError for a directory that is not there, a link (it could
 * lead out of the directory), a file over 1 MB or more than 5,000 files.
 */
export async function findPackFiles(directory: string): Promise<ReadonlyMap<string, string>> {
  const found = await stat(directory).catch(() => null)
  if (found === null || !found.isDirectory()) {
    throw new DomainError('no-pack-directory', {
      text: { zh: `没有这个规则包目录：${directory}`, en: `there is no directory of packs at ${directory}` },
    })
  }
  const paths: string[] = []
  await collect(directory, '', paths)
  const texts = await Promise.all(paths.sort().map(async (path) => [path, await readText(directory, path)] as const))
  return new Map(texts)
}

async function collect(directory: string, inside: string, paths: string[]): Promise<void> {
  for (const entry of await readdir(join(directory, inside), { withFileTypes: true })) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
    const path = inside === '' ? entry.name : `${inside}/${entry.name}`
    if (entry.isSymbolicLink()) {
      throw new DomainError('linked-pack-file', {
        text: { zh: `规则包里不能有链接：${path}`, en: `a pack cannot hold a link: ${path}` },
      })
    }
    if (entry.isDirectory()) await collect(directory, path, paths)
    else if (/\.ya?ml$/i.test(entry.name)) paths.push(path)
    if (paths.length > maximumFiles) {
      throw new DomainError('too-many-pack-files', {
        text: { zh: `规则包文件超过 ${maximumFiles} 个`, en: `more than ${maximumFiles} pack files` },
      })
    }
  }
}

async function readText(directory: string, path: string): Promise<string> {
  const file = join(directory, path.split('/').join(sep))
  if ((await stat(file)).size > maximumFileBytes) {
    throw new DomainError('pack-file-too-long', {
      text: { zh: `${path} 太大，上限 1 MB`, en: `${path} is too long (at most 1 MB)` },
    })
  }
  return readFile(file, 'utf8')
}
