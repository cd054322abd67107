import { sexes, type AgeSex, type Sex } from '../age-sex.ts'
import { demographyError, requireLength } from '../demography-error.ts'

/**
 * Scales the parts, cell by cell, so that they add to the whole: a county keeps its share of the counties' sum at each
 * age and sex. Where the parts are empty and the whole is not, each gets an equal share.
 */
export function constrainToTotal(parts: readonly AgeSex[], whole: AgeSex): readonly AgeSex[] {
  const scaled = parts.map(({ male, female }) => ({ male: male.slice(), female: female.slice() }))
  for (const sex of sexes) {
    for (const part of parts) requireLength(part[sex], whole[sex].length, `part ${sex}`)
    whole[sex].forEach((count, age) => {
      const sum = parts.reduce((all, part) => all + (part[sex][age] ?? 0), 0)
      for (const part of scaled) {
        part[sex][age] = sum > 0 ? ((part[sex][age] ?? 0) / sum) * count : count / parts.length
      }
    })
  }
  return scaled
}

/**
 * The share method, where a part has no rates of its own: at each age and sex it keeps the share of the whole that it had
 * in the base year, or, with two censuses, the share's log-odds move on each year as they moved between them. Returns the
 * part `ahead` years after the later census; any quantity by age and sex may stand for the whole then.
 */
export function shareMethod({
  part,
  whole,
  earlier,
  ahead,
}: {
  /** The part and the whole at the later census. */
  readonly part: AgeSex
  readonly whole: { readonly base: AgeSex; readonly later: AgeSex }
  /** The same at an earlier census, `between` years before; without it shares stay. */
  readonly earlier?: { readonly part: AgeSex; readonly whole: AgeSex; readonly between: number }
  readonly ahead: number
}): AgeSex {
  const one = (sex: Sex): Float64Array => {
    requireLength(part[sex], whole.later[sex].length, `part ${sex}`)
    return whole.later[sex].map((count, age) => {
      const now = shareOf(part[sex][age], whole.base[sex][age])
      if (earlier === undefined) return count * now
      const before = shareOf(earlier.part[sex][age], earlier.whole[sex][age])
      if (now <= 0 || now >= 1 || before <= 0 || before >= 1) return count * now
      const drift = (logit(now) - logit(before)) / earlier.between
      return count / (1 + Math.exp(-(logit(now) + drift * ahead)))
    })
  }
  return { male: one('male'), female: one('female') }
}

function shareOf(part = 0, whole = 0): number {
  if (part > whole)
    throw demographyError('range', {
      zh: `部分 ${part} 大于整体 ${whole}`,
      en: `the part ${part} is more than the whole ${whole}`,
    })
  return whole > 0 ? part / whole : 0
}

function logit(share: number): number {
  return Math.log(share / (1 - share))
}
