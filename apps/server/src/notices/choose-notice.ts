import { caseStatus, family, whatNow, type Waiting } from '@junheng/casework'
import { parseDayNumber } from '@junheng/kernel'
import { birthProcedureId } from '../births/birth-procedure-id.ts'
import type { KeptCase } from '../cases/case-rows.ts'
import type { Casework } from '../cases/casework.ts'
import { isClaim } from '../cases/claim-cases.ts'
import type { About, Matter, Told } from './notice-words.ts'

/** A message of the outbox that may concern a family. */
export type Cause =
  | { readonly topic: 'case'; readonly steps: readonly { readonly kind: string; readonly item: string | null }[] }
  | { readonly topic: 'clock'; readonly until: string }
  | { readonly topic: 'claim' }

/**
 * What a family is to be told because of a message, as the case stands on a day (ISO); null: nothing, or nothing that is
 * still so. Pure. Where a unit speaks for a child without family nobody is told.
 */
export function chooseNotice(
  { calendar }: Pick<Casework, 'calendar'>,
  { kept, cause, on }: { readonly kept: KeptCase; readonly cause: Cause; readonly on: string },
): Told | null {
  const { procedure, state } = kept
  const matter = matterOf(kept)
  if (cause.topic === 'claim') return { about: 'pay-back', matter, until: null }
  const theirs = whatNow(procedure, state, { calendar, on: parseDayNumber(on) ?? 0 }).filter(
    ({ who }) => who === family,
  )
  if (cause.topic === 'clock') {
    const { until } = cause
    if (!theirs.some((one) => one.until === until)) return null
    return { about: until < on ? 'clock-ended' : 'clock-soon', matter, until }
  }
  const about = afterSteps(kept, { cause, theirs, matter })
  return about === null ? null : { about, matter, until: null }
}

function afterSteps(
  { state }: KeptCase,
  {
    cause: { steps },
    theirs,
    matter,
  }: {
    readonly cause: Extract<Cause, { topic: 'case' }>
    readonly theirs: readonly Waiting[]
    readonly matter: Matter
  },
): About | null {
  const did = (kind: string) => steps.some((step) => step.kind === kind)
  const itemsIn = (status: string) =>
    steps.some(({ kind, item }) => kind === 'answer' && item !== null && state.items[item]?.status === status)
  if (itemsIn('refused')) return 'refused'
  if (did('ask-for-more') || did('answer')) {
    const asked = steps.some(({ item }) => theirs.some((one) => one.what === 'bring' && one.item === item))
    if (asked) return 'asked'
  }
  // Whoever opened it themselves has it before them already.
  const own = state.actions[0]?.by.unit === family
  if (did('open') && !own && theirs.some(({ what }) => what === 'confirm')) return 'offer'
  if (!did('answer')) return null
  // A claim is done for its family when the money is there.
  if (matter === 'claim') return steps.some(({ item }) => item === 'payment') && itemsIn('done') ? 'paid' : null
  return ['completed', 'partly'].includes(caseStatus(state)) ? 'done' : null
}

function matterOf({ procedure, state }: KeptCase): Matter {
  if (isClaim(procedure)) return 'claim'
  return procedure.id === birthProcedureId && state.facts['child.origin'] !== 'adopted' ? 'birth' : 'other'
}
