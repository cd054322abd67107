import type { Outline } from '../outline.ts'
import type { Truth } from './truth.ts'

export const scoredKinds = [
  'head',
  'sections',
  'units',
  'targets',
  'benefits',
  'benefits without amount',
  'deadlines',
  'recurrent',
  'parents',
  'cites',
] as const
export type ScoredKind = (typeof scoredKinds)[number]

/** Counts of one kind. Precision = hits / found, recall = hits / expected, F1 their harmonic mean; 1 where nothing is. */
export interface Score {
  readonly kind: ScoredKind
  readonly hits: number
  readonly found: number
  readonly expected: number
  /** Expected and not found; found and not expected. */
  readonly missed: readonly string[]
  readonly extra: readonly string[]
}

export const precision = ({ hits, found }: Score): number => (found === 0 ? 1 : hits / found)
export const recall = ({ hits, expected }: Score): number => (expected === 0 ? 1 : hits / expected)
export function f1(score: Score): number {
  const [p, r] = [precision(score), recall(score)]
  return p + r === 0 ? 0 : (2 * p * r) / (p + r)
}

/**
 * Scores an outline against a truth. An item is a hit when all its parts agree: a section's path and heading; a unit's
 * section, role and name; a target's section, value, unit, comparator and year; a benefit's section, amount and unit;
 * a deadline's section and date; a recurrent duty's section and period.
 */
export function scoreOutline(outline: Outline, truth: Truth): readonly Score[] {
  const scores: Score[] = []
  const add = (kind: ScoredKind, found: readonly string[], expected: readonly string[] | undefined): void => {
    if (expected !== undefined) scores.push(count(kind, found, expected))
  }
  const head = headOf(truth)
  add('head', headOf(pick(outline, truth)), head.length > 0 ? head : undefined)
  add(
    'sections',
    outline.sections.map(({ path, heading }) => `${path} ${heading}`),
    truth.sections?.map(({ path, heading }) => `${path} ${heading}`),
  )
  add('units', unitsOf(outline.sections), truth.sections ? unitsOf(truth.sections) : undefined)
  add('targets', outline.targets.filter(numbered).map(targetKey), truth.targets?.filter(numbered).map(targetKey))
  const withAmount = <T extends { readonly amount: unknown }>(all: readonly T[]): readonly T[] =>
    all.filter(({ amount }) => amount !== null)
  add(
    'benefits',
    withAmount(outline.benefits).map(benefitKey),
    truth.benefits && withAmount(truth.benefits).map(benefitKey),
  )
  const bare = truth.benefits?.filter(({ amount }) => amount === null)
  add(
    'benefits without amount',
    outline.benefits.filter(({ amount }) => amount === null).map(({ section, type }) => `${section} ${type}`),
    bare && bare.length > 0 ? bare.map(({ section, type }) => `${section} ${type ?? ''}`) : undefined,
  )
  add(
    'deadlines',
    outline.deadlines.map(({ section, date }) => `${section} ${date}`),
    truth.deadlines?.map(({ section, date }) => `${section} ${date}`),
  )
  add(
    'recurrent',
    outline.recurrent.map(({ section, period }) => `${section} ${period}`),
    truth.recurrent?.map(({ section, period }) => `${section} ${period}`),
  )
  add(
    'parents',
    outline.parents.map(({ title, number }) => `${title} ${number ?? ''}`),
    truth.parents?.map(({ title, number }) => `${title} ${number ?? ''}`),
  )
  add(
    'cites',
    outline.cites.map(({ title }) => title),
    truth.cites?.map(({ title }) => title),
  )
  return scores
}

/** Scores of one kind over several documents, added up. */
export function addScores(scores: readonly Score[]): readonly Score[] {
  return scoredKinds.flatMap((kind) => {
    const own = scores.filter((score) => score.kind === kind)
    if (own.length === 0) return []
    const sum = (key: 'hits' | 'found' | 'expected'): number => own.reduce((total, score) => total + score[key], 0)
    return [
      {
        kind,
        hits: sum('hits'),
        found: sum('found'),
        expected: sum('expected'),
        missed: own.flatMap(({ missed }) => missed),
        extra: own.flatMap(({ extra }) => extra),
      },
    ]
  })
}

function count(kind: ScoredKind, found: readonly string[], expected: readonly string[]): Score {
  const rest = found.map(plain)
  const missed: string[] = []
  for (const want of expected.map(plain)) {
    const at = rest.indexOf(want)
    if (at < 0) missed.push(want)
    else rest.splice(at, 1)
  }
  return {
    kind,
    hits: expected.length - missed.length,
    found: found.length,
    expected: expected.length,
    missed,
    extra: rest,
  }
}

/** Half-width and full-width brackets, and spaces, are no difference. */
const plain = (text: string): string => text.replaceAll('（', '(').replaceAll('）', ')').replace(/\s+/g, ' ').trim()

const headFields = ['title', 'issuer', 'date', 'docNumber', 'region', 'level'] as const
type HeadLike = Partial<Record<(typeof headFields)[number], string | null | readonly string[]>>

function pick(outline: Outline, truth: Truth): HeadLike {
  return Object.fromEntries(headFields.filter((field) => field in truth).map((field) => [field, outline[field]]))
}

function headOf(head: HeadLike): readonly string[] {
  return headFields.flatMap((field) => {
    const value = head[field]
    return value === undefined
      ? []
      : [`${field} ${value === null ? '' : typeof value === 'string' ? value : value.join(' ')}`]
  })
}

function unitsOf(sections: NonNullable<Truth['sections']>): readonly string[] {
  return sections.flatMap(({ path, units }) =>
    (['lead', 'support', 'joint', 'implement'] as const).flatMap((role) =>
      (units?.[role] ?? []).map((unit) => `${path} ${role} ${unit}`),
    ),
  )
}

const numbered = ({ value }: { readonly value: unknown }): boolean => typeof value === 'number' || Array.isArray(value)

const targetKey = ({ section, value, unit, comparator, byYear }: NonNullable<Truth['targets']>[number]): string =>
  `${section} ${String(value)} ${unit ?? ''} ${comparator} ${byYear ?? ''}`

const benefitKey = ({ section, amount, unit }: NonNullable<Truth['benefits']>[number]): string =>
  `${section} ${String(amount)} ${(unit ?? '').replace(/[(（].*/, '')}`
