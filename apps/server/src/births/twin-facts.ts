import { parseDayNumber } from '@junheng/kernel'
import type { WrittenFacts } from '@junheng/casework'
import type { Transaction } from '../database/statements.ts'
import type { Tables } from '../database/generated/db-types.ts'
import { openCaseRow, type KeptCase } from '../cases/case-rows.ts'
import type { Casework } from '../cases/casework.ts'

/**
 * What a family has said already in the case of another child of the same birth, so that nobody types it twice: the fields
 * that the form marks `once`, as far as this case does not know them. What is to be said of each child stays to be said.
 */
export function twinFacts(kept: KeptCase, others: readonly KeptCase[]): WrittenFacts {
  const twin = others.find((other) => other.row.status !== 'offered' && isTwin(kept, other))
  if (twin === undefined) return {}
  return Object.fromEntries(
    kept.procedure.form.flatMap(({ name, once }) => {
      const value = twin.state.facts[name]
      return once && value !== undefined && kept.state.facts[name] === undefined ? [[name, value]] : []
    }),
  )
}

/** The same mother on the same day, give or take one, and another place in the order. */
function isTwin(one: KeptCase, other: KeptCase): boolean {
  if (one.row.id === other.row.id || one.row.procedure !== other.row.procedure) return false
  const [mine, theirs] = [one.state.facts, other.state.facts]
  const mother = mine['mother.identityNumber'] === undefined ? 'mother.name' : 'mother.identityNumber'
  const [day, otherDay] = [dayOf(mine), dayOf(theirs)]
  return (
    mine[mother] !== undefined &&
    mine[mother] === theirs[mother] &&
    day !== undefined &&
    otherDay !== undefined &&
    Math.abs(day - otherDay) <= 1 &&
    mine['child.orderInBirth'] !== undefined &&
    mine['child.orderInBirth'] !== theirs['child.orderInBirth']
  )
}

function dayOf({ 'child.birthDate': birthDate }: WrittenFacts): number | undefined {
  return typeof birthDate === 'string' ? parseDayNumber(birthDate) : undefined
}

/** As `twinFacts`, from the cases that the same family may see. Only an offer asks for anything. */
export async function findTwinFacts(tx: Transaction, casework: Casework, kept: KeptCase): Promise<WrittenFacts> {
  const { row, procedure } = kept
  if (row.status !== 'offered' || !procedure.form.some(({ once }) => once)) return {}
  const rows = await tx.query<Tables['casework.case_row']>(
    `select c.* from casework.case_row c where c.region = $1 and c.procedure = $2 and c.id <> $3 and c.status <> 'offered'
       and c.opened_on >= $5::date - 400
       and c.id in (select p.case_id from casework.party p where p.region = $1 and p.person = any ($4::uuid[]))`,
    [row.region, row.procedure, row.id, row.people, row.opened_on],
  )
  return twinFacts(
    kept,
    rows.map((one) => openCaseRow(casework, one)),
  )
}

/** The case as its family sees it: what they said of a twin is known. */
export function withTwin(kept: KeptCase, facts: WrittenFacts): KeptCase {
  return { ...kept, state: { ...kept.state, facts: { ...facts, ...kept.state.facts } } }
}
