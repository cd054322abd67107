import type { Text } from '@junheng/rules'
import type { Row } from './household-environment.ts'
import type { Subject } from './place.ts'
import type { IndexedBenefit, PlaceIndex } from './place-index.ts'
import type { Situation } from './situation.ts'

/** One benefit asked about for one subject: the household's only mother, or one of its children. */
export interface SubjectCase extends IndexedBenefit {
  readonly index: PlaceIndex
  readonly situation: Situation
  readonly row: Row
  /** True when the household is known to have no such subject. */
  readonly absent: boolean
}

/**
 * Every case a household raises: each benefit for each row of its subject's table. Where nobody has said whether there
 * are rows, the case is that of a first row of which nothing is known. A benefit given once for a birth is asked about
 * for the first of the babies born on one day.
 */
export function subjectCases(index: PlaceIndex, situation: Situation): SubjectCase[] {
  const cases: SubjectCase[] = []
  for (const indexed of index.benefits) {
    const { table } = indexed
    if (table === null) {
      cases.push({ ...indexed, index, situation, row: null, absent: false })
      continue
    }
    const rows = situation.rows[table]
    if (rows?.length === 0) cases.push({ ...indexed, index, situation, row: null, absent: true })
    const count = rows?.length ?? 1
    for (let i = 0; i < count; i++) {
      if (indexed.benefit.oncePerBirth && isLaterOfBirth({ index, situation, table, row: i })) continue
      cases.push({ ...indexed, index, situation, row: { table, index: i }, absent: false })
    }
  }
  return cases
}

/** How many rows of the subject's table the household has; 1 where it is not known. */
export function rowsBeside({ situation, table }: Pick<SubjectCase, 'situation' | 'table'>): number {
  return table === null ? 1 : (situation.rows[table]?.length ?? 1)
}

interface RowOfTable {
  readonly index: PlaceIndex
  readonly situation: Situation
  readonly table: string
  readonly row: number
}

function isLaterOfBirth({ index, situation, table, row }: RowOfTable): boolean {
  const name = `${index.tables.get(table)?.row ?? ''}.birthDate`
  const rows = situation.rows[table] ?? []
  const born = rows[row]?.[name] ?? null
  return born !== null && rows.slice(0, row).some((earlier) => earlier[name] === born)
}

const subjectWords: Readonly<Record<Subject, Text>> = {
  household: { zh: '家庭', en: 'household' },
  mother: { zh: '妈妈', en: 'mother' },
  father: { zh: '爸爸', en: 'father' },
  child: { zh: '孩子', en: 'child' },
  member: { zh: '家人', en: 'family member' },
  institution: { zh: '机构', en: 'institution' },
  worker: { zh: '从业者', en: 'worker' },
  firm: { zh: '企业', en: 'firm' },
}

/** `孩子`, or `第 2 个孩子` where there are several. */
export function subjectLabel(subject: Subject, { row, count }: { row: number | null; count: number }): Text {
  const { zh, en } = subjectWords[subject]
  if (row === null || count < 2) return { zh, en }
  return { zh: `第 ${row + 1} ${subject === 'member' ? '位' : '个'}${zh}`, en: `${en} ${row + 1}` }
}
