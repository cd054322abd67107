/** A message as the demonstration shows it. */
export interface ShownMessage {
  readonly at: string
  /** Masked. */
  readonly to: string
  readonly text: string
}

/** Sends short messages. A service with a gateway of its own puts it here. */
export interface Messages {
  readonly send: (message: {
    readonly phone: string
    readonly text: string
    readonly at: Temporal.Instant
  }) => Promise<void>
  /** The last ones, newest first; null where they are really sent and nobody may see them. */
  readonly shown: (() => readonly ShownMessage[]) | null
}

const kept = 20

/** For development and the demonstration: shows what would have been sent, and sends nothing. */
export function visibleMessages(): Messages {
  const shown: ShownMessage[] = []
  return {
    send: async ({ phone, text, at }) => {
      shown.unshift({ at: at.toString(), to: maskPhone(phone), text })
      shown.length = Math.min(shown.length, kept)
    },
    shown: () => shown,
  }
}

/** Where no gateway is set: nothing is sent, and nobody sees a code. */
export function noMessages(): Messages {
  return { send: async () => undefined, shown: null }
}

export function maskPhone(phone: string): string {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`
}
