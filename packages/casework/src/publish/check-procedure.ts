import type { Text } from '@junheng/rules'
import { family, type Item, type Procedure } from '../procedure.ts'
import { findNeedCycle, itemsNeeded } from './need-graph.ts'
import { availableFacts, factsRead } from './available-facts.ts'
import { checkRecords } from './check-records.ts'
import { checkSends } from './check-sends.ts'
import { hasField, neverKnown, unknownField, type Report } from './report.ts'

/** Something that keeps a procedure from being published. `item` null: of the procedure itself; `at`: keys inside it. */
export interface ProcedureProblem {
  readonly item: string | null
  readonly at: readonly (string | number)[]
  readonly code: string
  readonly message: Text
}

/** Everything that would leave a case stuck, late without end, or without its law. Empty: it may be published. */
export function checkProcedure(procedure: Procedure): readonly ProcedureProblem[] {
  const problems: ProcedureProblem[] = []
  const report: Report = (item, at, code, zh, en) => problems.push({ item, at, code, message: { zh, en } })
  checkWhole(procedure, report)
  for (const item of procedure.items) checkItem(procedure, item, report)
  checkGraph(procedure, report)
  return problems
}

function checkWhole(procedure: Procedure, report: Report): void {
  const { items, form, lead, openedBy, withdrawal, objection, source } = procedure
  if (items.length === 0)
    report(null, ['items'], 'no-items', '没有事项，永远办不了', 'it has no items, so a case could never do anything')
  if (source.clause.trim() === '')
    report(null, ['source', 'clause'], 'missing-clause', '没有写条款', 'its clause is missing')
  const unit = unitCheck(procedure, report)
  unit(null, ['lead'], lead)
  openedBy.forEach((id, index) => unit(null, ['openedBy', index], id))
  if (openedBy.length === 0) report(null, ['openedBy'], 'never-opened', '没有人可以开办', 'nobody may open it')
  if (procedure.guardian !== null) {
    unit(null, ['guardian', 'unit'], procedure.guardian.unit)
    for (const name of factsRead(procedure, procedure.guardian.when)) {
      if (!availableFacts(procedure).has(name)) neverKnown(report, null, ['guardian', 'when'], name)
    }
  }
  if (objection !== null) unit(null, ['objection', 'by'], objection.by)
  const { escalateTo } = objection?.decided ?? { escalateTo: null }
  if (escalateTo !== null) unit(null, ['objection', 'decided', 'escalateTo'], escalateTo)
  repeated(items.map(({ id }) => id)).forEach((id) =>
    report(id, ['id'], 'duplicate-id', `事项“${id}”写了两次`, `the item "${id}" is written twice`),
  )
  const known = new Set(items.map(({ id }) => id))
  withdrawal?.notAfter.forEach((id, index) => {
    if (!known.has(id)) unknownItem(report, null, ['withdrawal', 'notAfter', index], id)
  })
  form.forEach(({ name, fixedBy, prefilledFrom }, index) => {
    const at = ['form', index]
    if (fixedBy !== null && !known.has(fixedBy)) unknownItem(report, null, [...at, 'fixedBy'], fixedBy)
    if (prefilledFrom !== null) unit(null, [...at, 'from'], prefilledFrom)
    if (!hasField(procedure, name)) unknownField(report, null, [...at, 'field'], name)
  })
  checkFormConditions(procedure, report)
  procedure.uniqueBy.forEach((name, index) => {
    if (!availableFacts(procedure).has(name)) neverKnown(report, null, ['uniqueBy', index], name)
  })
  if (procedure.datedBy !== null && fieldKind(procedure, procedure.datedBy) !== 'date') {
    report(null, ['datedBy'], 'not-a-date', 'datedBy 要写一个日期', 'datedBy must name a date')
  }
}

function checkFormConditions(procedure: Procedure, report: Report): void {
  const available = availableFacts(procedure)
  procedure.form.forEach(({ when }, index) => {
    for (const name of when === null ? [] : factsRead(procedure, when)) {
      if (!available.has(name)) neverKnown(report, null, ['form', index, 'when'], name)
    }
  })
}

function checkItem(procedure: Procedure, item: Item, report: Report): void {
  const { id } = item
  const unit = unitCheck(procedure, report)
  unit(id, ['unit'], item.unit)
  if (item.source.clause.trim() === '')
    report(id, ['source', 'clause'], 'missing-clause', '没有写条款', 'its clause is missing')
  item.refusals.forEach(({ source }, index) => {
    if (source.clause.trim() === '')
      report(id, ['refusals', index], 'missing-clause', '拒绝的理由没有写条款', 'the ground has no clause')
  })
  item.produces.forEach((name, index) => {
    if (!hasField(procedure, name)) unknownField(report, id, ['produces', index], name)
  })
  item.shows.forEach(({ from }, index) => {
    if (from !== null) unit(id, ['shows', index, 'from'], from)
  })
  const stops = new Set(procedure.stops.map((stop) => stop.id))
  for (const key of ['stopsOn', 'onlyAfter'] as const) {
    item[key].forEach((reason, index) => {
      if (stops.has(reason)) return
      report(id, [key, index], 'unknown-stop', `没有“${reason}”这个终止理由`, `there is no reason "${reason}" to stop`)
    })
  }
  checkClocks(procedure, item, report)
  checkSends(procedure, item, report)
  checkRecords(procedure, item, report)
  const available = availableFacts(procedure)
  for (const name of item.when === null ? [] : factsRead(procedure, item.when)) {
    if (!available.has(name)) neverKnown(report, id, ['when'], name)
  }
}

function checkClocks(procedure: Procedure, item: Item, report: Report): void {
  const unit = unitCheck(procedure, report)
  const pauses = new Set(procedure.pauses.map(({ id }) => id))
  const available = availableFacts(procedure)
  item.clocks.forEach((clock, index) => {
    const at = ['clocks', index]
    if (clock.source.clause.trim() === '')
      report(item.id, [...at, 'source'], 'missing-clause', '期限没有写条款', 'the clock has no clause')
    for (const name of clock.when === null ? [] : factsRead(procedure, clock.when)) {
      if (!available.has(name)) neverKnown(report, item.id, [...at, 'when'], name)
    }
    if (clock.from === null) {
      report(
        item.id,
        at,
        'clock-without-start',
        `期限“${clock.id}”没有写从什么时候起算`,
        `the clock "${clock.id}" does not say when it starts`,
      )
    } else if (clock.from.kind === 'fact') {
      const { fact } = clock.from
      if (fieldKind(procedure, fact) !== 'date')
        report(
          item.id,
          [...at, 'from'],
          'not-a-date',
          `“${fact}”不是日期，期限起算不了`,
          `"${fact}" is no date: the clock could never start`,
        )
      else if (!available.has(fact)) neverKnown(report, item.id, [...at, 'from'], fact)
    } else if (clock.from.action === 'start' && clock.until === 'start') {
      report(item.id, at, 'clock-without-length', '起算和截止是同一步', 'it starts and ends with the same step')
    }
    if (!Number.isSafeInteger(clock.limit) || clock.limit < 1)
      report(item.id, [...at, 'limit'], 'wrong-limit', '期限要是正整数', 'the limit must be a whole number from 1')
    clock.pauses.forEach((reason, place) => {
      if (!pauses.has(reason))
        report(
          item.id,
          [...at, 'pauses', place],
          'unknown-pause',
          `没有“${reason}”这个暂停理由`,
          `there is no reason "${reason}" to pause`,
        )
    })
    if (clock.escalateTo !== null) unit(item.id, [...at, 'escalateTo'], clock.escalateTo)
  })
}

/** Circles, needs that nothing meets, and items that wait for those. */
function checkGraph(procedure: Procedure, report: Report): void {
  const { items } = procedure
  const known = new Map(items.map((item) => [item.id, item]))
  const available = availableFacts(procedure)
  const dead = new Set<string>()
  for (const item of items) {
    item.needs.forEach((need, index) => {
      const at = ['needs', index]
      if (need.kind === 'fact') {
        if (available.has(need.fact)) return
        dead.add(item.id)
        if (hasField(procedure, need.fact)) neverKnown(report, item.id, at, need.fact)
        else unknownField(report, item.id, at, need.fact)
        return
      }
      const needed = known.get(need.item)
      if (needed === undefined) {
        dead.add(item.id)
        unknownItem(report, item.id, at, need.item)
      } else if (need.outcome === 'refused' && needed.refusals.length === 0) {
        dead.add(item.id)
        report(
          item.id,
          at,
          'dead-end',
          `“${need.item}”不会被拒绝，这一项永远等不到`,
          `"${need.item}" is never refused, so this can never begin`,
        )
      }
    })
  }
  const cycle = findNeedCycle(procedure)
  if (cycle !== null) {
    const path = cycle.join(' → ')
    report(
      cycle[0] ?? null,
      ['needs'],
      'need-cycle',
      `事项互相等待成环：${path}`,
      `items wait for each other in a circle: ${path}`,
    )
    return
  }
  for (const item of items) {
    const through = [...itemsNeeded(procedure, item.id)].find((id) => dead.has(id))
    if (dead.has(item.id) || through === undefined) continue
    report(
      item.id,
      ['needs'],
      'dead-end',
      `它等的“${through}”永远开始不了，这件事办不完`,
      `it waits for "${through}", which can never begin: a case could never end`,
    )
  }
}

function unitCheck(procedure: Procedure, report: Report) {
  const known = new Set([family, ...procedure.units.map(({ id }) => id)])
  return (item: string | null, at: readonly (string | number)[], id: string): void => {
    if (known.has(id)) return
    report(item, at, 'unknown-unit', `没有“${id}”这个部门`, `there is no unit "${id}"`)
  }
}

function unknownItem(report: Report, item: string | null, at: readonly (string | number)[], id: string): void {
  report(item, at, 'unknown-item', `没有“${id}”这个事项`, `there is no item "${id}"`)
}

function fieldKind({ fields }: Procedure, name: string): string | undefined {
  return fields.find((field) => field.name === name)?.type.kind
}

function repeated(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))]
}
