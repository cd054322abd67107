import type { Answer, Written } from '@junheng/casework'
import type { Transaction } from '../database/statements.ts'
import type { CaseChange } from './record-case.ts'

/** What an answer must give for the register to learn from it, whatever the item is called. */
const certificate = 'child.certificateNumber'
const identity = 'child.identityNumber'

/** Whether the register has anything to learn from an answer. */
export function registerLearns({ outputs }: Answer): boolean {
  return outputs[certificate] !== undefined || outputs[identity] !== undefined
}

/**
 * Commands for the register that follow from an item that is done: the certificate makes the child known by name, the
 * household registration gives the number and the household. Whatever comes first makes the child known.
 */
export async function outcomeCommands(
  tx: Transaction,
  { change, answer }: { readonly change: CaseChange; readonly answer: Answer },
): Promise<readonly object[]> {
  const { row, after } = change
  const child = row.subject
  if (child === null) return []
  const [name, sex, birthDate] = ['name', 'sex', 'birthDate'].map((field) => text(after.facts[`child.${field}`]))
  if (name === null || sex === null || birthDate === null) return []
  const [known] = await tx.query<{ id: string }>('select id from register.person where region = $1 and id = $2', [
    row.region,
    child,
  ])
  const commands: object[] = []
  if (known === undefined) {
    const { township, village, mother, father } = await homeOf(tx, change)
    if (township === null) return []
    commands.push({ kind: 'register-person', person: child, name, sex, birthDate, township, village, mother, father })
  }
  const number = text(answer.outputs[identity])
  if (number === null) return commands
  commands.push({ kind: 'state-fact', person: child, attribute: 'identity-number', value: number, from: birthDate })
  const household = await householdJoined(tx, change)
  if (household !== null) {
    const other = { id: household, region: row.region }
    commands.push({ kind: 'record-tie', person: child, tie: 'membership', other, role: '子女', from: birthDate })
  }
  return commands
}

function text(value: Written | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

interface Home {
  readonly township: string | null
  readonly village: string | null
  readonly mother: { readonly id: string; readonly region: string } | null
  readonly father: { readonly id: string; readonly region: string } | null
}

/** Where the child lives and whose it is, from the parties of the case that this county knows. */
async function homeOf(tx: Transaction, { row: { region, id, township } }: CaseChange): Promise<Home> {
  const rows = await tx.query<{ role: string; person: string; township: string; village: string | null }>(
    `select a.role, p.id as person, p.township, p.village from casework.party a
     join register.person p on p.region = a.region and p.id = a.person
     where a.region = $1 and p.region = $1 and a.case_id = $2 and a.role in ('mother', 'father')`,
    [region, id],
  )
  const parent = (role: string) => rows.find((one) => one.role === role)
  const reference = (role: string) => {
    const found = parent(role)
    return found === undefined ? null : { id: found.person, region }
  }
  const home = parent('mother') ?? parent('father')
  return {
    township: home?.township ?? township,
    village: home?.village ?? null,
    mother: reference('mother'),
    father: reference('father'),
  }
}

/** The household of the parent whose registration the child follows; null where this county knows none. */
async function householdJoined(tx: Transaction, { row: { region, id }, after }: CaseChange): Promise<string | null> {
  const follows = after.facts['child.followsParent'] === 'father' ? 'father' : 'mother'
  const [row] = await tx.query<{ other: string }>(
    `select t.other from casework.party a
     join register.tie t on t.region = a.region and t.person = a.person and t.kind = 'membership' and upper_inf(t.valid)
     where a.region = $1 and t.region = $1 and a.case_id = $2 and a.role = $3 order by t.valid desc limit 1`,
    [region, id, follows],
  )
  return row?.other ?? null
}
