import type { Day } from '@junheng/kernel'
import { believed, compare, type Belief } from './believed.ts'
import type { Fact, FactKind, Reference, ValidTime } from './fact.ts'

/** A number that must not be read by chance: found by its keyed hash (base64), kept encrypted beside its fact. */
export interface NumberOnFile {
  readonly fact: string
  readonly hash: string
  /** What may be shown to anyone who sees the person. */
  readonly masked: string
}

/** What is believed of a person now. */
export interface Person {
  readonly id: string
  readonly region: string
  readonly name: string
  readonly sex: string | null
  readonly birthDate: Day
  readonly deathDate: Day | null
  readonly ethnicity: string | null
  /** Township, nine digits; empty: not known. */
  readonly township: string
  /** Village or community, 12 digits; null: not known. */
  readonly village: string | null
  readonly identityNumber: NumberOnFile | null
  readonly phone: NumberOnFile | null
  readonly memberships: readonly Tie[]
  readonly relations: readonly Tie[]
}

export interface Household {
  readonly id: string
  readonly region: string
  readonly township: string
  readonly village: string | null
  readonly kind: string
  readonly address: string
}

/** A person's tie to a household or another person. */
export interface Tie {
  readonly fact: string
  readonly kind: FactKind
  /** Role in the household; the kind itself for relations. */
  readonly role: string
  readonly other: Reference
  readonly valid: ValidTime
}

/** The person of these facts (all of one subject); null where they tell of none. */
export function projectPerson(facts: readonly Fact[], at: string | null = null): Person | null {
  const known = believed(facts, at)
  const [name, born] = [latest(known, 'name'), latest(known, 'birth-date')]
  if (name === undefined || born === undefined) return null
  const residence = latest(known, 'residence')
  const tied = (kinds: readonly FactKind[]) => known.filter((fact) => kinds.includes(fact.kind)).flatMap(tieOf)
  return {
    id: name.subject,
    region: name.region,
    name: name.value['name'] ?? '',
    sex: latest(known, 'sex')?.value['sex'] ?? null,
    birthDate: born.value['day'] as Day,
    deathDate: latest(known, 'death')?.valid.from ?? null,
    ethnicity: latest(known, 'ethnicity')?.value['ethnicity'] ?? null,
    township: residence?.value['township'] ?? '',
    village: residence?.value['village'] ?? null,
    identityNumber: numberOf(latest(known, 'identity-number')),
    phone: numberOf(latest(known, 'phone')),
    memberships: tied(['membership']),
    relations: tied(['mother', 'father', 'guardian', 'spouse']),
  }
}

/** The household of these facts; null where they tell of none. */
export function projectHousehold(facts: readonly Fact[], at: string | null = null): Household | null {
  const fact = latest(believed(facts, at), 'household')
  if (fact === undefined) return null
  const { township, village, kind, address } = fact.value
  return {
    id: fact.subject,
    region: fact.region,
    township: township ?? '',
    village: village ?? null,
    kind: kind ?? 'family',
    address: address ?? '',
  }
}

/** The belief whose time begins last (then the one recorded last), unless that time is over. */
function latest(known: readonly Belief[], kind: FactKind): Belief | undefined {
  const best = known
    .filter((fact) => fact.kind === kind)
    .reduce<Belief | undefined>(
      (best, fact) => (best === undefined || compare(fact.valid.from, best.valid.from) >= 0 ? fact : best),
      undefined,
    )
  return best?.valid.to === null ? best : undefined
}

function tieOf({ id, kind, object, value, valid }: Belief): readonly Tie[] {
  return object === null ? [] : [{ fact: id, kind, role: value['role'] ?? kind, other: object, valid }]
}

function numberOf(fact: Belief | undefined): NumberOnFile | null {
  if (fact === undefined) return null
  const { hash, masked } = fact.value
  return hash && masked ? { fact: fact.id, hash, masked } : null
}
