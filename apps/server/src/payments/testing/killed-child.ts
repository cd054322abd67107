/** A process of its own that is killed (SIGKILL) while it takes a bank's answer: argument 1 is its order, as JSON. */
import { fileURLToPath } from 'node:url'
import { setTimeout as pause } from 'node:timers/promises'
import { chineseWorkdays } from '@junheng/kernel/workdays-cn'
import { openPool, type Address } from '../../database/connect.ts'
import type { Secrets } from '../../database/secrets.ts'
import { openLibrary } from '../../places/service.ts'
import type { Access } from '../../register/access.ts'
import { importAnswer } from '../import-answer.ts'

interface Order {
  readonly address: Address
  readonly secrets: Secrets
  readonly access: Access
  readonly batch: string
  /** Base64. */
  readonly file: string
  readonly now: string
  /** Killed before this statement (0: the first); null: while COMMIT is under way. */
  readonly killBefore: number | null
}

const { address, secrets, access, batch, file, now, killBefore } = JSON.parse(process.argv[2] ?? '') as Order
const die = () => process.kill(process.pid, 'SIGKILL')
let count = 0
const watch = async (sql: string) => {
  if (killBefore === null && sql === 'commit') setImmediate(die)
  if (count++ !== killBefore) return
  die()
  await pause(60_000)
}
const packs = fileURLToPath(new URL('../../../../../packs', import.meta.url))
const { procedures } = await openLibrary(packs, () => undefined)
await importAnswer(
  {
    register: { pool: openPool({ ...address, user: 'junheng_app', password: secrets.app }), watch },
    secrets,
    proceduresOf: (region) => procedures?.get(region) ?? [],
    calendar: chineseWorkdays,
    connected: new Set(),
    wake: async () => undefined,
  },
  { access, batch, file: Buffer.from(file, 'base64'), now: Temporal.Instant.from(now) },
)
die()
