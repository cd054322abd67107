import type { Procedure } from '@junheng/casework'
import type { EmbeddedServer } from '../../apps/server/src/database/embedded/start-embedded.ts'
import type { Bound } from './bounds.ts'
import type { Session } from './session.ts'

/** What can be measured by itself. */
const allParts = ['search', 'cases', 'ratios'] as const
export type Part = (typeof allParts)[number]

/** Parts as they are named in a command, by commas; all where none is. Throws RangeError. */
export function readParts(text: string | undefined): ReadonlySet<Part> {
  if (text === undefined) return new Set(allParts)
  return new Set(
    text.split(',').map((name) => {
      const part = allParts.find((one) => one === name)
      if (part === undefined) throw new RangeError(`parts are ${allParts.join(', ')}, not ${name}`)
      return part
    }),
  )
}

export interface Measuring {
  readonly server: EmbeddedServer
  readonly procedures: readonly Procedure[]
  readonly parts: ReadonlySet<Part>
  /** How long each kind of load lasts. */
  readonly seconds: number
  readonly searchSessions: number
  readonly caseSessions: number
  /** Births a second, one load after the other; the bounds are held against the last. */
  readonly rates: readonly number[]
  readonly say: (line: string) => void
}

/** What of a county is held against that of another size. */
export interface Measured {
  readonly bounds: readonly Bound[]
  /** Middle times and rates, by name. */
  readonly grown: ReadonlyMap<string, number>
}

/** Who has signed in. */
export interface SignedIn {
  readonly officers: readonly Session[]
  readonly hospital: readonly Session[]
  readonly residents: readonly Session[]
}
