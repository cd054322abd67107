import { loadavg } from 'node:os'
import type { ChaosReport } from './run-chaos.ts'

export interface Claim {
  readonly claim: string
  readonly found: number
  readonly holds: boolean
}

/** What must be true at the end. `found`: how many things speak against it. */
export function claimsOf(births: number, { findings }: Pick<ChaosReport, 'findings'>): readonly Claim[] {
  const against: readonly (readonly [string, number])[] = [
    ['one case a birth', Math.abs(findings.cases - births)],
    ['every case has ended rightly', findings.unended],
    ['every item is what its department last said', findings.wrong],
    ['nothing delivered, answered, numbered or born twice', findings.twice],
    ['both lists agree, both ways', findings.unreconciled],
    ['no delivery left over, no dead letter', findings.leftOver],
    ['every step told once through the outbox', findings.untold],
    ['audit chain whole', findings.brokenChains],
    ['cases and register rebuild to the letter', findings.misprojected],
    ['certificate and register agree on every child', findings.unregistered],
  ]
  return against.map(([claim, found]) => ({ claim, found, holds: found === 0 }))
}

/** The end of a run, for a reader. */
export function describeRun(births: number, report: ChaosReport): string {
  const { findings, kills, dead, startMs, seconds } = report
  const { statuses, deliveries, attempts } = findings
  const ends = Object.entries(statuses).map(([status, n]) => `${n} ${status}`)
  const rate = Math.round((births / seconds) * 60)
  return [
    '',
    `${births} births in ${Math.round(seconds)} s: ${rate} a minute (load ${loadavg()[0]?.toFixed(1)} at the end)`,
    `ended: ${ends.join(', ')}`,
    `${deliveries} deliveries in ${attempts} calls; ${dead} dead letters sent again`,
    `killed ${kills} times; ${startMs} ms from a start until it listened`,
    '',
    ...claimsOf(births, report).map(
      ({ claim, found, holds }) => `${holds ? 'holds ' : 'BROKEN'}  ${claim}: ${found} against`,
    ),
  ].join('\n')
}
