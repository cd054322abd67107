/** A code to sign in with, or a notice to a family. */
export type MessageKind = 'code' | 'notice'

/** A message as the demonstration shows it. */
export interface ShownMessage {
  readonly at: string
  readonly kind: MessageKind
  /** Masked. */
  readonly to: string
  readonly text: string
}

/** Sends short messages. A service with a gateway of its own puts it here. */
export interface Messages {
  readonly send: (message: {
    readonly kind: MessageKind
    readonly phone: string
    readonly text: string
    readonly at: Temporal.Instant
  }) => Promise<void>
  /** False where nothing is ever sent, so that nobody takes it for said. */
  readonly sends: boolean
  /** The last ones, newest first; null where they are really sent and nobody may see them. */
  readonly shown: (() => readonly ShownMessage[]) | null
}

const kept = 20

/** For development and the demonstration: shows what would have been sent, and sends nothing. */
export function visibleMessages(): Messages {
  const shown: ShownMessage[] = []
  return {
    send: async ({ kind, phone, text, at }) => {
      shown.unshift({ at: at.toString(), kind, to: maskPhone(phone), text })
      shown.length = Math.min(shown.length, kept)
    },
    sends: true,
    shown: () => shown,
  }
}

/** Hands messages to a gateway by HTTP: POST of JSON with phone and text. A gateway that fails fails the request. */
export function gatewayMessages({ url, token }: { readonly url: string; readonly token: string }): Messages {
  return {
    send: async ({ phone, text }) => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ phone, text }),
        signal: AbortSignal.timeout(10_000),
      })
      if (!response.ok) throw new Error(`the gateway for messages answered ${response.status}`)
    },
    sends: true,
    shown: null,
  }
}

/** Where no gateway is set: nothing is sent, and nobody sees a code. */
export function noMessages(): Messages {
  return { send: async () => undefined, sends: false, shown: null }
}

export function maskPhone(phone: string): string {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`
}
