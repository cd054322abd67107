import { whatNow, type Action, type Ground, type Item } from '@junheng/casework'
import { Department, type Delivery } from '@junheng/connector'
import { parseDayNumber } from '@junheng/kernel'
import type { CaseChange } from '../cases/record-case.ts'
import { chineseDay, type Casework } from '../cases/casework.ts'
import { isClaim } from '../cases/claim-cases.ts'
import { newId } from '../register/new-id.ts'
import { factsFor } from './facts-for.ts'

export interface NewDelivery {
  readonly department: Department
  readonly delivery: Delivery
}

/**
 * What departments must be told of a change: an item that begins is delivered, other facts correct it while it is being
 * worked on, and what stops is cancelled. Departments without a system are told nothing: their desk sees the queue.
 */
export function newDeliveries(
  casework: Pick<Casework, 'connected' | 'calendar'>,
  change: CaseChange,
): readonly NewDelivery[] {
  const { procedure, after, row, now } = change
  // Claims are decided at the desk of this service: no other system has the money.
  if (isClaim(procedure)) return []
  const waiting = whatNow(procedure, after, {
    calendar: casework.calendar,
    on: parseDayNumber(chineseDay(now)) ?? 0,
  })
  return procedure.items.flatMap((item): readonly NewDelivery[] => {
    const department = findDepartment(item, casework)
    const kind = department === undefined ? undefined : deliveryKind(change, item.id)
    if (department === undefined || kind === undefined) return []
    const due = waiting.find((one) => one.item === item.id && one.who === item.unit)?.until ?? null
    const delivery: Delivery = {
      id: newId(now),
      kind,
      region: row.region,
      case: row.id,
      procedure: procedure.id,
      item: item.id,
      due: kind === 'cancel' ? null : due,
      facts: kind === 'cancel' ? {} : factsFor(item, { procedure, facts: after.facts }),
      grounds: kind === 'cancel' ? [] : item.refusals.map(offeredGround),
      sentAt: now.toString({ smallestUnit: 'millisecond' }),
    }
    return [{ department, delivery }]
  })
}

/** As the contract has it: Chinese, because a department's clerk and the family read it. */
function offeredGround({ id, label, source }: Ground): Delivery['grounds'][number] {
  return { code: id, text: label.zh.slice(0, 500), clause: source.clause.slice(0, 500) }
}

/** The department of an item, where it has a system of its own. */
function findDepartment({ unit }: Item, { connected }: Pick<Casework, 'connected'>): Department | undefined {
  const { data: department } = Department.safeParse(unit)
  return department !== undefined && connected.has(department) ? department : undefined
}

function deliveryKind({ before, after, actions }: CaseChange, id: string): Delivery['kind'] | undefined {
  const [old, fresh] = [before.items[id], after.items[id]]
  if (old === undefined || fresh === undefined) return undefined
  if (actions.some((action) => action.kind === 'start' && action.item === id)) return 'deliver'
  const atWork = old.status === 'working' || old.status === 'asked'
  if (atWork && (fresh.status === 'stopped' || (fresh.status === 'waiting' && fresh.startedOn === null)))
    return 'cancel'
  if (fresh.status !== 'working' || fresh.answer !== null) return undefined
  const corrected = actions.some((action) => corrects(action, id))
  return old.status === 'asked' || (atWork && corrected) ? 'correct' : undefined
}

function corrects(action: Action, id: string): boolean {
  return action.kind === 'correct' || (action.kind === 'provide' && action.item === id)
}
