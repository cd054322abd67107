import type { Procedure } from '@junheng/casework'
import { factsOf } from '@junheng/rules'
import type { Benefit, FactInfo, Parameter, Place, SourceDocument } from '@junheng/entitlements'
import type { DocumentFormat } from '../format/manifest-format.ts'
import { BrokenNames } from '../load/broken-names.ts'
import type { Pack } from '../load/pack.ts'
import { isError, sortProblems, type Problem } from '../problem.ts'
import { procedureVocabulary } from '../procedures/procedure-vocabulary.ts'
import { resolveProcedures } from '../procedures/resolve-procedures.ts'
import { applyReplacements, type Resolved } from './apply-replacements.ts'
import { checkExclusions, checkParameterDates } from './check-benefit-links.ts'
import { findCycle } from './cycle.ts'
import { ExpressionReader } from './expression-reader.ts'
import { lineageOf } from './lineage.ts'
import { maternityDays } from './maternity-days.ts'
import { joinItems, mergeItems } from './merge-items.ts'
import { ProblemSink } from './problem-sink.ts'
import { resolveBenefit } from './resolve-benefit.ts'
import { resolveConditions } from './resolve-conditions.ts'
import { reportFactCycle, resolveFacts } from './resolve-facts.ts'
import { resolveParameters } from './resolve-parameters.ts'
import { checkSharedIds, resolvePlan } from './resolve-plan.ts'
import { resolveSchedules } from './resolve-schedules.ts'
import { SourceCheck } from './source-check.ts'
import { buildVocabulary, maternityDaysFact, type Vocabulary } from './vocabulary.ts'

/** A place that answers, or null with every reason why it cannot; warnings may stand beside a place. */
export interface ResolvedPlace {
  readonly place: Place | null
  /** Every version of the procedures of the place; empty where it has errors. Not in `Place`: a phone asks for one. */
  readonly procedures: readonly Procedure[]
  readonly problems: readonly Problem[]
}

/** Puts one pack together with all it inherits. Problems of the folders of its lineage are among the reasons. */
export function resolvePlace(packs: ReadonlyMap<string, Pack>, id: string): ResolvedPlace {
  const { draft, procedures, problems } = draftPlace(packs, id)
  const sound = !problems.some(isError)
  return { place: sound ? draft : null, procedures: sound ? procedures : [], problems }
}

/** The same, keeping a place with errors as far as it goes; `unresolved` names the benefits it lacks because of them. */
export function draftPlace(
  packs: ReadonlyMap<string, Pack>,
  id: string,
): {
  readonly draft: Place | null
  readonly procedures: readonly Procedure[]
  readonly unresolved: BrokenNames
  readonly problems: readonly Problem[]
} {
  const pack = packs.get(id)
  if (pack === undefined) return { draft: null, procedures: [], unresolved: new BrokenNames(), problems: [] }
  const sink = new ProblemSink()
  const lineage = lineageOf(packs, pack, sink) ?? []
  const inFolders = [pack, ...lineage].flatMap(({ problems }) => problems)
  const assembled = lineage.length === 0 ? null : assemble({ packs, pack, lineage, sink })
  const draft = assembled?.place ?? null
  const unresolved = BrokenNames.union(lineage.map(({ broken }) => broken))
  const resolved = new Set(draft?.benefits.map((benefit) => benefit.id))
  for (const { data } of lineage.flatMap(({ benefits }) => benefits))
    if (!resolved.has(data.id)) unresolved.add(data.id)
  return {
    draft,
    procedures: assembled?.procedures ?? [],
    unresolved,
    problems: sortProblems([...inFolders, ...sink.problems]),
  }
}

interface Assembly {
  readonly packs: ReadonlyMap<string, Pack>
  readonly pack: Pack
  readonly lineage: readonly Pack[]
  readonly sink: ProblemSink
}

function assemble({ packs, pack, lineage, sink }: Assembly): {
  readonly place: Place
  readonly procedures: readonly Procedure[]
} {
  const documentItems = joinItems({ lineage, sink, itemsOf: (from) => from.documents, idOf: (data) => data.id })
  const documents = new Map([...documentItems].map(([id, item]) => [id, readDocument(item.data)]))
  const vocabulary = buildVocabulary(lineage, sink)
  const broken = BrokenNames.union(lineage.map((from) => from.broken))
  const reader = new ExpressionReader({ dictionary: vocabulary.dictionary, sink, broken })
  const sources = new SourceCheck(lineage, documentItems, sink)
  const parameters = resolveParameters({ vocabulary, sources, sink })
  const conditions = resolveConditions({ lineage, reader, sources, sink })
  const context = { vocabulary, reader, sources, sink, documents, packs, conditions, broken }
  const items = mergeItems({ lineage, sink, itemsOf: (from) => from.benefits, idOf: (data) => data.id })
  const resolved = [...items.values()].flatMap((item): readonly Resolved[] => {
    const benefit = resolveBenefit(item, context)
    return benefit === null ? [] : [{ benefit, item }]
  })
  checkExclusions({ resolved, known: new Set(items.keys()), broken, sink })
  checkParameterDates({ resolved, parameters: vocabulary.parameters, sink })
  const benefits = keepKnownExclusions(applyReplacements(resolved, sink))
  const facts = withMaternityDays({
    facts: resolveFacts({ vocabulary, reader, sources, sink }),
    benefits,
    parameters,
    vocabulary,
  })
  const derived = new Map(facts.flatMap(({ name, is }) => (is === null ? [] : [[name, is] as const])))
  const cycle = findCycle(derived.keys(), (name) => {
    const is = derived.get(name)
    return is === undefined ? [] : factsOf(is)
  })
  if (cycle !== null) reportFactCycle({ cycle, facts: vocabulary.facts, fallback: pack.manifest, sink })
  const plan = resolvePlan({ pack, sources, sink })
  const procedures = resolveProcedures({
    lineage,
    vocabulary: procedureVocabulary({ lineage, vocabulary, facts, broken, sink }),
    sources,
    sink,
    broken,
    here: pack.region,
  })
  checkSharedIds({ pack, benefits, procedures, sink })
  const place: Place = {
    id: pack.id,
    region: pack.region,
    name: pack.manifest.data.name,
    lineage: lineage.map(({ id }) => id),
    documents: [...documents.values()],
    plan: pack.plan,
    facts,
    tables: [...vocabulary.tables.values()].map(({ data: { name, row, label } }) => ({ name, row, label })),
    codeLists: [...vocabulary.codeLists.values()].map(({ data: { name, codes } }) => ({ name, codes })),
    topics: [...vocabulary.topics.values()].map(({ data }) => ({ id: data.id, label: data.label })),
    parameters,
    benefits,
    ...plan,
    schedules: resolveSchedules({ lineage, sources, sink }),
    procedures: [...new Map(procedures.map(({ id, label }) => [id, { id, label }])).values()],
  }
  return { place, procedures }
}

function readDocument(data: DocumentFormat): SourceDocument {
  return {
    id: data.id,
    title: data.title,
    issuer: data.issuer,
    number: data.number,
    issued: data.issued,
    kind: data.kind,
    status: data.status,
    confidence: data.confidence,
    note: data.note,
  }
}

/** A benefit that an exception has wholly taken the place of can no longer exclude or be excluded. */
function keepKnownExclusions(benefits: readonly Benefit[]): readonly Benefit[] {
  const ids = new Set(benefits.map(({ id }) => id))
  return benefits.map((benefit) => ({ ...benefit, excludes: benefit.excludes.filter((id) => ids.has(id)) }))
}

function withMaternityDays(options: {
  readonly facts: readonly FactInfo[]
  readonly benefits: readonly Benefit[]
  readonly parameters: readonly Parameter[]
  readonly vocabulary: Vocabulary
}): readonly FactInfo[] {
  const { facts, benefits, parameters, vocabulary } = options
  const declared = vocabulary.dictionary.facts.get(maternityDaysFact)
  const segment = benefits.find(({ leave }) => leave?.chain === 'maternity')
  if (declared === undefined || segment === undefined || vocabulary.facts.has(maternityDaysFact)) return facts
  const { name, type, table, label } = declared
  const is = maternityDays(benefits, parameters)
  const days: FactInfo = {
    name,
    type,
    table,
    label,
    question: null,
    help: null,
    unit: '天',
    ask: 'derived',
    topic: segment.topic,
    is,
    min: 0,
    max: null,
  }
  return [...facts, days]
}
