import { isDomainError, type Day } from '@junheng/kernel'
import type { Purpose } from '@junheng/register'
import type { Database } from '../database/open-database.ts'
import type { Access, Field } from '../register/access.ts'
import { act } from '../register/act.ts'
import { readPerson } from '../register/read-person.ts'
import type { DemoCard } from '../sign-in/demonstration.ts'
import { residentUser, type DemoPlace } from './cards.ts'
import type { PlayedFamily } from './choose-played.ts'
import { drawId } from './draw-id.ts'
import { caseNumber } from './write-cases.ts'

export interface Traces {
  readonly database: Pick<Database, 'app' | 'secrets'>
  readonly place: DemoPlace
  readonly family: PlayedFamily
  readonly cards: readonly DemoCard[]
  /** The day on which the cases were opened. */
  readonly opened: Day
  readonly now: Temporal.Instant
}

/**
 * What a few days of work leave behind, done through the same functions as real work: readings that the resident sees,
 * a correction, a health note, a request of the resident, a refused look at births, and an emergency to be reviewed,
 * which is the last, so that it tells that all the others are there.
 */
export async function leaveTraces(traces: Traces): Promise<void> {
  const { family, opened } = traces
  await addHealthNote(traces)
  await correctName(traces)
  const births = (number: Parameters<typeof caseNumber>[0]) => caseNumber(number, opened)
  await look(traces, { kind: 'township-worker', purpose: 'birth-service', caseId: births(1) })
  await look(traces, { kind: 'county-officer', purpose: 'benefit', caseId: births(3), fields: ['phone'] })
  await look(traces, { kind: 'health-worker', purpose: 'health-service', caseId: births(6), fields: ['health'] })
  await look(traces, { kind: 'village-worker', purpose: 'registration', of: family.elder.id })
  await look(traces, { kind: 'county-officer', purpose: 'benefit', caseId: births(4), of: family.elder.id })
  await askForCorrection(traces)
  await expectRefusal(look(traces, { kind: 'police-registrar', purpose: 'household-registration', caseId: births(7) }))
  const reason = '产妇急诊转院，需联系家属核实过敏史'
  await look(traces, { kind: 'health-worker', purpose: 'emergency', fields: ['phone', 'health'], reason })
}

function accessOf(
  { cards, place, family }: Traces,
  kind: string,
  rest: Pick<Access, 'purpose'> & Partial<Access>,
): Access {
  const card = cards.find(({ id }) => id === kind)
  if (card === undefined) throw new Error(`nobody of the demonstration is ${kind}`)
  const local = kind === 'township-worker' || kind === 'village-worker'
  return {
    actor: card.user,
    post: card.post,
    region: place.region,
    townships: local ? [family.township] : null,
    villages: kind === 'village-worker' ? [family.village] : null,
    caseId: null,
    fields: [],
    reason: null,
    ...rest,
  }
}

async function look(
  traces: Traces,
  {
    kind,
    of = traces.family.mother.id,
    ...rest
  }: {
    readonly kind: string
    readonly purpose: Purpose
    readonly of?: string
    readonly caseId?: string
    readonly fields?: readonly Field[]
    readonly reason?: string
  },
): Promise<void> {
  const { app: pool, secrets } = traces.database
  const access = accessOf(traces, kind, rest)
  if ((await readPerson({ register: { pool }, secrets, access, person: of, births: true })) === null) {
    throw new Error(`the ${kind} of the demonstration does not see the people it is played with`)
  }
}

async function expectRefusal(attempt: Promise<unknown>): Promise<void> {
  try {
    await attempt
  } catch (error) {
    if (isDomainError(error, 'access-refused')) return
    throw error
  }
  throw new Error('the database let births through for a forbidden purpose')
}

async function send(traces: Traces, key: string, command: object): Promise<void> {
  const { database, place, now, opened } = traces
  const outcome = await act({
    register: { pool: database.app },
    secrets: database.secrets,
    access: accessOf(traces, 'county-officer', { purpose: 'registration' }),
    input: {
      id: drawId(place.region, place.seed, 'act', key),
      region: place.region,
      source: { kind: 'document', reference: null },
      command,
    },
    today: opened,
    now,
  })
  // A command that an interrupted start had sent already is answered again; one that was corrected then is refused.
  if (!outcome.ok && outcome.problems.some(({ code }) => code !== 'id-used-for-other-content')) {
    throw new Error(`the demonstration’s ${key} was rejected: ${JSON.stringify(outcome.problems)}`)
  }
}

function addHealthNote(traces: Traces): Promise<void> {
  const { family, opened } = traces
  return send(traces, 'health note', {
    kind: 'state-fact',
    person: family.mother.id,
    attribute: 'health',
    value: '产后复查：轻度贫血，已给药，三个月后复查',
    from: opened,
  })
}

/** The child's name was misspelt at first: what was believed stays visible. */
async function correctName(traces: Traces): Promise<void> {
  const { database, family } = traces
  const access = accessOf(traces, 'county-officer', { purpose: 'registration' })
  const { app: pool, secrets } = database
  const page = await readPerson({ register: { pool }, secrets, access, person: family.child.id, births: false })
  const believed = new Set(page?.believed)
  const name = page?.history.find(({ id, kind, corrects }) => kind === 'name' && corrects === null && believed.has(id))
  if (name === undefined) return
  await send(traces, 'correction', {
    kind: 'correct-fact',
    subject: family.child.id,
    fact: name.id,
    how: 'replace',
    attribute: 'name',
    value: `${family.child.name.slice(0, 1)}一诺`,
    reason: '出生医学证明上的名字登记时抄错',
  })
}

async function askForCorrection({ database, place, family, now }: Traces): Promise<void> {
  const { region, seed } = place
  const client = await database.app.connect()
  try {
    // As the resident would: the row is theirs by the database's own rules.
    await client.query(
      `begin; set local app.regions = '${region}'; set local app.purpose = 'data-subject';
       set local app.self = '${family.mother.id}'; set local app.actor = '${residentUser(place, 'mother')}'`,
    )
    await client.query(
      `insert into staff.correction_request (region, id, person, township, village, text, asked_by, asked_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
      [
        region,
        drawId(region, seed, 'correction request'),
        family.mother.id,
        family.township,
        family.village,
        '我已搬到同社区另一栋楼，请更新住址',
        residentUser(place, 'mother'),
        now.toString(),
      ],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}
