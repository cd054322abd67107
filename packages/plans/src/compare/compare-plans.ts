import type { Measure, MeasureFigure } from './measures.ts'
import { topicsOf } from './topics.ts'

/** Two measures that are about the same, or one that the other plan lacks. */
export interface MeasurePair {
  readonly a: Measure | null
  readonly b: Measure | null
  /** 0 to 1; 0 where one side is missing. */
  readonly likeness: number
  readonly figures: readonly FigurePair[]
}

/** A number on both sides or on one. `same` = both say the same. */
export interface FigurePair {
  readonly name: string
  readonly a: string | null
  readonly b: string | null
  readonly same: boolean
}

/** Below this two measures are not about the same. */
const leastLikeness = 0.34

/** Aligns two plans measure by measure, in the order of `a`, what only `b` has behind. */
export function comparePlans(a: readonly Measure[], b: readonly Measure[]): readonly MeasurePair[] {
  const [profilesA, profilesB] = [a.map(profileOf), b.map(profileOf)]
  const candidates = profilesA
    .flatMap((one, i) => profilesB.map((other, j) => ({ i, j, likeness: likenessOf(one, other) })))
    .filter(({ likeness }) => likeness >= leastLikeness)
    .toSorted((x, y) => y.likeness - x.likeness || x.i - y.i || x.j - y.j)
  const partner = new Map<number, { readonly j: number; readonly likeness: number }>()
  const taken = new Set<number>()
  for (const { i, j, likeness } of candidates) {
    if (partner.has(i) || taken.has(j)) continue
    partner.set(i, { j, likeness })
    taken.add(j)
  }
  const pairs = a.map((measure, i): MeasurePair => {
    const found = partner.get(i)
    const other = found ? (b[found.j] ?? null) : null
    return {
      a: measure,
      b: other,
      likeness: found?.likeness ?? 0,
      figures: pairFigures(measure.figures, other?.figures ?? []),
    }
  })
  const rest = b.flatMap((measure, j): MeasurePair[] =>
    taken.has(j) ? [] : [{ a: null, b: measure, likeness: 0, figures: pairFigures([], measure.figures) }],
  )
  return [...pairs, ...rest]
}

interface Profile {
  readonly heading: ReadonlySet<string>
  readonly topics: ReadonlySet<string>
  readonly ownTopics: ReadonlySet<string>
}

function profileOf({ heading, words }: Measure): Profile {
  return { heading: bigrams(heading), ownTopics: topicsOf(heading), topics: topicsOf(`${heading} ${words}`) }
}

/** Words weigh most, then what the heading is about, then what the whole measure is about. */
function likenessOf(a: Profile, b: Profile): number {
  return 0.5 * dice(a.heading, b.heading) + 0.3 * dice(a.ownTopics, b.ownTopics) + 0.2 * dice(a.topics, b.topics)
}

function bigrams(text: string): ReadonlySet<string> {
  const plain = text
    .replace(/[^\p{Script=Han}\d]/gu, '')
    .replace(
      /加强|完善|推进|建立|健全|促进|提升|提高|落实|大力|积极|全面|进一步|优化|服务|体系|机制|政策|措施|制度|工作|建设|水平|的/g,
      '',
    )
  return new Set(Array.from({ length: Math.max(0, plain.length - 1) }, (_, i) => plain.slice(i, i + 2)))
}

/** Share of what two sets have in common; 0 where either is empty. */
function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  let common = 0
  for (const one of a) if (b.has(one)) common += 1
  return (2 * common) / (a.size + b.size)
}

/** Pairs the numbers of two measures by the likeness of their names within a kind. */
function pairFigures(a: readonly MeasureFigure[], b: readonly MeasureFigure[]): readonly FigurePair[] {
  const rest = [...b]
  const pairs = a.map((figure): FigurePair => {
    const grams = bigrams(figure.name)
    const ranked = rest
      .map((other, at) => ({ other, at, likeness: other.kind === figure.kind ? dice(grams, bigrams(other.name)) : 0 }))
      .toSorted((x, y) => y.likeness - x.likeness)
    const [best] = ranked
    if (!best || best.likeness < 0.4) return { name: figure.name, a: figure.text, b: null, same: false }
    rest.splice(best.at, 1)
    return { name: figure.name, a: figure.text, b: best.other.text, same: figure.text === best.other.text }
  })
  return [...pairs, ...rest.map((figure): FigurePair => ({ name: figure.name, a: null, b: figure.text, same: false }))]
}
