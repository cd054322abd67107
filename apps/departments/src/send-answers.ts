import { sign, type Answer } from '@junheng/connector'

/** Where answers go, and the key shared with whoever takes them. */
export interface Addressee {
  /** Base address of the service, such as http://127.0.0.1:4190. */
  readonly address: string
  readonly key: Uint8Array
}

/** Milliseconds between tries; the service may be starting again. */
const pauses = [200, 500, 1000, 2000, 5000, 10_000] as const

/**
 * Brings an answer to the service until it is taken (2xx), refused for good (4xx), or `stopped`. A forged one is signed
 * with another key and sent once. True where it was taken.
 */
export async function sendAnswer(
  answer: Answer,
  {
    addressee,
    forged,
    seconds,
    pause,
    stopped,
  }: {
    readonly addressee: Addressee
    readonly forged: boolean
    readonly seconds: () => number
    readonly pause: (milliseconds: number) => Promise<void>
    readonly stopped: () => boolean
  },
): Promise<boolean> {
  const body = JSON.stringify(answer)
  const key = forged ? Buffer.alloc(32, 7) : addressee.key
  for (let attempt = 0; !stopped(); attempt++) {
    const status = await fetch(`${addressee.address}/api/departments/${answer.department}/answers`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...sign(key, { id: answer.id, seconds: seconds(), body }) },
      body,
      signal: AbortSignal.timeout(10_000),
    }).then(
      (response) => response.status,
      () => null,
    )
    const settled = status !== null && status < 500 && status !== 429
    if (settled || forged) return status !== null && status < 300
    await pause(pauses[Math.min(attempt, pauses.length - 1)] ?? 10_000)
  }
  return false
}
