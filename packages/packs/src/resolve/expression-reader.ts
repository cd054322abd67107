import { parseExpression, type Dictionary, type Expr, type Type } from '@junheng/rules'
import type { BrokenNames } from '../load/broken-names.ts'
import type { Item } from '../load/pack.ts'
import type { Path } from '../source/source-file.ts'
import type { ProblemSink } from './problem-sink.ts'

/** An expression as written and as understood. */
export interface ReadExpression {
  readonly text: string
  readonly expr: Expr
}

/** Reads the expressions of a place; what is wrong with one is reported at its very character. */
export class ExpressionReader {
  readonly #dictionary: Dictionary
  readonly #sink: ProblemSink
  readonly #broken: BrokenNames

  constructor(options: { readonly dictionary: Dictionary; readonly sink: ProblemSink; readonly broken: BrokenNames }) {
    this.#dictionary = options.dictionary
    this.#sink = options.sink
    this.#broken = options.broken
  }

  /** @param row the table whose row is current, or null for the household as a whole */
  read(
    item: Item<unknown>,
    options: { readonly path: Path; readonly row: string | null; readonly expect?: Type },
  ): ReadExpression | null {
    const { path, row, expect } = options
    const text = item.file.scalar([...item.path, ...path]) ?? ''
    const { expr, diagnostics } = parseExpression(text, this.#dictionary, {
      scope: { row },
      ...(expect === undefined ? {} : { expect }),
    })
    for (const { code, severity, span, message, suggestion } of diagnostics) {
      if (code === 'unknown-name' && this.#broken.has(text.slice(span.start, span.end))) continue
      const hint = suggestion === undefined || message.en.includes(suggestion) ? null : suggestion
      this.#sink.report(item, {
        path,
        code,
        severity,
        inside: span.start,
        message:
          hint === null ? message : { zh: `${message.zh}（建议：${hint}）`, en: `${message.en} (suggestion: ${hint})` },
      })
    }
    return expr === null ? null : { text, expr }
  }

  /**
   * Reads an expression whose place does not say what it is about: of the household if it can be, else of the one
   * table's row that it names.
   */
  readAnywhere(
    item: Item<unknown>,
    options: { readonly path: Path; readonly expect: Type },
  ): (ReadExpression & { readonly row: string | null }) | null {
    const row = this.#rowOf(item.file.scalar([...item.path, ...options.path]) ?? '', options.expect)
    const read = this.read(item, { ...options, row })
    return read === null ? null : { ...read, row }
  }

  #rowOf(text: string, expect: Type): string | null {
    let best: { readonly row: string | null; readonly weight: number } | null = null
    for (const row of [null, ...this.#dictionary.tables.keys()]) {
      const { diagnostics } = parseExpression(text, this.#dictionary, { scope: { row }, expect })
      const errors = diagnostics.filter(({ severity }) => severity === 'error')
      if (errors.length === 0) return row
      // Whoever names a row's fact means that row: its own mistake says more than that no row was named.
      const outside = errors.filter(({ code }) => code === 'row-out-of-scope').length
      const weight = outside * 1000 + errors.length
      if (best === null || weight < best.weight) best = { row, weight }
    }
    return best?.row ?? null
  }
}
