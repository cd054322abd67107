import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Procedure } from '@junheng/casework'
import type { Department } from '@junheng/connector'
import { fromDayNumber, getDay, toDayNumber, type Day } from '@junheng/kernel'
import { chineseWorkdays } from '@junheng/kernel/workdays-cn'
import type { ClientBase, Pool } from 'pg'
import { grantPrograms, programAccess } from '../../../apps/server/src/cases/programs.ts'
import type { Casework } from '../../../apps/server/src/cases/casework.ts'
import type { Secrets } from '../../../apps/server/src/database/secrets.ts'
import { deliver } from '../../../apps/server/src/departments/deliver.ts'
import { takeUp } from '../../../apps/server/src/departments/take-up.ts'
import { withAccess } from '../../../apps/server/src/register/access.ts'
import { signingKey } from '../../../apps/server/src/departments/department-keys.ts'
import { region } from '../place.ts'
import { birthClerk, registrationClerks } from './actors.ts'
import { playCase, type StoryPlan } from './play-case.ts'
import { registerFamily } from './story-family.ts'
import { caseTables, rowsSince, type StoryRow } from './story-rows.ts'

/** What happened in one case, as the rows it left. */
export interface Story {
  readonly procedure: StoryPlan['procedure']
  readonly caseId: string
  readonly subject: string | null
  readonly sex: StoryPlan['sex']
  readonly firstDay: Day
  readonly ended: boolean
  readonly rows: readonly StoryRow[]
  /** In the order they were written; `day` is that of the step, where the chain has the moment it was played. */
  readonly entries: readonly { readonly row: StoryRow; readonly day: string }[]
}

/** Departments that have a system of their own in the history; hospital and health bureau work at their desks. */
export const connected: readonly Department[] = ['police', 'medical-insurance', 'social-security', 'tax']

/** An ended case takes less than so many days. */
const longestDays = 45

/** How the cases of the history go. Each is played once by the service's own code, in a database of its own. */
function plans(): readonly { readonly plan: StoryPlan; readonly daysAgo: number }[] {
  const births = [0, 1, 2, 3, 4, 5, 6, 7].map((at): StoryPlan => ({
    procedure: 'one-birth',
    clerk: birthClerk,
    sex: at % 2 === 0 ? 'male' : 'female',
    gaps: [
      [1, 0, 1],
      [2, 1, 1],
      [0, 1, 2],
      [3, 2, 1],
      [1, 1, 5],
      [4, 0, 3],
      [2, 3, 2],
      [1, 2, 0],
    ][at] ?? [1],
  }))
  const registrations = registrationClerks.flatMap((clerk, at) =>
    [
      [1, 0],
      [0, 1, 3],
      [2, 2],
    ].map((gaps, way): StoryPlan => {
      const withDocument = at === 0 && way === 0
      return { procedure: 'birth-registration', clerk, sex: 'female', gaps, withDocument }
    }),
  )
  const open = [0, 2, 5, 9, 14, 20].flatMap((daysAgo, at) => [
    { plan: { ...births[at % births.length], steps: at, gaps: [1] } as StoryPlan, daysAgo: Math.max(daysAgo, at) },
    {
      plan: { ...registrations[at], steps: at % 2, gaps: [1], withDocument: false } as StoryPlan,
      daysAgo: daysAgo + 1,
    },
  ])
  return [...births, ...registrations].map((plan) => ({ plan, daysAgo: longestDays })).concat(open)
}

/** Plays every story in a database that is empty but for the schema, and returns what each left in it. */
export async function readStories(options: {
  readonly app: Pool
  readonly owner: ClientBase
  readonly secrets: Secrets
  readonly procedures: readonly Procedure[]
  readonly today: Day
}): Promise<readonly Story[]> {
  const { app, owner, secrets, procedures, today } = options
  await grantPrograms(owner, region)
  for (const clerk of [birthClerk, ...registrationClerks]) await grantCasework(owner, clerk)
  const casework: Casework = {
    register: { pool: app },
    secrets,
    proceduresOf: () => procedures,
    calendar: chineseWorkdays,
    connected: new Set(connected),
    // Nobody need be woken: the deliveries of a story are handed over one by one.
    wake: async () => undefined,
  }
  const earlier = fromDayNumber(toDayNumber(today) - longestDays - 30)
  await registerFamily(casework, Temporal.Instant.from(`${earlier}T02:00:00Z`))
  const department = await startReceiver()
  try {
    const stories: Story[] = []
    for (const { plan, daysAgo } of plans()) {
      const firstDay = fromDayNumber(toDayNumber(today) - daysAgo)
      stories.push(await readStory({ casework, owner, plan, firstDay, address: department.address }))
      await forgetStory(owner)
    }
    return stories
  } finally {
    await department.stop()
  }
}

async function readStory(options: {
  readonly casework: Casework
  readonly owner: ClientBase
  readonly plan: StoryPlan
  readonly firstDay: Day
  readonly address: string
}): Promise<Story> {
  const { casework, owner, plan, firstDay, address } = options
  const { secrets } = casework
  const { procedure, sex } = plan
  const sendWaiting = async (now: Temporal.Instant) => {
    const connections = new Map(connected.map((name) => [name, { address, key: signingKey(secrets, name) }] as const))
    const worker = { casework, connections, now: () => now, random: () => 0.5, timeoutMs: 10_000 }
    const taken = await withAccess(casework.register, { access: programAccess(region, {}), births: true }, (tx) =>
      takeUp(tx, casework, { region, room: () => 12, holdMs: 12_000, at: now }),
    )
    for (const one of taken) {
      const said = await deliver(worker, one)
      if (said !== 'sent') throw new Error(`a delivery of a story: ${said}`)
    }
  }
  const since = await nextTransaction(owner)
  let step = since
  const entries: { row: StoryRow; day: string }[] = []
  const after = async (day: string) => {
    const rows = await rowsSince(owner, { table: 'audit.entry', since: step, secrets })
    const moment = ({ columns, values }: StoryRow) => values[columns.indexOf('at')] ?? ''
    entries.push(...rows.toSorted((a, b) => (moment(a) < moment(b) ? -1 : 1)).map((row) => ({ row, day })))
    step = await nextTransaction(owner)
  }
  const { caseId, subject, ended } = await playCase(casework, { plan, firstDay, sendWaiting, after })
  const rows: StoryRow[] = []
  for (const table of caseTables) rows.push(...(await rowsSince(owner, { table, since, secrets })))
  return { procedure, caseId, subject, sex, firstDay: getDay(firstDay), ended, rows, entries }
}

async function nextTransaction(owner: ClientBase): Promise<string> {
  const { rows } = await owner.query<{ next: string }>('select (pg_current_xact_id()::text::bigint + 1)::text as next')
  return rows[0]?.next ?? ''
}

/** So that the child of the next story is another: its number would be taken, and its birth known. */
async function forgetStory(owner: ClientBase): Promise<void> {
  await owner.query(`delete from casework.birth_key; delete from casework.delivery where state = 'waiting';
    delete from register.identity_number where person not in (select id from register.person where birth_date < '2000-01-01')`)
}

async function grantCasework(owner: ClientBase, actor: string): Promise<void> {
  await owner.query(
    `insert into access.post_grant (region, actor, post, purposes) values ($1, $2, 'bench', '{casework}') on conflict do nothing`,
    [region, actor],
  )
}

/** A department that takes everything it is sent. */
async function startReceiver() {
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => (body += String(part)))
    request.on('end', () => {
      const { id } = JSON.parse(body) as { id: string }
      response.setHeader('content-type', 'application/json')
      response.end(
        JSON.stringify({ delivery: id, reference: `D-${id.slice(0, 8)}`, receivedAt: new Date().toISOString() }),
      )
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    address,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
