import type { Pool } from 'pg'
import { demoPlaces } from '../../apps/server/src/demonstration/places.ts'
import { openPool } from '../../apps/server/src/database/connect.ts'
import type { Bound } from './bounds.ts'
import { addressOf } from './cluster.ts'
import type { County } from './county.ts'
import { measureCases } from './measure-cases.ts'
import { measureRatios } from './measure-ratios.ts'
import { measureSearch } from './measure-search.ts'
import type { Measured, Measuring, SignedIn } from './measuring.ts'
import { drawPeople, region } from './place.ts'
import { startService } from './processes.ts'
import { mothersOf, samplesOf } from './samples.ts'
import { Session } from './session.ts'
import { hireStaff, type Staffed } from './staff.ts'

const memoryLimitMb = 400
const hospitalClerks = 20

/** Everything that is measured of one county, told line by line. */
export async function measureCounty(county: County, measuring: Measuring): Promise<Measured> {
  const { server, say, parts, searchSessions, caseSessions } = measuring
  const batches = [...drawPeople(county.persons, county.today)]
  const samples = samplesOf(batches, 500)
  const residents = Math.floor(caseSessions / 2)
  const mothers = mothersOf(batches, residents)
  const owner = openPool(addressOf(server, county.database))
  try {
    const officers = Math.max(searchSessions, caseSessions - residents - hospitalClerks)
    const places = demoPlaces(batches)
    const staffed = await hireStaff(owner, { places, officers, hospital: hospitalClerks, mothers })
    const address = addressOf(server, county.database)
    const cards = [...staffed.officers, ...staffed.hospital, ...staffed.residents]
    const service = await startService({ address, secrets: server.secrets, cards })
    const grown = new Map<string, number>()
    const bounds: Bound[] = []
    try {
      const sessions = await signIn(service.port, staffed)
      if (parts.has('search'))
        bounds.push(...(await measureSearch({ samples, sessions: sessions.officers, grown }, measuring)))
      const cases = await someCases(owner)
      const people = sessions.residents.flatMap((session, at) => {
        const mother = mothers[at]
        return mother === undefined ? [] : [{ session, mother }]
      })
      if (parts.has('cases'))
        bounds.push(
          ...(await measureCases({ ...sessions, residents: people, samples, cases, county, grown }, measuring)),
        )
      for (const session of Object.values(sessions).flat()) session.end()
    } finally {
      await service.stop()
    }
    const memory = service.mostMemory() / 1e6
    bounds.push({ name: 'memory of the service, most', found: memory, limit: memoryLimitMb, unit: 'MB' })
    if (parts.has('ratios')) await measureRatios({ owner, staffed, mothers, county, grown }, measuring)
    say(`| memory of the service, most | ${memory.toFixed(0)} MB |`)
    return { bounds, grown }
  } finally {
    await owner.end()
  }
}

async function signIn(port: number, { officers, hospital, residents }: Staffed): Promise<SignedIn> {
  const enter = async (cards: readonly { readonly id: string }[]): Promise<readonly Session[]> => {
    const sessions: Session[] = []
    for (const { id } of cards) {
      const session = new Session(port)
      await session.signIn(id)
      sessions.push(session)
    }
    return sessions
  }
  return { officers: await enter(officers), hospital: await enter(hospital), residents: await enter(residents) }
}

async function someCases(owner: Pool): Promise<readonly string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `(select case_id as id from casework.waiting where region = $1 and unit = 'health' limit 300)
     union all (select id from casework.case_row tablesample system (0.5) where region = $1 limit 300)`,
    [region],
  )
  return rows.map(({ id }) => id)
}
