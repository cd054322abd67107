/** What a text says of itself above its own words: a block between `---` lines, as catalogues write it. */
export interface FrontMatter {
  /** Raw lines it takes, from the top. */
  readonly rows: number
  readonly values: ReadonlyMap<string, string>
}

/** The block at the head of a text; of no rows where there is none. */
export function frontMatterOf(rows: readonly string[]): FrontMatter {
  const values = new Map<string, string>()
  if (rows[0]?.trim() !== '---') return { rows: 0, values }
  const end = rows.slice(1, 60).findIndex((row) => row.trim() === '---')
  if (end < 0) return { rows: 0, values }
  for (const row of rows.slice(1, end + 1)) {
    const match = /^([a-z_]{1,20}):\s*(.{1,400})$/u.exec(row)
    if (match) values.set(match[1] ?? '', (match[2] ?? '').replace(/^"|"$/g, '').trim())
  }
  return { rows: end + 2, values }
}
