import { decide, subjectsOf, type Action, type Fact, type Problem, type ReadAction } from '@junheng/register'
import type { Transaction } from '../database/statements.ts'
import { changesOf, claimIdentityNumbers, loadVisible } from './changes.ts'
import { insertFacts, instantText } from './fact-rows.ts'
import { newId } from './new-id.ts'
import { writeProjections } from './projection.ts'
import { identityTaken } from './write-problems.ts'

/** What is wrong with the command of a place, counted from 0. */
export interface PlacedProblems {
  readonly at: number
  readonly problems: readonly Problem[]
}

export interface DecidedBatch {
  readonly ok: true
  /** All that the batch adds, and what was on file before about everyone it names. */
  readonly facts: readonly Fact[]
  readonly before: ReadonlyMap<string, readonly Fact[]>
  /** The command that gave each person an identity number. */
  readonly numberedAt: ReadonlyMap<string, number>
}

/** Decides commands one after the other, each knowing what those before it have added. */
export async function decideBatch(
  tx: Transaction,
  options: {
    readonly region: string
    readonly now: Temporal.Instant
    readonly actions: readonly (ReadAction & { readonly at: number })[]
  },
): Promise<DecidedBatch | { readonly ok: false; readonly problems: readonly PlacedProblems[] }> {
  const { region, now, actions } = options
  const readable = actions.flatMap((read): readonly { at: number; action: Action }[] => (read.ok ? [read] : []))
  const subjects = [...new Set(readable.flatMap(({ action }) => subjectsOf(action.command)))].sort()
  const before = await loadVisible(tx, { region, subjects })
  const known = new Map(before)
  const powers = { now: instantText(now.toString({ smallestUnit: 'microsecond' })), newId: () => newId(now) }
  const problems: PlacedProblems[] = actions.flatMap((read) => (read.ok ? [] : [read]))
  const facts: Fact[] = []
  const numberedAt = new Map<string, number>()
  for (const { at, action } of readable) {
    const decision = decide(action, { facts: known }, powers)
    if (!decision.ok) {
      problems.push({ at, problems: decision.problems })
      continue
    }
    for (const fact of decision.facts) {
      facts.push(fact)
      if (fact.kind === 'identity-number') numberedAt.set(fact.subject, at)
      known.set(fact.subject, [...(known.get(fact.subject) ?? []), fact])
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, facts, before, numberedAt }
}

/** Writes what was decided, a statement a table; returns whose identity number is another person's. */
export async function writeBatch(
  tx: Transaction,
  { region, decided }: { readonly region: string; readonly decided: DecidedBatch },
): Promise<readonly PlacedProblems[]> {
  const { facts, before, numberedAt } = decided
  const changes = changesOf(facts, before)
  const taken = await claimIdentityNumbers(tx, { region, changes })
  insertFacts(tx, facts)
  writeProjections(tx, { region, changes })
  return taken.map((subject) => ({ at: numberedAt.get(subject) ?? 0, problems: [identityTaken] }))
}
