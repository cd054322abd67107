import type { ClaimService } from '../claims/claim-service.ts'
import { followEndings } from './follow-endings.ts'

/** Follows deaths and moves that the register learns, round by round, until `stop`. */
export function startFollowing(
  service: ClaimService,
  {
    regions,
    onError,
    roundMs = 10_000,
  }: {
    readonly regions: readonly string[]
    readonly onError: (error: unknown) => void
    /** Milliseconds between rounds. */
    readonly roundMs?: number
  },
): { readonly stop: () => Promise<void> } {
  let underWay: Promise<unknown> | null = null
  const round = async (): Promise<void> => {
    for (const region of regions) {
      const { toLookAt } = await followEndings(service, { region, now: Temporal.Now.instant() })
      if (toLookAt.length > 0) onError(new Error(`to be looked at after a death or a move: ${toLookAt.join(', ')}`))
    }
  }
  const timer = setInterval(() => {
    // A round that takes longer than the pause is not joined by a second one.
    underWay ??= round()
      .catch(onError)
      .finally(() => (underWay = null))
  }, roundMs)
  return {
    stop: async () => {
      clearInterval(timer)
      await underWay
    },
  }
}
