import type { Heading } from '../headings/heading.ts'
import type { PartKind } from '../outline.ts'

/** One text of a file: the plan, a report about it, an annex. */
export interface TextPart {
  readonly id: string
  /** What its paths begin with; empty where the file holds one main text. */
  readonly prefix: string
  readonly kind: PartKind
  readonly headings: readonly Heading[]
}

/** Groups headings into texts: main texts get A, B … when there are several; an annex is 附件. */
export function partsOf(headings: readonly Heading[]): readonly TextPart[] {
  const groups = new Map<number, Heading[]>()
  for (const heading of headings) {
    const group = groups.get(heading.part)
    if (group) group.push(heading)
    else groups.set(heading.part, [heading])
  }
  const texts = withoutNotice(withoutCopies([...groups.values()]))
  const several = texts.filter((own) => !own[0]?.annex).length > 1
  let annexes = 0
  let mains = 0
  return texts.map((own) => {
    if (own[0]?.annex) {
      annexes += 1
      const id = annexes === 1 ? '附件' : `附件${annexes}`
      return { id, prefix: id, kind: 'annex', headings: own }
    }
    const id = letterOf(mains)
    mains += 1
    const about = own.map(({ heading }) => heading).join('，')
    const report = several && /背景|起草|依据|主要内容|解读|特点|过程/.test(about)
    return { id, prefix: several ? id : '', kind: report ? 'report' : 'plan', headings: own }
  })
}

/** A to Z, then A2 to Z2 and so on. */
const letterOf = (n: number): string => `${String.fromCharCode(65 + (n % 26))}${n < 26 ? '' : Math.floor(n / 26) + 1}`

/** The few loose items of a call for comments or a notice above the plan are no text of their own. */
function withoutNotice(texts: readonly (readonly Heading[])[]): readonly (readonly Heading[])[] {
  const [first, ...others] = texts
  const loose = first?.every(({ form, line }) => form === 'arabic' && line.text.length < 60) ?? false
  return loose && others.some((own) => own.some(({ form }) => form !== 'arabic')) ? others : texts
}

/** A text given twice in one file (as by a page and its print view) is read once. */
function withoutCopies(texts: readonly (readonly Heading[])[]): readonly (readonly Heading[])[] {
  const seen = new Set<string>()
  return texts.filter((own) => {
    const key = own.map(({ printed, line }) => printed + line.text.slice(0, 40)).join('|')
    const copy = own.length >= 2 && seen.has(key)
    seen.add(key)
    return !copy
  })
}

/** The text that counts as the plan: the longest that is no report. */
export function mainPart(parts: readonly TextPart[]): TextPart | undefined {
  const plans = parts.filter(({ kind }) => kind === 'plan')
  return (plans.length > 0 ? plans : parts).toSorted((a, b) => b.headings.length - a.headings.length)[0]
}
