import type { z } from 'zod'
import { readFormat } from '../format/read-format.ts'
import type { Problem } from '../problem.ts'
import type { Path, SourceFile } from '../source/source-file.ts'
import { BrokenNames } from './broken-names.ts'
import type { Item } from './pack.ts'

/** Collects the entries of one folder, its problems, and the names of what could not be read. */
export class ItemReader {
  readonly problems: Problem[] = []
  readonly broken = new BrokenNames()
  readonly #pack: string

  constructor(pack: string) {
    this.#pack = pack
  }

  /** The whole file as one entry. */
  one<T>(schema: z.ZodType<T>, file: SourceFile): Item<T> | null {
    return this.#item({ schema, file, path: [], value: file.value })
  }

  /** A list of entries, each read on its own so that one mistake does not hide the others. */
  list<T>(options: {
    readonly schema: z.ZodType<T>
    readonly file: SourceFile
    readonly path?: Path
    readonly value?: unknown
  }): readonly Item<T>[] {
    const { schema, file, path = [], value = file.value } = options
    // A file that holds only comments has nothing to say yet.
    if (value === null || value === undefined) return []
    if (!Array.isArray(value)) {
      const message = {
        zh: '这里应当是一个列表（每条以 - 开头）',
        en: 'this must be a list (each entry begins with -)',
      }
      this.problems.push(file.problem({ path, code: 'wrong-type', message }))
      return []
    }
    return value.flatMap((entry: unknown, index) => {
      const item = this.#item({ schema, file, path: [...path, index], value: entry })
      return item === null ? [] : [item]
    })
  }

  /** Drops what repeats an earlier id of the same kind, naming both places. */
  unique<T>(items: readonly Item<T>[], idOf: (data: T) => string): readonly Item<T>[] {
    const first = new Map<string, Item<T>>()
    for (const item of items) {
      const id = idOf(item.data)
      const earlier = first.get(id)
      if (earlier === undefined) {
        first.set(id, item)
        continue
      }
      this.problems.push(duplicateId({ id, item, earlier }))
    }
    return [...first.values()]
  }

  #item<T>(options: {
    readonly schema: z.ZodType<T>
    readonly file: SourceFile
    readonly path: Path
    readonly value: unknown
  }): Item<T> | null {
    const { file, path, value } = options
    const { data, problems } = readFormat(options)
    this.problems.push(...problems)
    if (data !== null) return { pack: this.#pack, data, file, path }
    for (const name of namesIn(value)) this.broken.add(name)
    return null
  }
}

export function duplicateId<T>(options: {
  readonly id: string
  readonly item: Item<T>
  readonly earlier: Item<unknown>
}): Problem {
  const { id, item, earlier } = options
  const { line } = earlier.file.position(earlier.path)
  const where = `${earlier.file.path}:${line}`
  return item.file.problem({
    path: item.path,
    code: 'duplicate-id',
    message: { zh: `“${id}”已经在 ${where} 用过`, en: `"${id}" is already used at ${where}` },
  })
}

/** What a malformed entry would have been called. */
function namesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  const { id, name, path, aliases } = value as { id?: unknown; name?: unknown; path?: unknown; aliases?: unknown }
  const more: readonly unknown[] = Array.isArray(aliases) ? aliases : []
  return [id, name, path, ...more].filter((text) => typeof text === 'string')
}
