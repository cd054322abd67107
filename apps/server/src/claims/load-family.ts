import { believed, projectPerson, type Fact } from '@junheng/register'
import type { Transaction } from '../database/statements.ts'
import { loadFacts } from '../register/fact-rows.ts'
import type { KnownChild, KnownFamily, KnownPerson } from './known-family.ts'

/**
 * The family around a person, from the facts believed now. `hint`: the parents that a birth case names, for a child whom
 * the register does not know yet. Reads inside a transaction whose purpose opens births.
 */
export async function loadFamily(
  tx: Transaction,
  {
    region,
    subject,
    hint,
  }: {
    readonly region: string
    readonly subject: string
    readonly hint?: { readonly mother: string | null; readonly father: string | null }
  },
): Promise<KnownFamily> {
  const own = (await loadFacts(tx, { region, subjects: [subject] })).get(subject) ?? []
  const tied = (kind: 'mother' | 'father') => tiesOf(own, kind)[0]
  const mother = tied('mother') ?? hint?.mother ?? null
  const father = tied('father') ?? hint?.father ?? null
  const ofMother = mother === null ? [] : await childrenOf(tx, { region, mother })
  const others = [mother, father, ...ofMother].filter((id) => id !== null && id !== subject)
  const facts = await loadFacts(tx, { region, subjects: [...new Set(others)] as string[] })
  const all = new Map([...facts, [subject, own]])
  const motherFacts = mother === null ? [] : (all.get(mother) ?? [])
  const known = ofMother.filter((id) => tiesOf(all.get(id) ?? [], 'mother').includes(mother ?? ''))
  const births = believed(motherFacts).filter(({ kind }) => kind === 'birth')
  return {
    subject: personOf(own),
    mother: personOf(motherFacts),
    father: personOf(father === null ? [] : (all.get(father) ?? [])),
    carers: [...tiesOf(own, 'mother'), ...tiesOf(own, 'father'), ...tiesOf(own, 'guardian')].concat(
      own.length === 0 ? [mother, father].filter((id) => id !== null) : [],
    ),
    children: motherFacts.length === 0 ? null : known.map((id): KnownChild => childOf(id, all.get(id) ?? [])),
    otherBirths: births.filter(({ object }) => object !== null && ![...known, subject].includes(object.id)).length,
    recordedAt: [...all.values()].flat().reduce<string | null>((last, { recordedAt }) => later(last, recordedAt), null),
  }
}

/** Children on file with this mother, whether or not that is still believed. */
async function childrenOf(
  tx: Transaction,
  { region, mother }: { readonly region: string; readonly mother: string },
): Promise<readonly string[]> {
  const rows = await tx.query<{ person: string }>(
    `select person from register.tie where region = $1 and other = $2 and kind = 'mother' order by person`,
    [region, mother],
  )
  return rows.map(({ person }) => person)
}

function tiesOf(facts: readonly Fact[], kind: 'mother' | 'father' | 'guardian'): readonly string[] {
  return believed(facts).flatMap(({ kind: own, object, valid }) =>
    own === kind && object !== null && valid.to === null ? [object.id] : [],
  )
}

function personOf(facts: readonly Fact[]): KnownPerson | null {
  const person = projectPerson(facts)
  if (person === null) return null
  const { id, name, sex, birthDate, deathDate, township, village } = person
  const gone = township === '' ? believed(facts).filter(({ kind }) => kind === 'residence') : []
  const movedOn = gone.reduce<string | null>((last, { valid }) => later(last, valid.to), null)
  return { id, name, sex, birthDate, deathDate, movedOn, township: township === '' ? null : township, village }
}

function childOf(id: string, facts: readonly Fact[]): KnownChild {
  return { id, birthDate: projectPerson(facts)?.birthDate ?? null }
}

function later(a: string | null, b: string | null): string | null {
  return a === null ? b : b === null || a > b ? a : b
}
