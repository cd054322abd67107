import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { fromDayNumber, toDayNumber, type Day } from '@junheng/kernel'
import { percentiles, type Percentiles } from './percentiles.ts'
import type { Sample } from './samples.ts'
import { search, sequence } from './search-load.ts'
import type { Session } from './session.ts'

/** Somebody of the family, at their phone. */
export interface Resident {
  readonly session: Session
  readonly mother: Sample
}

export interface CaseLoad {
  readonly reads: Readonly<Record<string, Percentiles>>
  readonly allReads: Percentiles
  readonly writes: Readonly<Record<string, Percentiles>>
  readonly allWrites: Percentiles
  readonly readsPerSecond: number
  /** Births told, confirmed and with an item decided. */
  readonly registrationsPerSecond: number
  readonly failed: readonly string[]
}

export interface CaseLoadOptions {
  readonly officers: readonly Session[]
  readonly hospital: readonly Session[]
  readonly residents: readonly Resident[]
  readonly samples: readonly Sample[]
  /** Cases to be read at the desk. */
  readonly cases: readonly string[]
  readonly today: Day
  readonly seconds: number
  /** Registrations begun a second, whether or not those before are done. */
  readonly rate: number
  /** Between two readings of one session, on the average. */
  readonly thinkMs: number
  /** Which run it is: each tells of other births. */
  readonly run: number
}

/**
 * Everybody at once for so long: officers and residents read, while births are told, confirmed by the mother and worked on
 * at a rate that does not wait for the service.
 */
export async function loadCases(options: CaseLoadOptions): Promise<CaseLoad> {
  const { officers, residents, seconds } = options
  const [reads, writes] = [new Times(), new Times()]
  const failed: string[] = []
  const note = (error: unknown) => void failed.push(error instanceof Error ? error.message : String(error))
  const started = performance.now()
  const over = () => performance.now() - started >= seconds * 1000
  const reading = [
    ...officers.map((session, i) =>
      keepReading({ ...options, over, i, read: () => readAtDesk(session, options, reads) }),
    ),
    ...residents.map((one, i) => keepReading({ ...options, over, i, read: () => readAtHome(one, reads) })),
  ]
  // Births may go on beyond the end; readers only think then, which is no part of it.
  const registering = keepRegistering({ ...options, over, writes, reads, note }).then((registered) => {
    return { registered, took: Math.max(seconds, (performance.now() - started) / 1000) }
  })
  const [{ registered, took }] = await Promise.all([registering, ...reading.map((one) => one.catch(note))])
  return {
    reads: reads.shown(),
    allReads: reads.all(),
    writes: writes.shown(),
    allWrites: writes.all(),
    readsPerSecond: reads.count() / seconds,
    registrationsPerSecond: registered / took,
    failed,
  }
}

class Times {
  readonly #times = new Map<string, number[]>()

  add(kind: string, ms: number): void {
    const found = this.#times.get(kind)
    if (found === undefined) this.#times.set(kind, [ms])
    else found.push(ms)
  }

  shown(): Readonly<Record<string, Percentiles>> {
    return Object.fromEntries([...this.#times].map(([kind, times]) => [kind, percentiles(times)]))
  }

  all(): Percentiles {
    return percentiles([...this.#times.values()].flat())
  }

  count(): number {
    return [...this.#times.values()].reduce((sum, { length }) => sum + length, 0)
  }
}

async function keepReading({
  thinkMs,
  over,
  i,
  read,
}: {
  readonly thinkMs: number
  readonly over: () => boolean
  readonly i: number
  readonly read: () => (draw: () => number) => Promise<void>
}): Promise<void> {
  const draw = sequence(i)
  const next = read()
  while (!over()) {
    await pause((draw() / 2_147_483_648) * 2 * thinkMs)
    if (over()) return
    await next(draw)
  }
}

function readAtDesk(session: Session, { samples, cases }: CaseLoadOptions, times: Times) {
  let [turn, after] = [0, '']
  return async (draw: () => number) => {
    const sample = samples[draw() % samples.length]
    const caseId = cases[draw() % cases.length]
    // A supervisor looks at the whole once where clerks look at two dozen cases.
    if (draw() % 25 === 0) times.add('overview', (await session.get('/api/cases/overview')).ms)
    else if (turn++ % 3 === 0) {
      const { ms, body } = await session.get(`/api/cases/queue?limit=50${after === '' ? '' : `&after=${after}`}`)
      times.add('queue', ms)
      after = typeof body['next'] === 'string' ? encodeURIComponent(body['next']) : ''
    } else if (turn % 3 === 1 && caseId !== undefined)
      times.add('case page', (await session.get(`/api/cases/${caseId}`)).ms)
    else if (sample !== undefined) times.add('search', await search(session, sample.name))
  }
}

function readAtHome({ session }: Resident, times: Times) {
  return async () => {
    const { ms, body } = await session.get('/api/my/cases')
    times.add('my cases', ms)
    const [first] = (body['cases'] ?? []) as readonly { id: string }[]
    if (first !== undefined) times.add('my case', (await session.get(`/api/my/cases/${first.id}`)).ms)
  }
}

async function keepRegistering(
  options: CaseLoadOptions & {
    readonly over: () => boolean
    readonly writes: Times
    readonly reads: Times
    readonly note: (error: unknown) => void
  },
): Promise<number> {
  const { rate, over, note } = options
  const started = performance.now()
  const underWay = new Set<Promise<void>>()
  let done = 0
  for (let at = 0; !over(); at++) {
    const begun = registerBirth(options, at).then(
      () => void done++,
      (error: unknown) => note(error),
    )
    underWay.add(begun)
    void begun.finally(() => underWay.delete(begun))
    await pause(Math.max(0, started + ((at + 1) * 1000) / rate - performance.now()))
  }
  await Promise.all(underWay)
  return done
}

/** A birth, from the hospital's notice to the first item that is decided at a desk. */
async function registerBirth(
  { hospital, officers, residents, today, run, writes, reads }: CaseLoadOptions & { writes: Times; reads: Times },
  at: number,
): Promise<void> {
  const clerk = hospital[at % hospital.length]
  const officer = officers[at % officers.length]
  const resident = residents[at % residents.length]
  if (clerk === undefined || officer === undefined || resident === undefined) throw new Error('nobody is signed in')
  const { mother, session } = resident
  const notice = (round: number) => ({
    id: randomUUID(),
    record: `L-${randomUUID().slice(0, 18)}`,
    kind: 'live-birth',
    where: 'in-institution',
    mother: { name: mother.name, identityNumber: mother.number },
    child: {
      sex: at % 2 === 0 ? 'female' : 'male',
      birthDate: birthDay(today, round),
      weightGrams: 3300,
      order: 1,
      of: 1,
    },
  })
  let round = run * roundsOfRun + Math.floor(at / residents.length)
  let told = await clerk.post('/api/births/notices', notice(round))
  // The history has a birth of hers in those days, and it was told of again.
  while (told.body['what'] !== 'opened') {
    round += roundsApart
    told = await clerk.post('/api/births/notices', notice(round))
  }
  writes.add('tell of a birth (opens the case)', told.ms)
  const caseId = String(told.body['caseId'])
  const page = await session.get(`/api/my/cases/${caseId}`)
  reads.add('my case', page.ms)
  const { form } = page.body as unknown as { form: { version: string; fields: readonly Field[] } }
  const confirmation = { id: randomUUID(), form: form.version, facts: factsFor(form.fields) }
  writes.add('confirm', (await session.post(`/api/my/cases/${caseId}/confirm`, confirmation)).ms)
  const answer = {
    kind: 'answer',
    id: randomUUID(),
    item: 'vaccination-record',
    result: 'done',
    outputs: { 'child.vaccinationNumber': `V${at}` },
    ground: null,
    pause: null,
    words: null,
  }
  writes.add('decide an item', (await officer.post(`/api/cases/${caseId}/actions`, answer)).ms)
}

/** Rounds of births that one run has for itself; half a year lies between a birth that was known and the next attempt. */
export const roundsOfRun = 8
export const roundsApart = 60

/** Several births of one mother lie days apart, or they would be told of as one. */
export function birthDay(today: Day, round: number): Day {
  return fromDayNumber(toDayNumber(today) - 1 - 3 * round)
}

interface Field {
  readonly name: string
  readonly required: boolean
  readonly known: boolean
}

/** What a family types; the rest is known. */
function factsFor(fields: readonly Field[]): Readonly<Record<string, string | boolean>> {
  const typed: Readonly<Record<string, string | boolean>> = {
    'child.name': '王安安',
    'child.followsParent': 'mother',
    'child.foreignParents': 'none',
    'child.collectiveHousehold': false,
    'child.parentsOfTwoProvinces': false,
    'household.registeredMarriage': true,
    'household.phone': '13900000000',
  }
  return Object.fromEntries(
    fields.flatMap(({ name, required, known }) => {
      const value = typed[name]
      return value !== undefined && !known && (required || name.startsWith('child.')) ? [[name, value]] : []
    }),
  )
}
