import { sliceLine, type Line } from '../text/line.ts'
import { headingMark, type NumberForm } from './number-form.ts'

const anyMark =
  /第[一二三四五六七八九十百]{1,5}[章节条]|[一二三四五六七八九十]{1,3}[、.]|[（〔](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）〕]|\d{1,2}[.、]/g
const sentenceEnd = '。！？）】'
/** `（1）…；（2）…`: items of one sentence. */
const itemEnd = '；：'

interface Candidate {
  /** A stop, a gap or a closed bracket stands before it. */
  readonly bounded: boolean
  /** Length of the mark. */
  readonly length: number
  readonly at: number
  readonly form: NumberForm
  readonly value: number
}

/** Cuts lines at headings that stand in running text, so that every heading begins a line. */
export function splitAtHeadings(lines: readonly Line[]): readonly Line[] {
  const last = new Map<NumberForm, number>()
  return lines.flatMap((line) => {
    const head = headingMark(line.text)
    if (head?.value) last.set(head.form, head.value)
    const cuts = acceptedCuts(line, head?.printed.length ?? -1, candidatesOf(line), last)
    if (cuts.length === 0) return [line]
    const edges = [0, ...cuts, line.text.length]
    return edges.slice(0, -1).map((from, i) => sliceLine(line, from, edges[i + 1] ?? line.text.length))
  })
}

/** Marks behind a full stop, a gap, or another heading's own words in bold. */
function candidatesOf(line: Line): readonly Candidate[] {
  const found: Candidate[] = []
  if (line.text.length < 12) return found
  for (const match of line.text.matchAll(anyMark)) {
    const at = match.index
    if (at === 0) continue
    const before = line.text[at - 1] ?? ''
    const bounded =
      sentenceEnd.includes(before) || line.gaps.has(at) || (/^[（〔]\d/.test(match[0]) && itemEnd.includes(before))
    if (!bounded && !/[（〔]/.test(match[0][0] ?? '')) continue
    const mark = headingMark(line.text.slice(at, at + 8))
    if (
      mark?.value &&
      mark.printed.length >= match[0].length &&
      !/^[，。、；]/.test(line.text.slice(at + mark.printed.length))
    )
      found.push({ at, bounded, length: mark.printed.length, form: mark.form, value: mark.value })
  }
  return found
}

/** A mark counts when it continues its series, or begins one that goes on in the same line. */
function acceptedCuts(
  line: Line,
  headLength: number,
  candidates: readonly Candidate[],
  last: Map<NumberForm, number>,
): readonly number[] {
  const cuts: number[] = []
  let wordsFrom = headLength
  candidates.forEach((candidate, i) => {
    const follows = candidate.value === (last.get(candidate.form) ?? 0) + 1 && candidate.value > 1
    const opens =
      candidate.value === 1 &&
      candidates.slice(i + 1, i + 12).some((later) => later.form === candidate.form && later.value === 2)
    // `二、主要任务（一）…`: a heading of a few words, and the first below it at once.
    const words = wordsFrom < 0 ? '' : line.text.slice(wordsFrom, candidate.at)
    const below = candidate.value === 1 && /^[\p{Script=Han}]{3,12}$/u.test(words)
    if (candidate.bounded ? !follows && !opens : !below) return
    wordsFrom = candidate.at + candidate.length
    last.set(candidate.form, candidate.value)
    cuts.push(candidate.at)
  })
  return cuts
}
