import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sign } from '@junheng/connector'
import { startDepartments, type Faults } from '@junheng/departments'
import { fromDayNumber, toDayNumber, getDay } from '@junheng/kernel'
import type { Pool } from 'pg'
import { actOnCase } from '../../cases/act-on-case.ts'
import { chineseDay, type Casework } from '../../cases/casework.ts'
import { programAccess } from '../../cases/programs.ts'
import type { BirthNotice } from '../../births/birth-notice.ts'
import type { Address } from '../../database/connect.ts'
import type { Secrets } from '../../database/secrets.ts'
import { signingKey } from '../department-keys.ts'
import { checkChaos, type ChaosFindings } from './check-chaos.ts'
import type { ChaosOrder } from './chaos-server.ts'

export interface ChaosOptions {
  readonly births: number
  /** How every department misbehaves all the time. */
  readonly faults: Faults
  /** Actions that the service writes between two killings, on average: no clock, so that a slow machine kills as often. */
  readonly killEvery: number
  /** The longest it may take, milliseconds. */
  readonly longestMs: number
  readonly region: string
  /** Mothers on file, one a birth: id, name, identity number. */
  readonly mothers: readonly { readonly id: string; readonly name: string; readonly identityNumber: string }[]
  readonly database: {
    readonly address: Address
    readonly owner: Pool
    readonly auditor: Pool
    readonly secrets: Secrets
  }
  /** What the families act through: their own connection, which nobody kills. */
  readonly casework: Casework
  readonly say?: (line: string) => void
}

export interface ChaosReport extends ChaosFindings {
  readonly births: number
  readonly kills: number
  readonly seconds: number
}

/** Sends births to a service that is killed again and again, with departments that misbehave, until every case has ended. */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const { births, region, database, longestMs, faults } = options
  const started = Date.now()
  const port = await freePort()
  const service = `http://127.0.0.1:${port}`
  const keyOf = (name: Parameters<typeof signingKey>[1]) => signingKey(database.secrets, name)
  const departments = await startDepartments({ service: () => service, keyOf })
  const order: ChaosOrder = {
    address: database.address,
    secrets: database.secrets,
    region,
    port,
    departments: departments.departments.map(({ name, address }) => [name, address]),
  }
  for (const { department } of departments.departments) department.faults = faults
  const state = { over: false, kills: 0 }
  const killing = keepKilling(order, { options, state })
  const failing = takeTurnsDown(departments.departments, { faults, state })
  try {
    const driving = Promise.all([sendBirths(options, service), actAsFamilies(options, state)])
    await waitForEnd(options, started + longestMs)
    state.over = true
    await driving
    await pause(500)
  } finally {
    state.over = true
    await Promise.all([killing, failing])
  }
  const findings = await checkChaos({ ...options, departments: departments.departments })
  await departments.stop()
  return { ...findings, births, kills: state.kills, seconds: Math.round((Date.now() - started) / 1000) }
}

interface State {
  over: boolean
  kills: number
}

/** Starts the service and kills it, by SIGKILL, again and again; at the end it lives until all is over. */
async function keepKilling(
  order: ChaosOrder,
  { options: { killEvery, database, region }, state }: { readonly options: ChaosOptions; readonly state: State },
): Promise<void> {
  const countActions = async () =>
    (
      await database.owner.query<{ n: number }>('select count(*)::int as n from casework.action where region = $1', [
        region,
      ])
    ).rows[0]?.n ?? 0
  while (!state.over) {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'chaos-server.ts'), JSON.stringify(order)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const exit = once(child, 'exit')
    await Promise.race([ready(child), exit])
    const until = (await countActions()) + killEvery * (0.5 + Math.random())
    while (!state.over && child.exitCode === null && (await countActions()) < until) await pause(30)
    child.kill('SIGKILL')
    await exit
    if (!state.over) state.kills++
  }
}

async function ready(child: ChildProcess): Promise<void> {
  for await (const part of child.stdout ?? []) if (String(part).includes('ready')) return
}

/** One department after another takes no calls for a while. */
async function takeTurnsDown(
  departments: readonly { readonly department: { faults: Faults } }[],
  { faults, state }: { readonly faults: Faults; readonly state: State },
): Promise<void> {
  for (let turn = 0; !state.over; turn++) {
    const one = departments[turn % departments.length]
    if (one === undefined) return
    one.department.faults = { ...faults, down: true }
    await pause(800)
    one.department.faults = faults
    await pause(1600)
  }
}

/** As the hospital's system: each notice until it is taken, some of them twice. */
async function sendBirths({ births, region, mothers, database }: ChaosOptions, service: string): Promise<void> {
  const key = signingKey(database.secrets, 'hospital')
  const today = toDayNumber(getDay(chineseDay(Temporal.Now.instant())))
  let next = 0
  const sendSome = async () => {
    for (let at = next++; at < births; at = next++) {
      const mother = mothers[at]
      if (mother === undefined) throw new Error('a birth needs a mother')
      const notice: BirthNotice = {
        id: randomUUID(),
        record: `R-${at}`,
        kind: 'live-birth',
        where: 'in-institution',
        mother: { name: mother.name, identityNumber: mother.identityNumber },
        // Days apart, so that the police never run out of the numbers of one day.
        child: {
          sex: at % 2 === 0 ? 'female' : 'male',
          birthDate: fromDayNumber(today - 1 - (at % 300)),
          order: 1,
          of: 1,
        },
      }
      const body = JSON.stringify({ region, notice })
      for (let sent = at % 5 === 0 ? -1 : 0; sent < 1;) {
        const seconds = Math.floor(Date.now() / 1000)
        const headers = { 'content-type': 'application/json', ...sign(key, { id: notice.id, seconds, body }) }
        const url = `${service}/api/departments/hospital/notices`
        const status = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(10_000) })
          .then(async (response) => {
            await response.arrayBuffer()
            return response.status
          })
          .catch(() => 0)
        if (status === 200) sent++
        else if (status >= 400 && status < 500) throw new Error(`a notice was refused: ${status}`)
        else await pause(100)
      }
    }
  }
  await Promise.all(Array.from({ length: 8 }, sendSome))
}

/** As the families: confirm every offer, bring whatever is asked. */
async function actAsFamilies({ region, casework, database: { owner } }: ChaosOptions, state: State): Promise<void> {
  const access = programAccess(region, {})
  const by = { unit: 'family', person: null }
  while (!state.over) {
    const { rows } = await owner.query<{ case_id: string; item: string | null; what: string }>(
      `select case_id, item, what from casework.waiting where region = $1 and unit = 'family'
         and what in ('confirm', 'bring') limit 200`,
      [region],
    )
    for (const { case_id: caseId, item, what } of rows) {
      const common = { id: randomUUID(), on: chineseDay(Temporal.Now.instant()), by }
      const action =
        what === 'confirm'
          ? ({
              kind: 'confirm',
              ...common,
              facts: { 'child.name': '王安安', 'child.followsParent': 'mother' },
            } as const)
          : ({ kind: 'provide', ...common, item: item ?? '', facts: {}, papers: {} } as const)
      await actOnCase(casework, { access, caseId, action, now: Temporal.Now.instant() })
    }
    await pause(rows.length === 0 ? 200 : 10)
  }
}

async function waitForEnd({ births, region, database: { owner }, say }: ChaosOptions, until: number): Promise<void> {
  for (let round = 0; ; round++) {
    const { rows } = await owner.query<{ cases: number; ended: number; open: number }>(
      `select count(*)::int as cases, count(ended_on)::int as ended,
         (select count(*)::int from casework.delivery where region = $1 and state in ('waiting', 'sent', 'accepted')) as open
       from casework.case_row where region = $1`,
      [region],
    )
    const [at] = rows
    if (at !== undefined && at.ended === births && at.open === 0) return
    if (round % 20 === 0) say?.(`${at?.cases} cases, ${at?.ended} ended, ${at?.open} deliveries open`)
    if (Date.now() > until) throw new Error(`not at an end: ${JSON.stringify(at)}`)
    await pause(500)
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
