/**
 * A text of a story with gaps for what differs in every copy: ids, days, names, numbers. `read` is given what stands in the
 * story and says what fills the gap, or null where it stays.
 */
export type Gap<Copy> = (copy: Copy) => string

export interface Template<Copy> {
  readonly write: (copy: Copy) => string
}

/**
 * `pattern` (global) finds what may be a gap; `read` says how one is filled. The text between goes through `plain` once,
 * when the template is made.
 */
export function makeTemplate<Copy>(
  text: string,
  {
    pattern,
    read,
    plain = (part) => part,
  }: {
    readonly pattern: RegExp
    readonly read: (found: string) => Gap<Copy> | null
    readonly plain?: (part: string) => string
  },
): Template<Copy> {
  const parts: (string | Gap<Copy>)[] = []
  let [from, held] = [0, '']
  for (const match of text.matchAll(pattern)) {
    const gap = read(match[0])
    held += plain(text.slice(from, match.index))
    from = match.index + match[0].length
    if (gap === null) {
      held += plain(match[0])
      continue
    }
    parts.push(held, gap)
    held = ''
  }
  parts.push(held + plain(text.slice(from)))
  return {
    write: (copy) => {
      let filled = ''
      for (const part of parts) filled += typeof part === 'string' ? part : part(copy)
      return filled
    },
  }
}
