/** A process of its own that is killed (SIGKILL) in the middle of an action on a case: argument 1 is its order, as JSON. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Action } from '@junheng/casework'
import { Department } from '@junheng/connector'
import { chineseWorkdays } from '@junheng/kernel/workdays-cn'
import { openPool, type Address } from '../../database/connect.ts'
import type { Secrets } from '../../database/secrets.ts'
import { openQueue, wakeBy } from '../../departments/delivery-queue.ts'
import { now, region } from '../../register/testing/scene.ts'
import { actOnCase } from '../act-on-case.ts'
import { departmentActors, programAccess } from '../programs.ts'
import { birthProcedure } from './birth-procedure.ts'

interface Order {
  readonly address: Address
  readonly secrets: Secrets
  readonly caseId: string
  readonly action: Action
  /** Killed before this statement (0: the first); null: while COMMIT is under way. */
  readonly killBefore: number | null
}

const { address, secrets, caseId, action, killBefore } = JSON.parse(process.argv[2] ?? '') as Order
const die = () => process.kill(process.pid, 'SIGKILL')
let count = 0
const watch = async (sql: string) => {
  if (killBefore === null && sql === 'commit') setImmediate(die)
  if (count++ !== killBefore) return
  die()
  await pause(60_000)
}
const pool = openPool({ ...address, user: 'junheng_app', password: secrets.app })
const boss = openQueue(pool, { onError: () => undefined })
await boss.start()
await actOnCase(
  {
    register: { pool, watch },
    secrets,
    proceduresOf: () => [birthProcedure],
    calendar: chineseWorkdays,
    connected: new Set(Department.options),
    wake: wakeBy(boss),
  },
  { access: programAccess(region, { actor: departmentActors.police }), caseId, action, now },
)
die()
