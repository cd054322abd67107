import { openDatabase, type Database, type OpenOptions } from '../database/open-database.ts'
import { openPool } from '../database/connect.ts'
import type { Log } from '../edge/request-log.ts'
import { openCases, type CaseSettings } from '../cases/open-cases.ts'
import type { ClaimService } from '../claims/claim-service.ts'
import { startClaimRounds } from '../claims/start-claim-rounds.ts'
import { startFollowing } from '../endings/start-following.ts'
import { startNotices } from '../notices/start-notices.ts'
import type { Demonstration } from './demonstration.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { makeOffice } from './make-office.ts'
import { beginning, type Preparing, type Report } from './preparing.ts'
import type { Messages } from './messages.ts'
import type { Office } from './office.ts'

/** What the office of a running service is opened with. */
export interface OfficeSettings {
  readonly database?: OpenOptions
  readonly providers: readonly IdentityProvider[]
  readonly messages: Messages
  /** Makes the demonstration, or finds it made; null: a service of its own people. */
  readonly prepare: ((database: Database, report: Report) => Promise<Demonstration>) | null
  /** Public address, where it is not the one listened at. */
  readonly publicUrl: string | null
  readonly behindProxy: boolean
  /** Work on cases; null: this service keeps none. Simulated departments start with the demonstration only. */
  readonly cases: Omit<CaseSettings, 'proceduresOf'> | null
  /** The clock that days and legal clocks are told by; default: this machine's. */
  readonly now?: () => Temporal.Instant
}

/** An office that opens while the service answers already. */
export interface OpeningOffice {
  readonly office: () => Office | null
  /** How far it is, while `office` is null. */
  readonly preparing: () => Preparing
  readonly close: () => Promise<void>
}

/** What the office answers by: where it is, and the packs. */
interface Surroundings {
  readonly address: string
  readonly log: Log
  readonly proceduresOf: CaseSettings['proceduresOf']
  readonly placeOf: ClaimService['placeOf']
}

/** Opens the database in the background. A failure is logged in both languages; families' pages go on without. */
export function beginOffice(
  settings: OfficeSettings,
  { address, log, proceduresOf, placeOf }: Surroundings,
): OpeningOffice {
  let office: Office | null = null
  let closing = false
  let preparing = beginning
  const report: Report = (now) => void (preparing = now)
  const opened = open(settings, { address, log, proceduresOf, placeOf, report }).then(
    (there) => {
      if (!closing) office = there.office
      return there.close
    },
    (error: unknown) => {
      const text = error instanceof Error ? error.message : String(error)
      log({ message: `人口库没有打开：${text}\nThe register could not be opened: ${text}` })
      return async () => undefined
    },
  )
  return {
    office: () => office,
    preparing: () => preparing,
    close: async () => {
      closing = true
      office = null
      await (
        await opened
      )()
    },
  }
}

async function open(
  settings: OfficeSettings,
  { address, log, proceduresOf, placeOf, report }: Surroundings & { readonly report: Report },
) {
  const now = settings.now ?? (() => Temporal.Now.instant())
  const database = await openDatabase(settings.database)
  try {
    await sweep(database)
    const demonstration = settings.prepare === null ? null : await settings.prepare(database, report)
    report({ phase: 'opening', done: 0, of: null })
    const cases =
      settings.cases === null
        ? null
        : await openCases(database, {
            settings: { ...settings.cases, proceduresOf },
            address,
            now,
            memoryFolder: database.home,
            // The stack names code, never data.
            onError: (error) => log({ message: `cases: ${stackOf(error)}` }),
          })
    const claims = cases === null ? null : { casework: cases.service.casework, placeOf }
    const rounds =
      cases === null || claims === null || settings.cases === null
        ? null
        : await startClaimRounds(claims, {
            boss: cases.boss,
            regions: settings.cases.regions,
            now,
            onError: (error) => log({ message: `claims: ${stackOf(error)}` }),
          })
    const following =
      claims === null || settings.cases === null
        ? null
        : startFollowing(claims, {
            regions: settings.cases.regions,
            onError: (error) => log({ message: `endings: ${stackOf(error)}` }),
          })
    const notices =
      claims === null || settings.cases === null || !settings.messages.sends
        ? null
        : startNotices(
            {
              casework: claims.casework,
              messages: settings.messages,
              address: new URL(settings.publicUrl ?? address).origin,
            },
            {
              regions: settings.cases.regions,
              now,
              onError: (error) => log({ message: `notices: ${stackOf(error)}` }),
            },
          )
    const auditor = openPool(database.addresses.auditor, { max: 1 })
    const { office, close } = makeOffice({
      app: database.app,
      auditor,
      address: database.addresses.app,
      secrets: database.secrets,
      origin: new URL(settings.publicUrl ?? address).origin,
      providers: settings.providers,
      messages: settings.messages,
      demonstration,
      cases: cases?.service ?? null,
      claims,
      now,
    })
    return {
      office,
      close: async () => {
        await rounds?.stop()
        await following?.stop()
        await notices?.stop()
        await cases?.close()
        await Promise.all([close(), auditor.end()])
        await database.close()
      },
    }
  } catch (error) {
    await database.close()
    throw error
  }
}

/** What has ended counts for nothing; it need not be kept either. */
async function sweep({ app }: Database): Promise<void> {
  for (const table of ['session', 'verification', 'one_time_code']) {
    await app.query(`delete from auth.${table} where expires_at < now()`)
  }
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return `${error.name} ${(error.stack ?? '').split('\n').slice(1, 4).join(' ').trim()}`
}
