import { ageInMonths, fromDayNumber, toDayNumber, type Day } from '@junheng/kernel'
import { curve } from '../random/curve.ts'
import { keyOf } from '../random/mix.ts'
import { Random } from '../random/random.ts'

/** What is known of a child before facts are drawn for it. */
export interface ChildBasis {
  readonly birthDate: Day
  readonly birthOrder: number | null
  readonly babiesInBirth: number
  readonly registrationRegion: number
  readonly adopted: boolean
  readonly disabled: boolean
  /** Lives in the household; of one who does not only the birth is told. */
  readonly here: boolean
}

export interface ChildPlace {
  readonly region: number
  readonly on: Day
  readonly key: number
  /** Ages of the family's other children, whole years. */
  readonly siblings: readonly number[]
}

/** Height in centimetres by age in months, both sexes: rough growth curves. */
const heights = [
  [0, 50],
  [6, 67],
  [12, 76],
  [24, 88],
  [36, 97],
  [60, 111],
  [84, 124],
  [120, 142],
  [144, 153],
  [180, 165],
  [216, 168],
] as const

/** Of all children; and months from which none of the facts about care and school holds any more. */
const birthDefects = 0.012
const grown = 216
const pastSchool = { nursery: { enrolled: false }, kindergarten: { enrolled: false }, inSchool: false }

type Json = Readonly<Record<string, unknown>>

/** The row of a child in a situation: the facts of the national dictionary, without those nobody would know of it. */
export function childFacts(child: ChildBasis, { region, on, key, siblings }: ChildPlace): Json {
  const [birth, today] = [toDayNumber(child.birthDate), toDayNumber(on)]
  const months = ageInMonths(birth, today)
  const basis = {
    birthDate: child.birthDate,
    ...(child.birthOrder === null ? {} : { birthOrder: child.birthOrder }),
    chineseNational: true,
  }
  const random = new Random(keyOf(key, birth, child.birthOrder ?? 0))
  if (!child.here)
    return { ...basis, adopted: false, birthDefect: random.chance(birthDefects), ...(months < grown ? {} : pastSchool) }
  const born = months >= 0
  const insuredOn = birth + 5 + random.below(80)
  const facts = {
    ...basis,
    ...((child.birthOrder ?? 1) > 3 ? { furtherBirthAllowed: random.chance(0.5) } : {}),
    registrationRegion: child.registrationRegion,
    babiesInBirth: child.babiesInBirth,
    deliveredInInstitution: random.chance(0.998),
    deliveryRegion: child.registrationRegion,
    adopted: child.adopted,
    disabled: child.disabled,
    birthDefect: random.chance(birthDefects),
    withoutCarer: random.chance(0.0006),
    medicalInsuredOn: fromDayNumber(insuredOn),
    siblingInSameSchool: siblings.length > 0 && random.chance(0.4),
  }
  if (!born) return facts
  return { ...facts, delivery: drawDelivery(random), ...careFacts({ months, region, random }) }
}

function drawDelivery(random: Random): string {
  const draw = random.unit()
  return draw < 0.53 ? 'natural' : draw < 0.97 ? 'caesarean' : 'difficult'
}

/** Nursery, kindergarten, school and height. */
function careFacts({ months, region, random }: { months: number; region: number; random: Random }): Json {
  const inNursery = months >= 8 && months < 36 && random.chance(0.09)
  const inKindergarten = months >= 36 && months < 78 && random.chance(0.9)
  const nursery = inNursery ? { enrolled: true, filed: random.chance(0.8), region } : { enrolled: false }
  const draw = random.unit()
  const kind = draw < 0.55 ? 'public' : draw < 0.88 ? 'inclusive-private' : 'other'
  return {
    nursery,
    kindergarten: inKindergarten ? { enrolled: true, kind, region } : { enrolled: false },
    inSchool: months >= 76 && months < 185,
    ...(months < 216 ? { heightCm: Math.round(curve(heights, months) * (0.94 + 0.12 * random.unit())) } : {}),
  }
}
