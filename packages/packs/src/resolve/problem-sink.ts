import type { Text } from '@junheng/rules'
import type { Item } from '../load/pack.ts'
import { findNearestName } from '@junheng/rules'
import type { Problem } from '../problem.ts'
import type { Path } from '../source/source-file.ts'

/** Gathers what is wrong while a place is put together. */
export class ProblemSink {
  readonly problems: Problem[] = []

  report(
    item: Item<unknown>,
    options: {
      /** Inside the item; its beginning by default. */
      readonly path?: Path
      readonly code: string
      readonly message: Text
      readonly part?: 'key' | 'value'
      readonly severity?: 'error' | 'warning'
      readonly inside?: number
    },
  ): void {
    this.problems.push(item.file.problem({ ...options, path: [...item.path, ...(options.path ?? [])] }))
  }
}

/** `packs/x.yaml:12`, for a message that points at a second place. */
export function whereIs(item: Item<unknown>): string {
  return `${item.file.path}:${item.file.position(item.path).line}`
}

/** "; did you mean x?" in both languages, or nothing. */
export function didYouMean(name: string, candidates: Iterable<string>): Text {
  const near = findNearestName(name, candidates)
  return near === undefined ? { zh: '', en: '' } : { zh: `，是不是“${near}”？`, en: `; did you mean "${near}"?` }
}
