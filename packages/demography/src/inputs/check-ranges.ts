import { sexes, type AgeSex } from '../age-sex.ts'
import { problemsOf, type InputProblem } from './problem.ts'

/** Survival that exceeds 1 by no more than this is rounding of a published table and is cut to 1, which is listed. */
const roundingAboveOne = 1e-4

/** Refuses survival above 1; returns the table with rounding cut, and how many cells were cut. */
export function checkSurvival(
  survival: AgeSex,
  { file, where, problems }: { readonly file: string; readonly where: string; readonly problems: InputProblem[] },
): { readonly survival: AgeSex; readonly cut: number } {
  const report = problemsOf(file, problems)
  let cut = 0
  const one = (sex: 'male' | 'female'): Float64Array =>
    survival[sex].map((ratio, age) => {
      if (!(ratio > 1)) return ratio
      if (ratio <= 1 + roundingAboveOne) cut += 1
      else
        report(null, 'out-of-range', {
          zh: `${where} ${sex} ${age} 岁的存活比 ${ratio} 大于 1`,
          en: `${where} ${sex} age ${age}: the survival ratio ${ratio} is above 1`,
        })
      return 1
    })
  return { survival: { male: one('male'), female: one('female') }, cut }
}

/** Refuses death rates that cannot be: above 3 per person-year, or none in the open age. */
export function checkMortality(
  mx: AgeSex,
  { file, where, problems }: { readonly file: string; readonly where: string; readonly problems: InputProblem[] },
): boolean {
  const report = problemsOf(file, problems)
  let fine = true
  for (const sex of sexes) {
    mx[sex].forEach((rate, age) => {
      const open = age === mx[sex].length - 1
      if (Number.isNaN(rate) || (rate <= 3 && (!open || rate > 0))) return
      fine = false
      report(null, 'out-of-range', {
        zh: `${where} ${sex} ${age} 岁的死亡率 ${rate} 不成立${open ? '（开口组须大于 0）' : '（每人年，不超过 3）'}`,
        en: `${where} ${sex} age ${age}: the death rate ${rate} cannot be${open ? ' (the open age needs one above 0)' : ' (per person-year, at most 3)'}`,
      })
    })
  }
  return fine
}

/** Refuses a TFR above 12, such as that of rates per 1,000 women. */
export function checkFertility(
  { tfr }: { readonly tfr: number },
  { file, where, problems }: { readonly file: string; readonly where: string; readonly problems: InputProblem[] },
): void {
  if (!(tfr > 12)) return
  const perThousand = tfr / 1000 <= 12 ? ['，像是每千名妇女', '; the rates look like per 1,000 women'] : ['', '']
  problemsOf(file, problems)(null, 'out-of-range', {
    zh: `${where} 总和生育率是 ${tfr.toFixed(2)}，不成立${perThousand[0]}`,
    en: `${where} the total fertility rate is ${tfr.toFixed(2)}, which cannot be${perThousand[1]}`,
  })
}

/** Refuses a sex ratio at birth outside 0.8–1.5 male births per female birth, such as 105 per 100. */
export function checkSexRatio(
  srb: number,
  { file, where, problems }: { readonly file: string; readonly where: string; readonly problems: InputProblem[] },
): void {
  if (Number.isNaN(srb) || (srb >= 0.8 && srb <= 1.5)) return
  const perHundred = srb >= 80 && srb <= 150
  problemsOf(file, problems)(null, 'out-of-range', {
    zh: `${where} 出生性别比 ${srb} 不成立，应为男婴数除以女婴数${perHundred ? `，例如 ${srb / 100}` : ''}`,
    en: `${where} the sex ratio at birth ${srb} cannot be: male births per female birth${perHundred ? `, such as ${srb / 100}` : ''}`,
  })
}
