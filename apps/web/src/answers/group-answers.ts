import { type Answer, type BenefitKind, type FactInfo, isUnprompted } from '@junheng/entitlements'

export const groupIds = ['eligible', 'draft', 'incomplete', 'future', 'encouraged', 'past', 'ineligible'] as const
export type GroupId = (typeof groupIds)[number]

export interface GroupedAnswers {
  readonly groups: Readonly<Record<GroupId, readonly Answer[]>>
  /** Answers about situations the family has not opened: counted, never shown unasked. */
  readonly closed: readonly Answer[]
}

/** What a family looks for first: money, then time, then tax and homes, then services. */
const kindOrder: readonly BenefitKind[] = [
  'cash-periodic',
  'cash-once',
  'leave',
  'tax',
  'insurance',
  'loan',
  'discount',
  'priority',
  'service',
]

export interface GroupingContext {
  readonly facts: readonly FactInfo[]
  /** Topics the family has opened. */
  readonly topics: readonly string[]
  /** ISO day. */
  readonly on: string
  /** Kinds of people the family has said it has none of: nothing is said about them. */
  readonly absent: readonly string[]
}

/** Sorts the answers of one day into what the page shows apart. `on` is an ISO day. */
export function groupAnswers(
  answers: readonly Answer[],
  { facts, topics, on, absent }: GroupingContext,
): GroupedAnswers {
  const groups: Record<GroupId, Answer[]> = {
    eligible: [],
    draft: [],
    incomplete: [],
    future: [],
    encouraged: [],
    past: [],
    ineligible: [],
  }
  const closed: Answer[] = []
  for (const answer of answers) {
    if (absent.includes(answer.subject.type)) continue
    if (isClosed(answer, { facts, topics, absent })) closed.push(answer)
    else groups[groupOf(answer, on)].push(answer)
  }
  for (const id of groupIds) groups[id].sort((a, b) => rank(a) - rank(b) || (b.amount ?? 0) - (a.amount ?? 0))
  return { groups, closed }
}

/** The answers that may be asked about: all but those about situations the family has not opened or does not have. */
export function openAnswers(answers: readonly Answer[], { facts, topics, absent }: GroupingContext): readonly Answer[] {
  return answers.filter(
    (answer) => !absent.includes(answer.subject.type) && !isClosed(answer, { facts, topics, absent }),
  )
}

function groupOf(answer: Answer, on: string): GroupId {
  if (answer.status === 'incomplete') return 'incomplete'
  if (answer.status === 'eligible') {
    if (answer.force !== 'entitled') return 'encouraged'
    // What a draft promises is nobody's right until it is issued.
    if (answer.source.draft) return 'draft'
    // A leave is answered with its own days, which may lie ahead or be over although the right stands.
    if (answer.to !== null && answer.to <= on) return 'past'
    return answer.from !== null && answer.from > on ? 'future' : 'eligible'
  }
  if (findNext(answer, on) !== undefined || answer.missingSoon.length > 0) return 'future'
  return findLast(answer, on) === undefined ? 'ineligible' : 'past'
}

/** The next stretch in which it will be met, or undefined. */
export function findNext(answer: Answer, on: string) {
  return answer.periods.find((period) => period.status === 'eligible' && period.from !== null && period.from > on)
}

/** The last stretch in which it was met and which is over, or undefined. */
export function findLast(answer: Answer, on: string) {
  return answer.periods.findLast((period) => period.status === 'eligible' && period.to !== null && period.to <= on)
}

/** What concerns those who have a child or expect one, whoever the benefit is for. */
const parentTopics: readonly string[] = ['child', 'birth', 'leave', 'childcare', 'health', 'work', 'education']

function isClosed(answer: Answer, { facts, topics, absent }: Omit<GroupingContext, 'on'>): boolean {
  // Nobody who came for an old mother or for a nursery is told of contraception first.
  if (absent.includes('child') && answer.subject.type !== 'member' && parentTopics.includes(answer.topic)) {
    if (!isProvider(answer) && !topics.includes(answer.topic)) return true
  }
  if (isProvider(answer) && !topics.includes('provider')) return true
  return [...answer.missing, ...answer.missingSoon].some(({ fact }) => isUnprompted(fact, { place: { facts }, topics }))
}

function isProvider({ subject: { type } }: Answer): boolean {
  return type === 'institution' || type === 'worker' || type === 'firm'
}

/** Money first, services last. */
export function rank(answer: Answer): number {
  return kindOrder.indexOf(answer.kind)
}

/** Services and priorities without a figure: shown in short. */
export function isService(answer: Answer): boolean {
  return answer.kind === 'service' || answer.kind === 'priority'
}
