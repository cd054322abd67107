/** A process of its own that is killed (SIGKILL) in the middle of an action or an import: argument 1 is its order, as JSON. */
import { setTimeout as pause } from 'node:timers/promises'
import { openPool, type Address } from '../../database/connect.ts'
import type { Secrets } from '../../database/secrets.ts'
import { act } from '../act.ts'
import { importActions } from '../import-actions.ts'
import { accessOf, now, today } from './scene.ts'

interface Order {
  readonly address: Address
  readonly secrets: Secrets
  /** An action, or the id and commands of an import. */
  readonly input: unknown
  readonly imported?: { readonly id: string; readonly commands: readonly unknown[] }
  /** Killed before this statement (0: the first); null: while COMMIT is under way. */
  readonly killBefore: number | null
}

const { address, secrets, input, imported, killBefore } = JSON.parse(process.argv[2] ?? '') as Order
const die = () => process.kill(process.pid, 'SIGKILL')
let count = 0
const watch = async (sql: string) => {
  if (killBefore === null && sql === 'commit') setImmediate(die)
  if (count++ !== killBefore) return
  die()
  await pause(60_000)
}
const pool = openPool({ ...address, user: 'junheng_app', password: secrets.app })
const options = { register: { pool, watch }, secrets, access: accessOf(), today, now }
await (imported === undefined
  ? act({ ...options, input })
  : importActions({
      ...options,
      id: imported.id,
      source: { kind: 'import', reference: null },
      commands: () => imported.commands,
      batch: 5,
    }))
die()
