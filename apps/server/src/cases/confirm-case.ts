import { askedFields, type Problem, type WrittenFacts } from '@junheng/casework'
import { findTwinFacts } from '../births/twin-facts.ts'
import { withAccess, type Access } from '../register/access.ts'
import { decideAndRecord, type CaseOutcome } from './act-on-case.ts'
import { findCase, type KeptCase } from './case-rows.ts'
import { chineseDay, type Casework } from './casework.ts'
import { belongsToClaims } from './claim-cases.ts'
import { formVersion } from './form-version.ts'
import { againAfterCollision } from '../register/at-the-same-moment.ts'

export type Confirmed =
  | (Extract<CaseOutcome, { ok: true }> & { readonly typed: number })
  | Extract<CaseOutcome, { ok: false }>
  | { readonly ok: false; readonly why: 'form-outdated' }

/**
 * The family's word that an offer is right, with what only they know. A form that has changed since it was shown is not
 * taken: they would confirm what they did not read. `typed`: how many fields they filled in or changed.
 */
export function confirmCase(
  casework: Casework,
  {
    access,
    caseId,
    id,
    form,
    facts,
    person,
    now,
  }: {
    readonly access: Access
    readonly caseId: string
    readonly id: string
    readonly form: string
    readonly facts: WrittenFacts
    readonly person: string
    readonly now: Temporal.Instant
  },
): Promise<Confirmed> {
  return againAfterCollision(() =>
    withAccess(casework.register, { access, births: true }, async (tx): Promise<Confirmed> => {
      const kept = await findCase(tx, casework, { region: access.region, caseId, lock: true })
      if (kept === undefined) return { ok: false, why: 'unknown-case', problems: [] }
      const elsewhere = belongsToClaims(kept.procedure, { kind: 'confirm' })
      if (elsewhere !== null) return { ok: false, why: 'refused', problems: [elsewhere] }
      const earlier = kept.state.actions.find((one) => one.id === id)
      if (earlier === undefined && form !== formVersion(kept.procedure)) return { ok: false, why: 'form-outdated' }
      const foreign = findForeign(kept, facts)
      if (foreign.length > 0) return { ok: false, why: 'refused', problems: foreign }
      // What was said of a twin is shown filled in; who confirms the page confirms it too.
      const taken = earlier === undefined ? await findTwinFacts(tx, casework, kept) : takenBefore(kept, earlier)
      const said = { ...taken, ...facts }
      const action = { kind: 'confirm', id, on: chineseDay(now), by: { unit: 'family', person }, facts: said } as const
      const outcome = await decideAndRecord(tx, casework, { access, caseId, action, now, kept })
      return outcome.ok ? { ...outcome, typed: Object.keys(facts).length } : outcome
    }),
  )
}

/** What a confirmation that is sent again had taken over from a twin. */
function takenBefore({ procedure }: KeptCase, earlier: KeptCase['state']['actions'][number]): WrittenFacts {
  const facts = 'facts' in earlier ? earlier.facts : {}
  return Object.fromEntries(
    procedure.form.flatMap(({ name, once }) => {
      const value = facts[name]
      return once && value !== undefined ? [[name, value]] : []
    }),
  )
}

/** Fields that the form does not ask: a family cannot say what a department finds. */
function findForeign({ procedure, state }: KeptCase, facts: WrittenFacts): readonly Problem[] {
  const asked = new Set(
    askedFields(procedure, { ...state.facts, ...facts }, state.openedOn ?? 0).map(({ name }) => name),
  )
  return Object.keys(facts)
    .filter((name) => !asked.has(name))
    .map((name) => ({
      path: `facts.${name}`,
      code: 'not-asked',
      message: { zh: '这张表不问这一项', en: 'The form does not ask this' },
    }))
}
