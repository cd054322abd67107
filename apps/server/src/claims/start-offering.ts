import type { ClaimService } from './claim-service.ts'
import { offerClaims } from './offer-claims.ts'

/** Offers what confirmed births make due, round by round, until `stop`. */
export function startOffering(
  service: ClaimService,
  {
    regions,
    now,
    onError,
    roundMs = 5000,
  }: {
    readonly regions: readonly string[]
    readonly now: () => Temporal.Instant
    readonly onError: (error: unknown) => void
    /** Milliseconds between rounds. */
    readonly roundMs?: number
  },
): { readonly stop: () => Promise<void> } {
  let underWay: Promise<unknown> | null = null
  const round = async (): Promise<void> => {
    for (const region of regions) {
      const { refused } = await offerClaims(service, { region, now: now() })
      if (refused.length > 0) onError(new Error(`not offered: ${refused.join(', ')}`))
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
