/**
 * Maps each character of a YAML scalar's value to where it stands in the file, so that an error inside an
 * expression points at the very character, whichever way the scalar is quoted or folded.
 *
 * @param raw the scalar as written, quotes and block header included
 * @returns for each offset of `value` (and one past its end) the offset in `raw`
 */
export function scalarOffsets(raw: string, value: string): readonly number[] {
  const offsets: number[] = []
  let at = contentStart(raw)
  for (const character of value.split('')) {
    if (/\s/.test(character)) {
      offsets.push(Math.min(at, raw.length))
      continue
    }
    const found = raw.indexOf(character, at)
    // A character written as an escape is not there to be found: keep the place and go on.
    if (found >= 0) at = found
    offsets.push(Math.min(at, raw.length))
    if (found >= 0) at += 1
  }
  offsets.push(Math.min(at, raw.length))
  return offsets
}

/** Past the opening quote, or past the line that holds a block scalar's header. */
function contentStart(raw: string): number {
  if (raw.startsWith('"') || raw.startsWith("'")) return 1
  if (/^[|>]/.test(raw)) return raw.indexOf('\n') + 1
  return 0
}
