import type { Problem, Written, WrittenFacts } from '@junheng/casework'
import { getDay } from '@junheng/kernel'
import type { StopEvent, Subject } from '@junheng/entitlements'
import type { KnownBirth, KnownFamily } from './known-family.ts'

/** Who says so. */
export type FactSource = 'register' | 'birth-case' | 'hospital' | 'stated'

export interface BuiltSituation {
  /** As a situation file has it: nested, days ISO. What nobody knows is not in it. */
  readonly input: Readonly<Record<string, unknown>>
  /** Facts of the subject and the household by full name, with who says so. */
  readonly facts: Readonly<Record<string, { readonly value: Written; readonly source: FactSource }>>
  /** Row of the subject in its table; null where there is one subject. */
  readonly index: number | null
  readonly stops: readonly StopEvent[]
  /** What was stated against what is known. */
  readonly problems: readonly Problem[]
}

/** Whom a benefit is for, and the table whose row they are. */
interface ForWhom {
  readonly benefit: { readonly subject: Subject }
  readonly table: string | null
}

type Known = Record<string, { readonly value: Written; readonly source: FactSource }>

/**
 * What the rules may know for one claim. The register and the birth case first; what the claim states fills gaps and is
 * refused where it contradicts them. A fact that nobody knows stays out: the rules then say what is missing. Pure.
 */
export function buildSituation({
  claimable,
  subject,
  region,
  family,
  birth,
  stated,
  tables = [],
}: {
  readonly claimable: ForWhom
  /** Of the place: a fact of another table's row, such as a parent's certificate for a child's reward, is of its one row. */
  readonly tables?: readonly { readonly name: string; readonly row: string }[]
  readonly subject: string
  /** County, six digits. */
  readonly region: string
  readonly family: KnownFamily
  readonly birth: KnownBirth | undefined
  readonly stated: WrittenFacts
}): BuiltSituation {
  const ofChild = claimable.benefit.subject === 'child'
  const rows = ofChild ? childRows({ subject, family, birth }) : []
  const index = ofChild ? rows.findIndex(({ id }) => id === subject) : claimable.table === null ? null : 0
  const facts: Known = { ...knownOfAdults(claimable, { family, subject }), ...(ofChild ? rows[index ?? 0]?.facts : {}) }
  if (ofChild && birth !== undefined) Object.assign(facts, knownOfBirth({ birth, region }))
  const problems: Problem[] = []
  for (const [name, value] of Object.entries(stated)) {
    const known = facts[name]
    if (known === undefined || mayBeHigher(name, { known: known.value, value }))
      facts[name] = { value, source: 'stated' }
    else if (known.value !== value) problems.push(contradicts(name, known.source))
  }
  return {
    input: nest({ claimable, facts, rows, index, tables }),
    facts,
    index,
    stops: stopsOf(family, birth),
    problems,
  }
}

interface ChildRow {
  readonly id: string
  readonly facts: Known
}

/** The mother's children by age. Their order is known only as far as every day of birth up to them is, and no two agree. */
function childRows({
  subject,
  family,
  birth,
}: {
  readonly subject: string
  readonly family: KnownFamily
  readonly birth: KnownBirth | undefined
}): readonly ChildRow[] {
  const said = birth?.facts['child.birthDate']
  const own = family.subject?.birthDate ?? (typeof said === 'string' ? said : null)
  const others = (family.children ?? []).filter(({ id }) => id !== subject)
  const all = [...others, { id: subject, birthDate: own }].toSorted((a, b) =>
    (a.birthDate ?? '9999') + a.id < (b.birthDate ?? '9999') + b.id ? -1 : 1,
  )
  const orderKnown =
    family.children !== null && family.otherBirths === 0 && all.every(({ birthDate }) => birthDate !== null)
  return all.map(({ id, birthDate }, at): ChildRow => {
    const twin = all.some((other) => other.id !== id && other.birthDate === birthDate)
    const facts: Known = {}
    const source = id === subject && family.subject === null ? 'birth-case' : 'register'
    if (birthDate !== null) facts['child.birthDate'] = { value: birthDate, source }
    if (orderKnown && !twin) facts['child.birthOrder'] = { value: at + 1, source: 'register' }
    return { id, facts }
  })
}

/**
 * What follows from the case of a birth. Born in China with a Chinese parent is Chinese (国籍法 art. 4); the place of a
 * birth is known where a hospital of this county told of it.
 */
function knownOfBirth({ birth, region }: { readonly birth: KnownBirth; readonly region: string }): Known {
  const { facts, bornHere, registeredHere } = birth
  const origin = facts['child.origin']
  const inside = origin === 'in-institution' ? true : origin === 'outside-institution' ? false : null
  const parents = facts['child.foreignParents']
  const chinese = inside !== null && (parents === 'none' || parents === 'one')
  const babies = facts['child.babiesInBirth']
  return {
    ...(inside === null
      ? {}
      : { 'child.deliveredInInstitution': { value: inside, source: bornHere ? 'hospital' : 'birth-case' } }),
    ...(inside === true && bornHere ? { 'child.deliveryRegion': { value: Number(region), source: 'hospital' } } : {}),
    ...(origin === 'adopted' ? { 'child.adopted': { value: true, source: 'birth-case' } } : {}),
    ...(chinese ? { 'child.chineseNational': { value: true, source: 'birth-case' } } : {}),
    ...(registeredHere ? { 'child.registrationRegion': { value: Number(region), source: 'birth-case' } } : {}),
    ...(typeof babies === 'number' ? { 'child.babiesInBirth': { value: babies, source: 'birth-case' } } : {}),
  }
}

/** Days of birth of the adults: the register is asked about nothing else of them. */
function knownOfAdults(
  { benefit }: ForWhom,
  { family, subject }: { readonly family: KnownFamily; readonly subject: string },
): Known {
  const own = family.subject
  const mother = benefit.subject === 'mother' && own?.id === subject ? own : family.mother
  const known: Known = mother === null ? {} : { 'mother.birthDate': { value: mother.birthDate, source: 'register' } }
  if (benefit.subject !== 'member' || own === null) return known
  known['member.birthDate'] = { value: own.birthDate, source: 'register' }
  if (own.sex === 'female') known['member.womanBirthDate'] = { value: own.birthDate, source: 'register' }
  return known
}

function stopsOf({ subject }: KnownFamily, birth: KnownBirth | undefined): readonly StopEvent[] {
  const events = new Map<StopEvent['kind'], string>()
  const note = (kind: StopEvent['kind'], on: string | null | undefined) => {
    const before = events.get(kind)
    if (on !== null && on !== undefined && (before === undefined || on < before)) events.set(kind, on)
  }
  note('death', subject?.deathDate)
  note('moved-away', subject?.movedOn)
  for (const { kind, on } of birth?.stops ?? []) note(kind, on)
  return [...events].map(([kind, on]) => ({ kind, on: getDay(on) }))
}

/** Older children whom this register does not know may be stated; fewer than it knows may not. */
function mayBeHigher(name: string, { known, value }: { readonly known: Written; readonly value: Written }): boolean {
  return name === 'child.birthOrder' && typeof known === 'number' && typeof value === 'number' && value > known
}

function contradicts(name: string, source: FactSource): Problem {
  const [zh, en] =
    source === 'hospital'
      ? ['医院', 'the hospital']
      : source === 'register'
        ? ['人口库', 'the register']
        : ['出生一件事', 'the case of the birth']
  return {
    path: `facts.${name}`,
    code: 'contradicts-what-is-known',
    message: {
      zh: `与${zh}里的不一样；如果那里错了，请先申请更正`,
      en: `It differs from ${en}; if that is wrong ask for its correction first`,
    },
  }
}

function nest({
  claimable: { benefit, table },
  facts,
  rows,
  index,
  tables,
}: {
  readonly claimable: ForWhom
  readonly tables: readonly { readonly name: string; readonly row: string }[]
  readonly facts: Known
  readonly rows: readonly ChildRow[]
  readonly index: number | null
}): Readonly<Record<string, unknown>> {
  const input: Record<string, unknown> = {}
  const own: Record<string, unknown> = {}
  for (const [name, { value }] of Object.entries(facts)) {
    const [head = '', ...rest] = name.split('.')
    const other = tables.find((one) => one.row === head && one.name !== table)
    if (table !== null && head === benefit.subject) place(own, rest, value)
    else if (other !== undefined) place(rowOf(input, other.name), rest, value)
    else place(input, [head, ...rest], value)
  }
  if (table === null) return input
  const others = rows.map(({ facts: known }) => {
    const row: Record<string, unknown> = {}
    for (const [name, { value }] of Object.entries(known)) place(row, name.split('.').slice(1), value)
    return row
  })
  return { ...input, [table]: rows.length === 0 ? [own] : others.map((row, at) => (at === index ? own : row)) }
}

/** The one row of another table. */
function rowOf(input: Record<string, unknown>, table: string): Record<string, unknown> {
  const rows = (input[table] ?? [{}]) as readonly Record<string, unknown>[]
  input[table] = rows
  return rows[0] ?? {}
}

function place(into: Record<string, unknown>, path: readonly string[], value: Written): void {
  const [head = '', ...rest] = path
  if (rest.length === 0) {
    into[head] = value
    return
  }
  const inner = into[head]
  const next = typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>) : {}
  into[head] = next
  place(next, rest, value)
}
