import type { CaseField, CaseShown } from '../../cases/case-types.ts'

/** What only the family can say and has not said: in the order of the form. */
export function questionsOf({ form }: Pick<CaseShown, 'form'>): readonly CaseField[] {
  return form.fields.filter(({ known, required, prefilledFrom }) => !known && (required || prefilledFrom === null))
}

/** What the family may change on the page itself; the rest is corrected where it comes from. */
export function mayChange({ prefilledFrom }: Pick<CaseField, 'prefilledFrom'>): boolean {
  return prefilledFrom === null
}

/** The answers a family can give: a child with parents does not join an institution. */
export function choicesOf({ codes }: Pick<CaseField, 'codes'>, origin: string | null): CaseField['codes'] {
  return origin === 'foundling' ? codes : codes.filter(({ code }) => code !== 'institution')
}
