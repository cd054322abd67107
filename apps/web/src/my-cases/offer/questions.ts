import type { CaseField, CaseShown, Facts } from '../../cases/case-types.ts'

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

/** One question of an offer: for a child of its own, or once for all that were born together. */
export interface Question {
  /** Where its answer is kept while it is typed. */
  readonly key: string
  readonly field: CaseField
  /** The case it is asked for; null: for all of them. */
  readonly of: string | null
}

type Offered = Pick<CaseShown, 'id' | 'form'>

/** What tells twins apart; everything else of a birth is asked once. */
const ofOneChild: ReadonlySet<string> = new Set(['child.name'])

/** The questions among `fields` of every case, each once, and once a child where children differ; the first case's order. */
export function questionsAmong(
  cases: readonly Offered[],
  fields: (one: Offered) => readonly CaseField[],
): readonly Question[] {
  const several = cases.length > 1
  const all = cases.flatMap((one) =>
    fields(one).map((field): Question => {
      const own = several && ofOneChild.has(field.name)
      return { key: own ? `${field.name}@${one.id}` : field.name, field, of: own ? one.id : null }
    }),
  )
  const firstOf = (name: string) => all.findIndex(({ field }) => field.name === name)
  return all
    .filter(({ key }, at) => all.findIndex((other) => other.key === key) === at)
    .toSorted((a, b) => firstOf(a.field.name) - firstOf(b.field.name))
}

/** What was typed, as it concerns one of the cases. */
export function factsFor(facts: Facts, { id }: Pick<CaseShown, 'id'>): Facts {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([key, value]) => {
      const [name = key, of] = key.split('@')
      return of === undefined || of === id ? [[name, value]] : []
    }),
  )
}
