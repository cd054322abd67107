import type { Department } from '@junheng/connector'
import { programAccess } from '../cases/programs.ts'
import { againAfterCollision } from '../register/at-the-same-moment.ts'
import { withAccess } from '../register/access.ts'
import { deliver, type Delivered, type Delivering } from './deliver.ts'
import { takeUp, type TakenUp } from './take-up.ts'

/** Deliveries to one department that are under way at once: a slow one keeps nobody else waiting. */
const mostUnderWay = 12

/** Milliseconds beyond a department's time to reply for which a delivery is held, to write down how it went. */
const writingMs = 2000

export interface Courier {
  /** Sends what is due; returns when all that was due at some moment since has been taken up. */
  readonly run: () => Promise<void>
  /** Takes nothing more, and returns when what was under way is written down. */
  readonly stop: () => Promise<void>
}

/**
 * Carries the deliveries of a county: takes what is due in batches, sends up to a dozen to each department at once, and
 * takes more when half of those are done. `onError` is told of what broke; such a delivery is due again after a while.
 */
export function makeCourier(
  worker: Delivering,
  { region, onError }: { readonly region: string; readonly onError: (error: unknown) => void },
): Courier {
  const underWay = new Map<Department, number>()
  /** Departments for which more was due than there was room. */
  const more = new Set<Department>()
  const carried = new Set<Promise<void>>()
  let [again, stopped] = [false, false]
  let taking: Promise<void> | null = null
  const room = (department: Department) => mostUnderWay - (underWay.get(department) ?? 0)

  /** One at a time: whoever comes meanwhile has it look once more. */
  function run(): Promise<void> {
    again = true
    taking ??= takeAll()
      .catch(onError)
      .finally(() => (taking = null))
    return taking
  }

  async function takeAll(): Promise<void> {
    while (again) {
      again = false
      if (stopped) return
      const rooms = new Map<Department, number>()
      const taken = await takeSome(worker, region, (department) => {
        rooms.set(department, room(department))
        return room(department)
      })
      more.clear()
      for (const [department, free] of rooms) {
        const count = taken.filter((one) => one.department === department).length
        if (count >= free) more.add(department)
      }
      for (const one of taken) carry(one)
    }
  }

  function carry(one: TakenUp): void {
    underWay.set(one.department, (underWay.get(one.department) ?? 0) + 1)
    const done = send(one).finally(() => carried.delete(done))
    carried.add(done)
  }

  /** Never fails. A department that is back, or that has room for half a dozen again, is looked at for more. */
  async function send(one: TakenUp): Promise<void> {
    const { department, probe } = one
    let outcome: Delivered | 'broken' = 'broken'
    try {
      outcome = await deliver(worker, one)
    } catch (error) {
      onError(error)
    }
    underWay.set(department, (underWay.get(department) ?? 0) - 1)
    const isBack = probe && outcome === 'sent'
    const isHalfEmpty = more.has(department) && room(department) >= mostUnderWay / 2
    if (!stopped && (isBack || isHalfEmpty)) void run()
  }

  return {
    run,
    stop: async () => {
      stopped = true
      await taking
      await Promise.all(carried)
    },
  }
}

function takeSome(
  { casework, now, timeoutMs }: Delivering,
  region: string,
  room: (department: Department) => number,
): Promise<readonly TakenUp[]> {
  return againAfterCollision(() =>
    withAccess(casework.register, { access: programAccess(region, {}), births: true }, (tx) =>
      takeUp(tx, casework, { region, room, holdMs: timeoutMs + writingMs, at: now() }),
    ),
  )
}
