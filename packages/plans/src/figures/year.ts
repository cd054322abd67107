import { before, type Clause } from './clause.ts'
import type { DateMention } from './dates.ts'

/** The date that governs a number, and where in the line it stands; null for a horizon set further above. */
export interface Governing {
  readonly mention: DateMention
  readonly place: number | null
}

/** A horizon a paragraph of goals set, which holds until the next one. */
export interface Horizon {
  readonly mention: DateMention
  readonly section: string
}

const sets = (mention: DateMention): boolean => mention.use === 'by' || mention.use === 'start'

/** The date for the number at `offset` of the clause: its own, one before it in the sentence, or the paragraph's horizon. */
export function governingYear(clause: Clause, offset: number, horizon: Horizon | null): Governing | null {
  const own = clause.dates.filter(sets)
  const nearest = own.findLast((mention) => mention.start <= offset) ?? own[0]
  if (nearest) return { mention: nearest, place: clause.start + nearest.start }
  if (isStanding(clause) || relative.test(clause.text.slice(0, offset))) return null
  let crossed = clause.afterSemicolon
  for (const earlier of before(clause, 12)) {
    const mention = earlier.dates.findLast(sets)
    // What begins in a year does not spread over a semicolon.
    if (mention) return crossed && mention.use === 'start' ? null : { mention, place: earlier.start + mention.start }
    crossed ||= earlier.afterSemicolon
  }
  return horizon ? { mention: horizon.mention, place: null } : null
}

/** A horizon of its own that no year is written for. */
const relative = /^(?:力争|争取|确保)?(?:用)?[一二三四五两]年(?:左右)?(?:时间)?(?:之?内|间)|^未来[一二三四五两]年/

/** `按照每千人口不少于10个托位标准规划`, `每年…`: a rule that holds at all times takes no year from a neighbour. */
function isStanding(clause: Clause): boolean {
  if (/每年(?!龄)/.test(clause.text)) return true
  // `新建小区按每百户…配建`, behind a date that has a verb of its own.
  const before = clause.previous
  if (
    /按(?:照)?(?:[\p{Script=Han}]{0,6})每[百千万]/u.test(clause.text) &&
    /配建|配套|补建|规划|建设/.test(clause.text) &&
    before !== null &&
    !before.dates.some((mention) => isBareDate(before, mention))
  )
    return true
  return (
    clause.text.includes('标准') &&
    /规划|配建|配套|新建|建设/.test(clause.text) &&
    (clause.afterSemicolon || subjectAfterSemicolon(clause))
  )
}

function subjectAfterSemicolon(clause: Clause): boolean {
  return clause.previous !== null && clause.previous.afterSemicolon && clause.previous.dates.length === 0
}

/** A clause that holds nothing but the date lends it as its own. */
export function isBareDate(clause: Clause, mention: DateMention): boolean {
  return clause.text.length - (mention.end - mention.start) <= 2
}
