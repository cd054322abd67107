import type { Benefit, CountMode, Force, Place } from '@junheng/entitlements'
import type { Day } from '@junheng/kernel'
import type { Text } from '@junheng/rules'
import { describeBenefit } from '../describe/describe-benefit.ts'
import { pairBenefits, type Pair } from './pair-benefits.ts'

/** Two places benefit by benefit. */
export interface PlaceComparison {
  readonly a: { readonly id: string; readonly name: Text }
  readonly b: { readonly id: string; readonly name: Text }
  /** The day whose parameter values are compared. */
  readonly on: Day
  readonly benefits: readonly BenefitComparison[]
  readonly totals: { readonly same: number; readonly different: number; readonly onlyA: number; readonly onlyB: number }
}

export interface BenefitComparison {
  readonly topic: string
  readonly state: 'same' | 'different' | 'only-a' | 'only-b'
  readonly matchedBy: Pair['matchedBy']
  readonly a: BenefitBrief | null
  readonly b: BenefitBrief | null
  /** What differs, said for a and for b. */
  readonly differences: readonly { readonly field: string; readonly a: Text; readonly b: Text }[]
}

export interface BenefitBrief {
  readonly id: string
  readonly label: Text
  readonly kind: Benefit['kind']
  readonly force: Benefit['force']
  readonly amount: Text | null
  readonly source: Benefit['source']
  /** True where its document is a draft: nobody has it yet. */
  readonly draft: boolean
}

/** Compares two resolved places on one day: what only one gives, and where amounts, conditions or dates differ. */
export function comparePlaces(a: Place, b: Place, { on }: { readonly on: Day }): PlaceComparison {
  const topics = [...a.topics, ...b.topics].map(({ id }) => id)
  const benefits = pairBenefits(a.benefits, b.benefits)
    .map((pair) => compareOne(pair, { a, b, on }))
    .sort((x, y) => topics.indexOf(x.topic) - topics.indexOf(y.topic))
  const count = (state: string): number => benefits.filter((benefit) => benefit.state === state).length
  return {
    a: { id: a.id, name: a.name },
    b: { id: b.id, name: b.name },
    on,
    benefits,
    totals: { same: count('same'), different: count('different'), onlyA: count('only-a'), onlyB: count('only-b') },
  }
}

function compareOne(
  { a, b, matchedBy }: Pair,
  places: { readonly a: Place; readonly b: Place; readonly on: Day },
): BenefitComparison {
  const sideA = a === null ? null : side(places.a, a, places.on)
  const sideB = b === null ? null : side(places.b, b, places.on)
  const differences =
    sideA === null || sideB === null
      ? []
      : fields.flatMap((field) => {
          const [left, right] = [sideA.said[field], sideB.said[field]]
          return left.zh === right.zh && left.en === right.en ? [] : [{ field, a: left, b: right }]
        })
  const state = sideB === null ? 'only-a' : sideA === null ? 'only-b' : differences.length === 0 ? 'same' : 'different'
  return {
    topic: (a ?? b)?.topic ?? '',
    state,
    matchedBy,
    a: sideA?.brief ?? null,
    b: sideB?.brief ?? null,
    differences,
  }
}

const fields = ['force', 'amount', 'conditions', 'inForce', 'from', 'to', 'leave'] as const

const counts: Readonly<Record<CountMode, Text>> = {
  'calendar-days': { zh: '按自然日算，节假日也算', en: 'every calendar day counts' },
  'except-statutory-holidays': { zh: '法定节假日不算', en: 'statutory holidays do not count' },
  'working-days': { zh: '只算工作日', en: 'only working days count' },
}

const forces: Readonly<Record<Force, Text>> = {
  entitled: { zh: '应当给', en: 'a right' },
  encouraged: { zh: '鼓励', en: 'encouraged' },
  explored: { zh: '探索', en: 'being tried out' },
  discretionary: { zh: '可以给', en: 'may be given' },
  'by-consent': { zh: '须用人单位同意', en: "by the employer's consent" },
}

function inDraft({ zh, en }: Text): Text {
  return { zh: `${zh}（送审稿，还没有施行）`, en: `${en} (a draft, not in force)` }
}

interface Side {
  readonly brief: BenefitBrief
  readonly said: Readonly<Record<(typeof fields)[number], Text>>
}

function side(place: Place, benefit: Benefit, on: Day): Side {
  const { id, label, kind, force, source, inForce, leave } = benefit
  const { amount, conditions, from, to, draft } = describeBenefit(place, benefit, on)
  const nothing = { zh: '—', en: '—' }
  const plain = (text: string): Text => ({ zh: text, en: text })
  return {
    brief: { id, label, kind, force, amount, source, draft },
    said: {
      force: draft ? inDraft(forces[force]) : forces[force],
      amount: amount ?? nothing,
      conditions: {
        zh: conditions.map(({ sentence }) => sentence.zh).join('；') || '—',
        en: conditions.map(({ sentence }) => sentence.en).join('; ') || '—',
      },
      inForce: plain(`${inForce.from ?? ''}–${inForce.to ?? ''}`),
      from: from ?? nothing,
      to: to ?? nothing,
      leave: leave === null ? nothing : counts[leave.count],
    },
  }
}
