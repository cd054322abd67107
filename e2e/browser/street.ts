import { fileURLToPath } from 'node:url'
import { openPool, type Address } from '../../apps/server/src/database/connect.ts'
import { startTemporary, type EmbeddedServer } from '../../apps/server/src/database/embedded/start-embedded.ts'
import { openDatabase } from '../../apps/server/src/database/open-database.ts'
import { prepareDemonstration } from '../../apps/server/src/demonstration/prepare-demonstration.ts'
import type { Log } from '../../apps/server/src/edge/request-log.ts'
import { readContents, serveContents } from '../../apps/server/src/index.ts'
import { readOfficeSettings } from '../../apps/server/src/sign-in/office-settings.ts'
import { localClient, startLocalProvider } from '../../apps/server/src/testing/local-provider.ts'
import { untilReady } from './until-ready.ts'

const folder = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** Enough for every kind of household and post, and made in seconds. */
const persons = 3000

/** The instant at which every house opens: the same people live there on whatever day the tests run. */
const opening = Temporal.Instant.from('2026-11-28T03:00:00Z')

/** The real server over a demonstration of its own. */
export interface House {
  readonly address: string
  /** The house's clock less this machine's, milliseconds. */
  readonly shift: number
  readonly close: () => Promise<void>
}

/** Equal houses: the demonstration is drawn once, and every house is a copy of it that only its own tests change. */
export interface Street {
  readonly open: (log: Log) => Promise<House>
  readonly close: () => Promise<void>
}

/** Draws the demonstration, reads packs and web, and builds no house yet. */
export async function layStreet(log: Log): Promise<Street> {
  const contents = await readContents({ packsDir: folder('packs'), webDir: folder('apps/web/dist'), log })
  const server = await startTemporary(['max_connections=150'])
  await draw(server)
  // Whoever signs in there under an identity number is its bearer; under another name, a member of staff.
  const platform = await startLocalProvider({
    redirects: 'anywhere',
    told: ['id_number', 'id_verified'],
    claimsOf: (login) => ({
      ...(/^\d{17}[\dX]$/u.test(login) ? { id_number: login, id_verified: true } : {}),
      email: `${login}@platform.example`,
      email_verified: true,
    }),
  })
  const providers = (prefix: string) => ({
    [`${prefix}_DISCOVERY`]: platform.discoveryUrl,
    [`${prefix}_CLIENT_ID`]: localClient.clientId,
    [`${prefix}_CLIENT_SECRET`]: localClient.clientSecret,
  })
  const environment = {
    ...providers('JUNHENG_OIDC'),
    ...providers('JUNHENG_RESIDENT_OIDC'),
    JUNHENG_RESIDENT_OIDC_NAME: '试验政务平台',
    JUNHENG_RESIDENT_OIDC_CLAIMS: 'identity=id_number,verified=id_verified',
  }
  const keeper = openPool(ownerOf(server, 'postgres'), { max: 1 })
  let built = 0
  // PostgreSQL lets one at a time copy a database.
  let copying: Promise<unknown> = Promise.resolve()
  const copy = (name: string): Promise<unknown> =>
    (copying = copying.then(() => keeper.query(`create database ${name} template drawn strategy file_copy`)))
  return {
    async open(own) {
      const name = `house_${(built += 1)}`
      await copy(name)
      const shift = opening.epochMilliseconds - Date.now()
      const now = () => Temporal.Now.instant().add({ milliseconds: shift })
      const prepare = (database: Parameters<typeof prepareDemonstration>[0]['database']) =>
        prepareDemonstration({ database, now: opening, persons })
      const office = {
        ...readOfficeSettings(environment, { host: '127.0.0.1', prepare }),
        // Roles and their passwords are the server's, not the database's: no house makes them anew.
        database: { home: server.home, url: urlOf(ownerOf(server, name)), migrate: false },
        now,
      }
      const running = await serveContents(contents, { port: 0, log: own, office })
      await untilReady(running.address)
      return {
        address: running.address,
        shift,
        async close() {
          await running.close()
          await keeper.query(`drop database ${name} with (force)`)
        },
      }
    },
    async close() {
      platform.close()
      await keeper.end()
      await server.stop()
    },
  }
}

async function draw(server: EmbeddedServer): Promise<void> {
  const maintenance = openPool(ownerOf(server, 'postgres'), { max: 1 })
  await maintenance.query('create database drawn template template0')
  await maintenance.end()
  const database = await openDatabase({ home: server.home, url: urlOf(ownerOf(server, 'drawn')) })
  await prepareDemonstration({ database, now: opening, persons })
  await database.close()
}

function ownerOf({ port, secrets }: EmbeddedServer, database: string): Address {
  return { host: '127.0.0.1', port, database, user: 'postgres', password: secrets.superuser }
}

function urlOf({ host, port, database, user, password }: Address): string {
  return `postgresql://${user}:${encodeURIComponent(password)}@${host}:${port}/${database}`
}
