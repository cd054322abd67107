/** Schemas whose tables are a county's. Lists that are the same everywhere, and sign-in, are no county's. */
const ofCounty = /\b(?:from|join|into|update|using)\s+((?:register|access|staff|casework|payment|audit)\.\w+)(?!\w*\()/g
const everywhere = new Set(['access.purpose', 'staff.post_kind'])

/**
 * What of a statement is not held to one county; empty: nothing. Each part of it, every sub-select by itself, must ask for
 * the county by a value (`region = $1`, or six digits), each further table of the part by a value or by another table's region; an INSERT
 * carries the region among its columns. A sub-select that only follows its outer row (`l.region = c.region`) does not
 * count: Citus does not see that it needs one shard. Text in quotes must hold no brackets.
 */
export function beyondOneCounty(sql: string): readonly string[] {
  return partsOf(sql.replace(/\s+/g, ' ').toLowerCase()).filter((part) => {
    const tables = Array.from(part.matchAll(ofCounty), ([, table = '']) => table).filter((one) => !everywhere.has(one))
    const values =
      count(part, /\bregion = (?:\$\d|'\d{6}')/g) +
      count(part, /\binsert into [\w.]+(?: as \w+)? \((?:[\w, "]*\b)?region\b/g)
    const joined = count(part, /\bregion = \w+\.region\b/g)
    return tables.length > 0 && (values === 0 || values + joined < tables.length)
  })
}

/** A statement and its sub-selects, each without those inside it, and a UNION's arms each by itself. */
function partsOf(sql: string): readonly string[] {
  const parts: string[] = []
  const open: { text: string; select: boolean }[] = [{ text: '', select: true }]
  for (let at = 0; at < sql.length; at++) {
    const char = sql[at] ?? ''
    const top = open.at(-1)
    if (top === undefined) throw new Error(`brackets do not match: ${sql}`)
    if (char === '(') {
      open.push({ text: '', select: /^\s*(?:select|with|update|insert|delete)\b/.test(sql.slice(at + 1)) })
    } else if (char === ')') {
      open.pop()
      if (top.select) parts.push(top.text)
      const outer = open.at(-1)
      if (outer !== undefined) outer.text += top.select ? '()' : `(${top.text})`
    } else {
      top.text += char
    }
  }
  const rest = open.map(({ text }) => text)
  return [...parts, ...rest].flatMap((part) => part.split(/\bunion(?: all)?\b/))
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
