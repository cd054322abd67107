import type { Line } from '../text/line.ts'
import { isoDateIn } from './date-text.ts'
import { isOrgan, isSignatureDate } from './line-kind.ts'

/** Some plans are signed at their end: how many of the last lines to look at. */
export const closingLines = 40

/** Signature: a date under, or behind, names of organs. */
export function findSignature(
  lines: readonly Line[],
  from: number,
  to: number,
): { issuer: string | null; date: string | null } {
  for (let i = from; i < Math.min(to, lines.length); i += 1) {
    const text = lines[i]?.text ?? ''
    const date = isSignatureDate(text) ? isoDateIn(text) : null
    const attached =
      date === null && text.length <= 60
        ? /^([\p{Script=Han}、]{3,40}?)((?:20|19)\d\d年\d{1,2}月\d{1,2}日)$/u.exec(text)
        : null
    if (date === null && !(attached && isOrgan(attached[1] ?? ''))) continue
    const issuers: string[] = attached ? [attached[1] ?? ''] : []
    for (let j = i - 1; j >= 0 && j >= i - 12; j -= 1) {
      const line = lines[j]
      if (!line || line.text === '') continue
      if (!signs(line)) break
      issuers.unshift(...namesBetweenGaps(line))
    }
    if (issuers.length > 0) return { issuer: pairUp(issuers).join(' '), date: date ?? isoDateIn(attached?.[2] ?? '') }
  }
  return { issuer: null, date: null }
}

function signs(line: Line): boolean {
  const names = namesBetweenGaps(line)
  return names.every((name) => (isOrgan(name) || bareRegion.test(name)) && name.length <= 30)
}

const bareRegion = /^[\p{Script=Han}]{2,9}(?:自治区|省|市|区|县|盟|自治州|旗)$/u

export function namesBetweenGaps(line: Line): readonly string[] {
  const edges = [0, ...[...line.gaps].toSorted((a, b) => a - b), line.text.length]
  return edges
    .slice(0, -1)
    .map((from, i) => line.text.slice(from, edges[i + 1]))
    .filter((name) => name !== '')
}

/** Two columns of a signature read row by row: `某省 某省` over `卫生健康委 财政厅`. */
function pairUp(names: readonly string[]): readonly string[] {
  const whole: string[] = []
  for (let i = 0; i < names.length;) {
    const run = names.slice(i).findIndex((name) => !bareRegion.test(name))
    const regions = run < 0 ? 0 : run
    if (
      regions >= 1 &&
      names.length - i >= regions * 2 &&
      names.slice(i + regions, i + regions * 2).every((name) => !bareRegion.test(name))
    ) {
      for (let k = 0; k < regions; k += 1) whole.push(`${names[i + k] ?? ''}${names[i + regions + k] ?? ''}`)
      i += regions * 2
    } else {
      whole.push(names[i] ?? '')
      i += 1
    }
  }
  return whole
}
