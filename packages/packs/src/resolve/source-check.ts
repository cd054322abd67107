import type { SourceRef } from '@junheng/entitlements'
import type { DocumentFormat } from '../format/manifest-format.ts'
import type { BrokenNames } from '../load/broken-names.ts'
import type { Item, Pack } from '../load/pack.ts'
import type { Path } from '../source/source-file.ts'
import { didYouMean, type ProblemSink } from './problem-sink.ts'

/** Says whether a source names a document of the place and, where that is a plan, one of its clauses. */
export class SourceCheck {
  readonly #documents: ReadonlyMap<string, Item<DocumentFormat>>
  /** Clause paths by the plan document they outline; a plan without an outline is not in it. */
  readonly #clauses: ReadonlyMap<string, { readonly paths: ReadonlySet<string>; readonly broken: BrokenNames }>
  readonly #sink: ProblemSink

  constructor(lineage: readonly Pack[], documents: ReadonlyMap<string, Item<DocumentFormat>>, sink: ProblemSink) {
    this.#documents = documents
    this.#sink = sink
    this.#clauses = new Map(
      lineage.flatMap((pack) =>
        pack.plan === null || pack.clauses.length === 0
          ? []
          : [
              [
                pack.plan,
                { paths: new Set(pack.clauses.map((clause) => clause.data.path)), broken: pack.broken },
              ] as const,
            ],
      ),
    )
  }

  /** Titles by document, of those among `ids` that exist. */
  titles(ids: Iterable<string>): Readonly<Record<string, string>> {
    return Object.fromEntries(
      [...new Set(ids)].flatMap((id) => {
        const found = this.#documents.get(id)
        return found === undefined ? [] : [[id, found.data.title]]
      }),
    )
  }

  check(item: Item<unknown>, path: Path, source: SourceRef): void {
    if (!this.#documents.has(source.document)) {
      const hint = didYouMean(source.document, this.#documents.keys())
      const message = {
        zh: `没有“${source.document}”这份文件${hint.zh}`,
        en: `there is no document "${source.document}"${hint.en}`,
      }
      this.#sink.report(item, { path: [...path, 'document'], code: 'unknown-document', message })
      return
    }
    const clauses = this.#clauses.get(source.document)
    if (clauses === undefined || clauses.paths.has(source.clause) || clauses.broken.has(source.clause)) return
    const hint = didYouMean(source.clause, clauses.paths)
    const message = {
      zh: `plan.yaml 里没有“${source.clause}”这一条${hint.zh}`,
      en: `plan.yaml has no clause "${source.clause}"${hint.en}`,
    }
    this.#sink.report(item, { path: [...path, 'clause'], code: 'unknown-clause', message })
  }
}
