/** A process of its own that is killed (SIGKILL) in the middle of an action: argument 1 is its order, as JSON. */
import { setTimeout as pause } from 'node:timers/promises'
import { openPool, type Address } from '../../database/connect.ts'
import type { Secrets } from '../../database/secrets.ts'
import { act } from '../act.ts'
import { accessOf, now, today } from './scene.ts'

interface Order {
  readonly address: Address
  readonly secrets: Secrets
  readonly input: unknown
  /** Killed before this statement (0: the first); null: while COMMIT is under way. */
  readonly killBefore: number | null
}

const { address, secrets, input, killBefore } = JSON.parse(process.argv[2] ?? '') as Order
const die = () => process.kill(process.pid, 'SIGKILL')
let count = 0
const watch = async (sql: string) => {
  if (killBefore === null && sql === 'commit') setImmediate(die)
  if (count++ !== killBefore) return
  die()
  await pause(60_000)
}
const pool = openPool({ ...address, user: 'junheng_app', password: secrets.app })
await act({ register: { pool, watch }, secrets, access: accessOf(), input, today, now })
die()
