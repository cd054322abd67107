import { loadavg } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import type { ChaosOptions, ChaosState } from './chaos-options.ts'

interface Progress {
  readonly cases: number
  readonly ended: number
  readonly open: number
}

/** Seconds between two lines of progress. */
const saySeconds = 10

/** Returns when every case has ended and no delivery is open; throws when that takes too long or somebody gave up. */
export async function waitForEnd(options: ChaosOptions, state: ChaosState, until: number): Promise<void> {
  const started = Date.now()
  let said = 0
  for (;;) {
    state.over.throwIfAborted()
    const at = await readProgress(options)
    if (at.ended === options.births && at.open === 0) return
    const now = Date.now()
    if (now - said >= saySeconds * 1000) {
      said = now
      options.say?.(describe(options.births, at, { seconds: (now - started) / 1000, kills: state.kills }))
    }
    if (now > until) throw new Error(`not at an end: ${JSON.stringify(at)}`)
    await pause(500)
  }
}

async function readProgress({ region, database: { owner } }: ChaosOptions): Promise<Progress> {
  const { rows } = await owner.query<Progress>(
    `select count(*)::int as cases, count(ended_on)::int as ended,
       (select count(*)::int from casework.delivery where region = $1 and state in ('waiting', 'sent', 'accepted')) as open
     from casework.case_row where region = $1`,
    [region],
  )
  return rows[0] ?? { cases: 0, ended: 0, open: 0 }
}

function describe(
  births: number,
  { cases, ended, open }: Progress,
  { seconds, kills }: { readonly seconds: number; readonly kills: number },
): string {
  const rate = seconds < 1 ? 0 : Math.round((ended / seconds) * 60)
  const load = loadavg()[0]?.toFixed(1) ?? '?'
  return (
    `${String(Math.round(seconds)).padStart(5)} s  ${cases}/${births} told, ${ended} ended (${rate} a minute), ` +
    `${open} deliveries open, killed ${kills} times, load ${load}`
  )
}
