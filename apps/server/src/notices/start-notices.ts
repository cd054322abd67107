import { sendNotices, type Notifying } from './send-notices.ts'

/** Tells families of what concerns them, round by round, until `stop`. */
export function startNotices(
  notifying: Notifying,
  {
    regions,
    now,
    onError,
    roundMs = 10_000,
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
      const { givenUp } = await sendNotices(notifying, { region, now: now() })
      if (givenUp.length > 0) onError(new Error(`messages to families given up: ${givenUp.join(', ')}`))
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
