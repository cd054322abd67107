import { headingMark } from '../headings/number-form.ts'
import type { FrontMatter } from '../text/front-matter.ts'
import type { Line } from '../text/line.ts'
import { isAnnexMark, isFurniture, isOrgan, isSignatureDate, isTitle } from './line-kind.ts'
import { ownNames, titlesIn } from './references.ts'

/** Titles in 《》 of a notice: they show how a title broken over lines goes together. Those the lead carries out are others'. */
export function quotedTitles(top: readonly Line[], leadLine: number | null): readonly string[] {
  return top.flatMap(({ text }, i) =>
    titlesIn(text)
      .filter(
        ({ start, title }) =>
          !ownNames.test(title) &&
          (i !== leadLine || /(?:现将|制定了?|印发了?|出台了?|起草了?)$/.test(text.slice(0, start))),
      )
      .map(({ title }) => title),
  )
}

/** The last title before the lead, with the lines above that belong to it. */
export function findTitle(
  top: readonly Line[],
  quoted: readonly string[],
): { title: string | null; titleLines: readonly number[] } {
  for (let i = top.length - 1; i >= 0; i -= 1) {
    const text = withoutSuffix(top[i]?.text ?? '')
    if (!isTitle(text) || headingMark(text) !== null) continue
    const titleLines = [i]
    for (let above = previousText(top, i); above !== null && titleLines.length < 4; above = previousText(top, above)) {
      if (!belongsAbove(top[above]?.text ?? '', joined(top, titleLines), quoted)) break
      titleLines.unshift(above)
    }
    // A few words such as 工作方案 are a title only below the rest of it.
    if (text.length < 8 && titleLines.length === 1) continue
    const below = top.slice(i + 1, i + 3).find((line) => line.text !== '')?.text ?? ''
    const draft = /^（[\p{Script=Han}]{2,6}稿）$|^（试行）$|^（草案）$|^（20\d\d[-—～至]+20\d\d年）$/u.test(below)
      ? below
      : ''
    const title = (joined(top, titleLines) + draft).replace(/^（[^）]{2,6}）(?=.{8})/, '')
    return { title: withoutQuotes(title), titleLines }
  }
  return { title: null, titleLines: [] }
}

const joined = (lines: readonly Line[], at: readonly number[]): string =>
  at.map((i) => withoutSuffix(lines[i]?.text ?? '')).join('')

/** A file's name as a heading: `…的通知.docx`. */
export const withoutSuffix = (text: string): string => text.replace(/\.(?:docx?|pdf|wps|txt|html?)$/, '')

function withoutQuotes(title: string): string {
  return /^《[^《》]+》$/.test(title) ? title.slice(1, -1) : title
}

export function previousText(lines: readonly Line[], at: number): number | null {
  for (let i = at - 1; i >= 0 && i >= at - 3; i -= 1) if ((lines[i]?.text ?? '') !== '') return i
  return null
}

/** Whether a line is the upper part of the title below: the notice quotes them as one, or it stops in mid-phrase. */
function belongsAbove(upper: string, lower: string, quoted: readonly string[]): boolean {
  if (upper.length < 4 || upper.length > 40 || isFurniture(upper) || /[，。；：！？]/.test(upper)) return false
  const whole = upper + lower
  if (quoted.some((title) => title === whole || title === withoutQuotes(whole))) return true
  if (quoted.includes(lower) || isSignatureDate(upper) || isAnnexMark(upper)) return false
  if (/^(?:关于|印发)/.test(lower) && isOrgan(upper)) return true
  if (isOrgan(upper) || /^[（(]/.test(upper) || isTitle(upper))
    return upper.startsWith('关于') && lower.length < 24 && !lower.startsWith('关于') && !isStrongTitle(upper)
  // Only what itself begins like a title can be a title's upper part; what begins like one below is whole.
  if (!beginsTitle(upper) || (beginsTitle(lower) && !upper.endsWith('印发') && !/[《“]/.test(upper))) return false
  return /^[\p{Script=Han}《》〈〉（）“”、"0-9-]+$/u.test(upper)
}

const beginsTitle = (text: string): boolean =>
  /^(?:（[^）]{2,6}）)?(?:《|“)?(?:关于|中共|[\p{Script=Han}]{2,9}?(?:省|市|区|县|盟|旗|州|自治区|国))/u.test(text)

const isStrongTitle = (text: string): boolean =>
  /(?:方案|措施|意见|办法|规划|条例|规定|细则|通知|计划)(?:（[^）]{1,16}）)?$/.test(text)

/** A notice's own title above the plan's. */
export function outerTitleOf(top: readonly Line[], titleLines: readonly number[]): string | null {
  const before = top.slice(0, titleLines[0] ?? top.length)
  const at = before.findLastIndex(
    ({ text }) => /(?:通知|报告|汇报|公告|函)$/.test(text) && /关于|印发|《/.test(text) && isTitle(text),
  )
  if (at < 0) return null
  const upper = previousText(before, at)
  const parts =
    upper !== null && belongsAbove(before[upper]?.text ?? '', before[at]?.text ?? '', []) ? [upper, at] : [at]
  return joined(before, parts)
}

/** The plan's title inside the title of what wraps it. */
export function innerTitle(outer: string, quoted: readonly string[]): string | null {
  const [own] = titlesIn(outer)
  if (own) {
    const draft = /^（[^）]{2,8}稿）/.exec(outer.slice(own.end))?.[0] ?? ''
    return own.title + draft
  }
  if (/印发|起草|汇报|解读/.test(outer)) return quoted[0] ?? outer
  return outer === '' ? (quoted.find(isStrongTitle) ?? null) : outer
}

export function frontTitle(front: FrontMatter): string | null {
  const title = front.values.get('title') ?? ''
  const inner = titlesIn(title)[0]?.title ?? title
  return isTitle(inner) ? inner.replaceAll(/\s/g, '') : null
}
