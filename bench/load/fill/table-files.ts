import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Characters that make a file: a few hundredths of a second of COPY. */
const fileSize = 4_000_000

/** A file of rows in the text format of COPY, ready to be taken. */
export interface TableFile {
  readonly table: string
  readonly columns: string
  readonly path: string
}

/** Gathers rows by table and hands them over as files; `hand` settles when there is room for more. */
export class TableFiles {
  readonly #parts = new Map<string, { readonly columns: string; text: string[]; size: number }>()
  readonly #folder: string
  readonly #hand: (file: TableFile) => Promise<void>
  #made = 0
  rows = 0

  constructor(folder: string, hand: (file: TableFile) => Promise<void>) {
    this.#folder = folder
    this.#hand = hand
  }

  /** One row, its values encoded already. Every row of a table has the same columns in the same order. */
  add(table: string, columns: string, line: string): void {
    let part = this.#parts.get(table)
    if (part === undefined) {
      part = { columns, text: [], size: 0 }
      this.#parts.set(table, part)
    }
    part.text.push(line)
    part.size += line.length + 1
    this.rows++
  }

  /** Writes what has grown large; `all`: everything. */
  async flush(all = false): Promise<void> {
    for (const [table, part] of this.#parts) {
      if (part.size === 0 || (!all && part.size < fileSize)) continue
      const path = join(this.#folder, `${process.pid}-${this.#made++}-${table}`)
      const text = `${part.text.join('\n')}\n`
      part.text = []
      part.size = 0
      await writeFile(path, text)
      // The database's own user reads it.
      await chmod(path, 0o644)
      await this.#hand({ table, columns: part.columns, path })
    }
  }
}
