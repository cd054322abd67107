import {
  fieldsRead,
  type Clock,
  type FormField,
  type Item,
  type Need,
  type Procedure,
  type SourceRef,
} from '@junheng/casework'
import { findPurpose } from '@junheng/register'
import { factsOf, parametersOf, tablesOf, type Expr, type Text } from '@junheng/rules'
import type { ClockFormat, ItemChangeFormat, ProcedureFormat } from '../format/procedure-format.ts'
import type { Path } from '../source/source-file.ts'
import type { ProblemSink } from '../resolve/problem-sink.ts'
import type { SourceCheck } from '../resolve/source-check.ts'
import type { ComposedVersion, Layered } from './compose-versions.ts'
import type { ProcedureVocabulary } from './procedure-vocabulary.ts'

export interface VersionContext {
  readonly vocabulary: ProcedureVocabulary
  readonly sources: SourceCheck
  readonly sink: ProblemSink
  /** Region of the place. */
  readonly here: number
}

/** One version as casework reads it; what cannot be read is reported where it stands. */
export function resolveVersion(version: ComposedVersion, context: VersionContext): Procedure {
  const { base, amendments, inForce } = version
  const { vocabulary, sources, sink, here } = context
  const { data } = base
  const table = [...vocabulary.tables.values()].find(({ row }) => row === data.subject)?.name ?? null
  if (table === null && data.subject !== 'household') {
    const message = {
      zh: `没有“${data.subject}”这种事主；可用：household、${[...vocabulary.tables.values()].map(({ row }) => row).join('、')}`,
      en: `there is no subject "${data.subject}"; known: household, ${[...vocabulary.tables.values()].map(({ row }) => row).join(', ')}`,
    }
    sink.report(base, { path: ['subject'], code: 'unknown-subject', message })
  }
  for (const item of [base, ...amendments]) sources.check(item, ['source'], item.data.source)
  if (data.withdrawal !== null) sources.check(base, ['withdrawal', 'source'], data.withdrawal.source)
  if (data.objection !== null) sources.check(base, ['objection', 'source'], data.objection.source)
  const reading = { ...context, table }
  const form = version.form.map((field) => resolveField(field, reading))
  const items = version.items.flatMap((item) => resolveItem(item, reading))
  const speaks =
    data.guardian === null ? null : readWhen({ item: base, path: ['guardian'] }, data.guardian.when, reading)
  const guardian =
    data.guardian === null || speaks === null
      ? null
      : { unit: data.guardian.unit, when: speaks.expr, whenText: speaks.text }
  const last = amendments.at(-1)
  const label = amendments.findLast((item) => item.data.label !== undefined)?.data.label
  const openedBy = amendments.findLast((item) => item.data.openedBy !== undefined)?.data.openedBy
  const official = amendments.findLast((item) => item.data.official !== undefined)?.data.official
  const note = amendments.findLast((item) => item.data.note !== undefined)?.data.note
  const clocks = items.flatMap((item) => item.clocks)
  const conditions = [...form, ...items, ...clocks, ...(guardian === null ? [] : [guardian])]
  const expressions = conditions.flatMap(({ when }) => (when === null ? [] : [when]))
  const { fields, derived } = namesOf(
    { form, items, expressions, datedBy: data.datedBy, uniqueBy: data.uniqueBy },
    vocabulary,
  )
  return {
    id: data.id,
    pack: base.pack,
    amendedBy: amendments.map(({ pack }) => pack),
    here,
    label: label ?? data.label,
    official: official ?? data.official,
    subject: data.subject,
    table,
    purpose: purposeOf(data.purpose),
    source: last?.data.source ?? data.source,
    confidence: last?.data.confidence ?? data.confidence ?? 'confirmed',
    inForce,
    datedBy: data.datedBy,
    lead: data.lead,
    openedBy: openedBy ?? data.openedBy,
    guardian,
    uniqueBy: data.uniqueBy,
    form,
    items,
    pauses: version.pauses,
    stops: version.stops,
    withdrawal: data.withdrawal,
    objection: resolveObjection(data.objection),
    units: vocabulary.units,
    documents: sources.titles([
      last?.data.source.document ?? data.source.document,
      ...[data.withdrawal, data.objection].flatMap((part) => (part === null ? [] : [part.source.document])),
      ...items.flatMap(documentsOf),
    ]),
    fields,
    derived,
    note: note ?? data.note,
  }
}

function documentsOf({ source, clocks, refusals }: Item): readonly string[] {
  return [{ source }, ...clocks, ...refusals].map((part) => part.source.document)
}

type Reading = VersionContext & { readonly table: string | null }

function resolveField({ data, at }: Layered<ComposedVersion['form'][number]['data']>, reading: Reading): FormField {
  const when = readWhen(at('when'), data.when, reading)
  return {
    name: data.field,
    prefilledFrom: data.from ?? null,
    required: data.required ?? false,
    when: when?.expr ?? null,
    whenText: when?.text ?? null,
    fixedBy: data.fixedBy ?? null,
    once: data.once ?? false,
  }
}

function resolveItem({ data, at }: Layered<ItemChangeFormat>, reading: Reading): readonly Item[] {
  const { sources, sink } = reading
  const { id, label, unit, source } = data
  if (label === undefined || unit === undefined || source === undefined) {
    const { item, path } = at('id')
    const absent = [
      label === undefined ? 'label' : '',
      unit === undefined ? 'unit' : '',
      source === undefined ? 'source' : '',
    ]
    const names = absent.filter((name) => name !== '').join('、')
    const message = {
      zh: `“${id}”不在被改的流程里，新事项还缺 ${names}`,
      en: `"${id}" is not in the procedure amended; a new item also needs ${names.replaceAll('、', ', ')}`,
    }
    sink.report(item, { path: [...path, 'id'], code: 'missing-key', message })
    return []
  }
  const check = (key: string, inner: Path, found: SourceRef): void => {
    const { item, path } = at(key)
    sources.check(item, [...path, ...inner], found)
  }
  check('source', ['source'], source)
  const confidence = data.confidence ?? 'confirmed'
  data.clocks?.forEach((clock, index) => {
    if (clock.source !== undefined) check('clocks', ['clocks', index, 'source'], clock.source)
  })
  data.refusals?.forEach((ground, index) => {
    if (ground.source !== undefined) check('refusals', ['refusals', index, 'source'], ground.source)
  })
  data.sends?.forEach((sent, index) => {
    if (typeof sent !== 'string') check('sends', ['sends', index, 'source'], sent.source)
  })
  const when = readWhen(at('when'), data.when, reading)
  return [
    {
      id,
      label,
      unit,
      source,
      confidence,
      needs: (data.needs ?? []).map(resolveNeed),
      when: when?.expr ?? null,
      whenText: when?.text ?? null,
      whenWords: data.whenWords ?? null,
      awaits: data.awaits ?? 'confirm',
      starts: data.starts ?? 'itself',
      clocks: (data.clocks ?? []).map((clock, index) => ({
        ...resolveClock(clock, { source, confidence }),
        when: readWhen(inside(at('clocks'), ['clocks', index]), clock.when, reading)?.expr ?? null,
      })),
      sends: (data.sends ?? []).map((sent) => (typeof sent === 'string' ? { field: sent, source } : sent)),
      produces: data.produces ?? [],
      records: data.records ?? [],
      shows: data.shows ?? [],
      refusals: (data.refusals ?? []).map((ground) => ({ ...ground, source: ground.source ?? source })),
      stopsOn: data.stopsOn ?? [],
      onlyAfter: data.onlyAfter ?? [],
      note: data.note ?? null,
    },
  ]
}

/** The register's own list says what may be recorded for a purpose; for `casework` it is neither read nor written. */
function purposeOf(id: ProcedureFormat['purpose']): Procedure['purpose'] {
  return { id, categories: id === 'casework' ? [] : (findPurpose(id)?.categories ?? []) }
}

function resolveNeed(need: NonNullable<ItemChangeFormat['needs']>[number]): Need {
  if (typeof need === 'string') return { kind: 'item', item: need, outcome: 'done' }
  return 'fact' in need ? { kind: 'fact', fact: need.fact } : { kind: 'item', ...need }
}

const clockLabels: Readonly<Record<ClockFormat['binds'], Text>> = {
  unit: { zh: '办理期限', en: 'time to decide' },
  family: { zh: '家庭办理的期限', en: 'time for the family to act' },
}

/** The place of a part of an entry. */
function inside({ item, path }: ReturnType<Layered<unknown>['at']>, inner: Path) {
  return { item, path: [...path, ...inner] }
}

function resolveClock(clock: ClockFormat, from: Pick<Clock, 'source' | 'confidence'>): Omit<Clock, 'when'> {
  return {
    id: clock.id,
    label: clock.label ?? clockLabels[clock.binds],
    binds: clock.binds,
    limit: clock.limit,
    unit: clock.unit,
    from:
      clock.from === undefined
        ? null
        : typeof clock.from === 'string'
          ? { kind: 'action', action: clock.from }
          : { kind: 'fact', fact: clock.from.fact },
    until: clock.until,
    pauses: clock.pauses,
    warnBefore: clock.warnBefore,
    escalateTo: clock.escalateTo,
    source: clock.source ?? from.source,
    confidence: clock.confidence ?? from.confidence,
  }
}

function resolveObjection(objection: ComposedVersion['base']['data']['objection']): Procedure['objection'] {
  if (objection === null) return null
  const { within, by, decided, source } = objection
  const label = { zh: '异议答复期限', en: 'time to decide the objection' }
  if (decided === null) return { within, by, decided: null, source }
  const { limit, unit, warnBefore, escalateTo, confidence = 'confirmed' } = decided
  return {
    within,
    by,
    decided: { id: 'objection', label, limit, unit, pauses: [], warnBefore, escalateTo, source, confidence },
    source,
  }
}

function readWhen(
  { item, path }: ReturnType<Layered<unknown>['at']>,
  written: unknown,
  { vocabulary, sink, table }: Reading,
): { readonly text: string; readonly expr: Expr } | null {
  if (written === undefined || written === null) return null
  const at = [...path, 'when']
  const read = vocabulary.reader.read(item, { path: at, row: table, expect: { kind: 'boolean' } })
  if (read === null) return null
  const dated = parametersOf(read.expr)
  const others = tablesOf(read.expr)
  if (dated.length === 0 && others.length === 0) return read
  const message = {
    zh: `办事流程的条件不能用参数，也不能查别的行（${[...dated, ...others].join('、')}）`,
    en: `a procedure’s condition reads neither parameters nor other rows (${[...dated, ...others].join(', ')})`,
  }
  sink.report(item, { path: at, code: 'not-of-the-case', message })
  return null
}

/** The fields a version names, and the definitions of the derived facts among them. */
function namesOf(
  options: Pick<Procedure, 'form' | 'items' | 'datedBy' | 'uniqueBy'> & { readonly expressions: readonly Expr[] },
  { fields, derived }: ProcedureVocabulary,
): Pick<Procedure, 'fields' | 'derived'> {
  const { form, items, expressions, datedBy, uniqueBy } = options
  const names = new Set<string>()
  const definitions: Record<string, Expr> = {}
  const visit = (name: string): void => {
    if (names.has(name)) return
    names.add(name)
    const definition = derived.get(name)
    if (definition === undefined) return
    definitions[name] = definition
    factsOf(definition).forEach(visit)
  }
  expressions.flatMap(factsOf).forEach(visit)
  const clockFacts = items.flatMap(({ clocks }) =>
    clocks.flatMap(({ from }) => (from?.kind === 'fact' ? [from.fact] : [])),
  )
  const needFacts = items.flatMap(({ needs }) => needs.flatMap((need) => (need.kind === 'fact' ? [need.fact] : [])))
  for (const name of [
    ...form.map((field) => field.name),
    ...items.flatMap(({ produces }) => produces),
    ...items.flatMap(({ sends }) => sends.map(({ field }) => field)),
    ...items.flatMap(({ records }) => records.flatMap((record) => fieldsRead(record).map(({ field }) => field))),
    ...clockFacts,
    ...needFacts,
  ])
    visit(name)
  if (datedBy !== null) visit(datedBy)
  uniqueBy.forEach(visit)
  return { fields: [...names].flatMap((name) => fields.get(name) ?? []), derived: definitions }
}
