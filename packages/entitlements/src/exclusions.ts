import type { JudgedCase } from './judged-case.ts'
import { addStretch } from './stretches.ts'
import type { Stretch } from './stretches.ts'
import type { SubjectCase } from './subject-case.ts'

/**
 * Takes away what is not given beside another benefit, on the days that one is given. Only what is certain excludes: a
 * benefit that cannot be decided yet takes nothing from the family. A benefit that is itself excluded excludes nothing;
 * of two that exclude each other the one the place lists first stands.
 */
export function withExclusions(cases: readonly JudgedCase[]): readonly JudgedCase[] {
  const excluders = cases.filter(({ subject }) => subject.benefit.excludes.length > 0)
  if (excluders.length === 0) return cases
  const settled = new Map<JudgedCase, JudgedCase>()
  const open = new Set<JudgedCase>()
  const settle = (item: JudgedCase): JudgedCase => {
    const known = settled.get(item)
    if (known !== undefined) return known
    open.add(item)
    let { stretches } = item
    for (const other of excluders) {
      if (other === item || open.has(other) || !excludes(other.subject, item.subject)) continue
      const isMutual = excludes(item.subject, other.subject)
      if (isMutual && item.subject.order < other.subject.order) continue
      stretches = without(stretches, settle(other))
    }
    open.delete(item)
    const result = { subject: item.subject, stretches }
    settled.set(item, result)
    return result
  }
  return cases.map(settle)
}

function excludes(excluder: SubjectCase, excluded: SubjectCase): boolean {
  if (!excluder.benefit.excludes.includes(excluded.benefit.id)) return false
  // Within one table a child's benefit excludes that child's only; across subjects it excludes for the household.
  return excluder.table !== excluded.table || excluder.row?.index === excluded.row?.index
}

function without(stretches: readonly Stretch[], { subject, stretches: others }: JudgedCase): readonly Stretch[] {
  const given = others.filter(({ status }) => status === 'eligible')
  const result: Stretch[] = []
  for (const stretch of stretches) {
    if (stretch.status !== 'eligible') {
      addStretch(result, stretch)
      continue
    }
    let cursor = stretch.from ?? -Infinity
    const end = stretch.to ?? Infinity
    for (const other of given) {
      const from = Math.max(cursor, other.from ?? -Infinity)
      const to = Math.min(end, other.to ?? Infinity)
      if (from >= to) continue
      if (cursor < from) addStretch(result, { ...stretch, ...between(cursor, from) })
      addStretch(result, {
        ...between(from, to),
        status: 'ineligible',
        amount: null,
        amountTo: null,
        excludedBy: subject.benefit.id,
      })
      cursor = to
    }
    if (cursor < end) addStretch(result, { ...stretch, ...between(cursor, end) })
  }
  return result
}

function between(from: number, to: number): Pick<Stretch, 'from' | 'to'> {
  return { from: from === -Infinity ? null : from, to: to === Infinity ? null : to }
}
