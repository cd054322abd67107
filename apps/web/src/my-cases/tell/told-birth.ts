import type { Schemas } from '../../api/service.ts'
import type { CaseField, Facts } from '../../cases/case-types.ts'

export type BirthNotice = Schemas['BirthNotice']

/** Whoever tells of the birth: one of the two parents, as the register knows them. */
export interface Teller {
  readonly id: string
  readonly name: string
  readonly sex: 'female' | 'male'
}

const nothingKnown = {
  required: true,
  prefilledFrom: null,
  fixedBy: null,
  value: null,
  known: false,
  toType: true,
} as const

const sexes: CaseField['codes'] = [
  { code: 'female', label: { zh: '女孩', en: 'a girl' } },
  { code: 'male', label: { zh: '男孩', en: 'a boy' } },
]

/** What has to be asked to tell of a birth outside a hospital; a father also names the mother. */
export function birthQuestions({ sex }: Pick<Teller, 'sex'>, children: number): readonly CaseField[] {
  const field = (name: string, more: Pick<CaseField, 'label' | 'type' | 'codes'>): CaseField => ({
    ...nothingKnown,
    name,
    ...more,
  })
  const mother = field('birth.motherName', {
    label: { zh: '母亲姓名', en: 'the mother’s name' },
    type: { kind: 'text' },
    codes: [],
  })
  return [
    field('birth.date', { label: { zh: '出生日期', en: 'date of birth' }, type: { kind: 'date' }, codes: [] }),
    ...Array.from({ length: children }, (_, at) =>
      field(`birth.sex.${at + 1}`, {
        label: { zh: '孩子性别', en: 'sex of the child' },
        type: { kind: 'code' },
        codes: sexes,
      }),
    ),
    ...(sex === 'male' ? [mother] : []),
  ]
}

/** One notice a child, in the order of birth. `ids`: one a child, through all tries. */
export function noticesOfTold(
  facts: Facts,
  { teller, ids }: { readonly teller: Teller; readonly ids: readonly string[] },
): readonly BirthNotice[] {
  const own = { name: teller.name, person: teller.id }
  return ids.map((id, at) => ({
    id,
    record: null,
    kind: 'live-birth',
    where: 'outside',
    mother: teller.sex === 'female' ? own : { name: String(facts['birth.motherName'] ?? '') },
    father: teller.sex === 'male' ? own : null,
    child: {
      sex: facts[`birth.sex.${at + 1}`] === 'male' ? 'male' : 'female',
      birthDate: String(facts['birth.date'] ?? ''),
      order: at + 1,
      of: ids.length,
    },
  }))
}
