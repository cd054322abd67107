import {
  askedFields,
  caseStatus,
  caseStatusWords,
  clocksOf,
  clockWords,
  confidenceWords,
  family,
  familySide,
  itemStatusWords,
  limitWords,
  missingFields,
  needWords,
  unitLabel,
  whatNow,
  type Procedure,
  type WrittenFacts,
} from '@junheng/casework'
import { fromDayNumber, parseDayNumber } from '@junheng/kernel'
import { factsSeenBy } from '../departments/facts-for.ts'
import type { KeptCase, RecordedAction } from './case-rows.ts'
import type { Casework } from './casework.ts'
import type { Contact } from './find-contact.ts'
import { formVersion } from './form-version.ts'
import { lossOf } from './loss.ts'
import type { WhoHasIt } from './who-has-it.ts'

export interface PageParts {
  readonly kept: KeptCase
  readonly actions: readonly RecordedAction[]
  readonly deliveries: readonly DeliveryLine[]
  readonly documents: readonly DocumentLine[]
  readonly on: string
  /** The unit that looks: the lead and the family see every value, others what their item needs. */
  readonly viewer: string
  /** Who of the family's own township answers for it. */
  readonly contact: Contact | null
  readonly whoHasIt: WhoHasIt
}

export interface DeliveryLine extends Record<string, unknown> {
  readonly id: string
  readonly item: string
  readonly department: string
  readonly kind: string
  readonly state: string
  readonly attempts: number
  readonly last_error: string | null
}

export interface DocumentLine extends Record<string, unknown> {
  readonly id: string
  readonly item: string | null
  readonly paper: string | null
  readonly type: string
  readonly bytes: number
  readonly sha256: string
  readonly uploaded_at: string
}

/** A case as one page shows it: how it stands, what each item needs and by which law, who has it, what was done. */
export function casePage(casework: Pick<Casework, 'calendar'>, parts: PageParts) {
  const { kept, on, viewer } = parts
  const { row, state, procedure } = kept
  const day = { calendar: casework.calendar, on: parseDayNumber(on) ?? 0 }
  const status = caseStatus(state)
  return {
    id: row.id,
    number: row.number,
    procedure: {
      id: procedure.id,
      label: procedure.label,
      from: row.version_from,
      source: cited(procedure, procedure.source),
    },
    status,
    statusWords: caseStatusWords[status],
    openedOn: row.opened_on,
    endedOn: row.ended_on,
    lead: { unit: procedure.lead, label: unitLabel(procedure, procedure.lead) },
    viewer,
    pauses: procedure.pauses,
    stops: procedure.stops.map((stop) => ({ ...stop, noted: state.stops.some(({ reason }) => reason === stop.id) })),
    loss: lossOf(state),
    contact: parts.contact,
    form: formOf(kept, seenFacts(procedure, state, viewer)),
    items: itemsOf(casework, parts),
    waiting: whatNow(procedure, state, day).map((one) => ({ ...one, whoLabel: unitLabel(procedure, one.who) })),
    objections: state.objections.map(({ on: made, decision, ...rest }) => ({
      ...rest,
      on: fromDayNumber(made),
      decision: decision === null ? null : { ...decision, on: fromDayNumber(decision.on) },
    })),
    mayObject: procedure.objection !== null,
    objecting: objectingOf(procedure),
    mayWithdraw: procedure.withdrawal !== null && row.ended_on === null,
    documents: parts.documents.map(({ uploaded_at: uploadedAt, ...rest }) => ({ ...rest, uploadedAt })),
    history: parts.actions.map(({ action, recordedAt }) => ({
      id: action.id,
      kind: action.kind,
      item: 'item' in action ? action.item : null,
      on: action.on,
      recordedAt,
      unit: action.by.unit,
      unitLabel: unitLabel(procedure, action.by.unit),
      person: action.by.person,
      words: 'words' in action ? action.words : null,
    })),
  }
}

/** Values that a unit may see on the page. */
function seenFacts(procedure: Procedure, state: KeptCase['state'], viewer: string): WrittenFacts {
  const { facts } = state
  if ([family, procedure.lead, familySide(procedure, state)].includes(viewer)) return facts
  return factsSeenBy(viewer, { procedure, facts })
}

function formOf({ procedure, state }: KeptCase, facts: WrittenFacts) {
  const asked = askedFields(procedure, state.facts, state.openedOn ?? 0)
  const missing = new Set(missingFields(procedure, state).map(({ name }) => name))
  const field = (name: string) => procedure.fields.find((one) => one.name === name)
  return {
    version: formVersion(procedure),
    fields: asked.map(({ name, prefilledFrom, required, fixedBy }) => {
      const { label, type, codes } = field(name) ?? { label: { zh: name, en: name }, type: { kind: 'text' }, codes: [] }
      return {
        name,
        label,
        type,
        codes,
        required,
        prefilledFrom,
        fixedBy,
        value: facts[name] ?? null,
        known: state.facts[name] !== undefined,
        // What should have been known and is not: then the family is asked all the same.
        toType: missing.has(name) && (prefilledFrom === null || required),
      }
    }),
  }
}

function itemsOf(casework: Pick<Casework, 'calendar'>, { kept, deliveries, on, viewer, whoHasIt }: PageParts) {
  const { procedure, state } = kept
  const clocks = clocksOf(procedure, state, { calendar: casework.calendar, on: parseDayNumber(on) ?? 0 })
  return procedure.items.flatMap((item) => {
    const own = state.items[item.id]
    if (own === undefined) return []
    const seen = seenFacts(procedure, state, viewer)
    return [
      {
        id: item.id,
        label: item.label,
        unit: item.unit,
        unitLabel: unitLabel(procedure, item.unit),
        office: whoHasIt.office(own.office ?? state.office),
        // Who of the office is its own affair; the family has one person to turn to.
        officer: viewer === 'family' ? null : whoHasIt.officer(own.officer),
        status: own.status,
        statusWords: itemStatusWords[own.status],
        needs: item.needs.map((need) => needWords(procedure, need)),
        source: cited(procedure, item.source),
        confidence: confidenceWords(item.confidence),
        shows: item.shows.map((shown) => ({ ...shown, shown: own.shown[shown.id] ?? null })),
        refusals: item.refusals.map((ground) => ({ ...ground, source: cited(procedure, ground.source) })),
        produces: item.produces.map((name) => ({
          name,
          label: procedure.fields.find((field) => field.name === name)?.label ?? { zh: name, en: name },
          type: procedure.fields.find((field) => field.name === name)?.type ?? { kind: 'text' },
          value: seen[name] ?? null,
        })),
        answer: own.answer === null ? null : { ...own.answer, on: fromDayNumber(own.answer.on) },
        asked: own.askings.findLast(({ to }) => to === null)?.words ?? null,
        clocks: clocks
          .filter((clock) => clock.item === item.id)
          .map((clock) => {
            const declared = item.clocks.find(({ id }) => id === clock.clock)
            return {
              ...clock,
              words: declared === undefined ? null : clockWords(procedure, declared),
              source: cited(procedure, declared?.source ?? procedure.objection?.source ?? item.source),
            }
          }),
        deliveries: deliveries
          .filter((delivery) => delivery.item === item.id)
          .map(({ last_error: lastError, ...rest }) => ({ ...rest, lastError })),
        note: item.note,
      },
    ]
  })
}

/** A clause with the title of its law: an article's number alone says nothing. */
function cited({ documents }: Procedure, source: Procedure['source']) {
  return { ...source, title: documents[source.document] ?? null }
}

/** Who decides an objection, within what, by which clause; null: the procedure takes none. */
function objectingOf(procedure: Procedure) {
  const { objection } = procedure
  if (objection === null) return null
  const { by, within, decided, source } = objection
  return {
    byLabel: unitLabel(procedure, by),
    within: within === null ? null : limitWords(within),
    decided: decided === null ? null : limitWords(decided),
    source: cited(procedure, source),
  }
}
