import { fieldsRead, isRole, type Answer, type RegisterRecord, type Written } from '@junheng/casework'
import type { Transaction } from '../database/statements.ts'
import { findParties, type KnownParties, type KnownParty } from './find-parties.ts'
import type { CaseChange } from './record-case.ts'

type Record<Command extends RegisterRecord['command']> = Extract<RegisterRecord, { command: Command }>

/** What the item's procedure tells the register once it is done. */
export function recordsOf({ procedure }: CaseChange, { item }: Answer): readonly RegisterRecord[] {
  return procedure.items.find(({ id }) => id === item)?.records ?? []
}

/**
 * Commands for the register that follow from an item that is done, as its procedure says. A record is left out where a
 * field that it reads is not known, where its person is not known to this county and no record before it makes them so,
 * and where a person who would become known is known already.
 */
export async function outcomeCommands(
  tx: Transaction,
  { change, answer }: { readonly change: CaseChange; readonly answer: Answer },
): Promise<readonly object[]> {
  const records = recordsOf(change, answer)
  if (records.length === 0) return []
  const parties = await findParties(tx, change)
  const made = new Set<string>()
  const commands: object[] = []
  for (const record of records) {
    const command = await commandOf(tx, record, { change, answer, parties, made })
    if (command !== null) commands.push(command)
  }
  return commands
}

interface Filling {
  readonly change: CaseChange
  readonly answer: Answer
  readonly parties: KnownParties
  /** Who becomes known by the records before. */
  readonly made: Set<string>
}

async function commandOf(tx: Transaction, record: RegisterRecord, filling: Filling): Promise<object | null> {
  const { change, answer, parties, made } = filling
  const value = (field: string): string | null => text(change.after.facts[field])
  if (fieldsRead(record).some(({ field }) => value(field) === null)) return null
  const person = parties.idOf(record.person)
  if (person === null) return null
  if (record.command === 'register-person') return newPerson(record, { ...filling, person, value })
  if (!made.has(person) && parties.known(record.person) === null) return null
  const day = (written: string): string => (written === 'answer' ? answer.on : (value(written) ?? answer.on))
  switch (record.command) {
    case 'state-fact': {
      const { command: kind, attribute, value: field, from } = record
      return { kind, person, attribute, value: value(field), from: day(from) }
    }
    case 'record-tie': {
      const other = reference(parties.known(record.other), change)
      return other && { kind: record.command, person, tie: record.tie, other, from: day(record.from) }
    }
    case 'join-household': {
      const role = isRole(record.householdOf) ? record.householdOf : value(record.householdOf)
      const household = role !== null && isRole(role) ? await householdOf(tx, change, parties.known(role)) : null
      if (household === null) return null
      const other = { id: household, region: change.row.region }
      return { kind: 'record-tie', person, tie: 'membership', other, role: record.as, from: day(record.from) }
    }
    case 'record-event': {
      const other = record.other === null ? null : reference(parties.known(record.other), change)
      return { kind: record.command, person, event: record.event, on: day(record.on), other }
    }
  }
}

function newPerson(
  record: Record<'register-person'>,
  {
    change,
    parties,
    made,
    person,
    value,
  }: Filling & { readonly person: string; readonly value: (field: string) => string | null },
): object | null {
  if (parties.known(record.person) !== null) return null
  const home = record.livesWith.flatMap((role) => parties.known(role) ?? [])[0]
  const township = home?.township ?? change.row.township
  if (township === null) return null
  made.add(person)
  const parent = (role: Record<'register-person'>['mother']) =>
    role === null ? null : reference(parties.known(role), change)
  return {
    kind: record.command,
    person,
    name: value(record.name),
    sex: value(record.sex),
    birthDate: value(record.birthDate),
    township,
    village: home?.village ?? null,
    mother: parent(record.mother),
    father: parent(record.father),
  }
}

function reference(party: KnownParty | null, { row: { region } }: CaseChange) {
  return party === null ? null : { id: party.id, region }
}

function text(value: Written | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

/** The household that a party belongs to now; null where this county knows none. */
async function householdOf(
  tx: Transaction,
  { row: { region } }: CaseChange,
  party: KnownParty | null,
): Promise<string | null> {
  if (party === null) return null
  const [row] = await tx.query<{ other: string }>(
    `select t.other from register.tie t
     where t.region = $1 and t.person = $2 and t.kind = 'membership' and upper_inf(t.valid)
     order by t.valid desc limit 1`,
    [region, party.id],
  )
  return row?.other ?? null
}
