import type { CaseShown } from '../../cases/case-types.ts'
import { valueText } from '../../cases/value-text.ts'
import { useMyCaseWords } from '../use-my-case-words.ts'

/** Says which of several children of a birth a case is about, before any has a name: `第 1 个宝宝（女）`. */
export function useWhichChild(cases: readonly CaseShown[]): (caseId: string) => string {
  const { words, say, language } = useMyCaseWords()
  return (caseId) => {
    const at = cases.findIndex(({ id }) => id === caseId)
    const fieldOf = (name: string) => cases[at]?.form.fields.find((field) => field.name === name)
    const order = fieldOf('child.orderInBirth')?.value
    const sex = fieldOf('child.sex')
    const said = sex === undefined || sex.value === null ? null : valueText(sex, sex.value, { say, language, words })
    return words.whichChild(typeof order === 'number' ? order : at + 1, said)
  }
}
