import {
  Answer,
  findSignatureFault,
  Inventory,
  Receipt,
  sign,
  type Delivery,
  type Department,
} from '@junheng/connector'

/** How a department is reached. */
export interface Connection {
  /** Base address, such as https://police.example. */
  readonly address: string
  /** Shared with the department, at least 24 bytes; signs both ways. */
  readonly key: Uint8Array
}

export type Connections = ReadonlyMap<Department, Connection>

/** `again`: the same call may succeed later; `never`: the department says the delivery itself is wrong. */
export type CallOutcome =
  | { readonly kind: 'taken'; readonly reference: string }
  | { readonly kind: 'again' | 'never'; readonly error: string }

/** Statuses that say: later, or we do not know. Every other 4xx means that sending it again is no use. */
const passing = new Set([401, 403, 408, 409, 425, 429])

/** Hands a delivery to a department, once. Never throws: what went wrong is in the outcome, without any data. */
export async function sendDelivery(
  { address, key }: Connection,
  delivery: Delivery,
  { seconds, timeoutMs }: { readonly seconds: number; readonly timeoutMs: number },
): Promise<CallOutcome> {
  const body = JSON.stringify(delivery)
  try {
    const response = await fetch(`${address}/deliveries`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...sign(key, { id: delivery.id, seconds, body }) },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (!response.ok) {
      await response.body?.cancel()
      const never = response.status >= 400 && response.status < 500 && !passing.has(response.status)
      return { kind: never ? 'never' : 'again', error: `HTTP ${response.status}` }
    }
    const receipt = Receipt.safeParse(await response.json())
    return receipt.success && receipt.data.delivery === delivery.id
      ? { kind: 'taken', reference: receipt.data.reference }
      : { kind: 'again', error: 'no receipt for this delivery' }
  } catch (error) {
    return { kind: 'again', error: errorName(error) }
  }
}

/** What a department said last of a delivery; `nothing`: it has no outcome of it. */
export type SaidAgain =
  | { readonly kind: 'said'; readonly answer: Answer }
  | { readonly kind: 'nothing' | 'silent' | 'unsigned' }

/**
 * Asks a department to say its last outcome of a delivery again. What comes back is signed as its answers are; what is
 * not is no answer. Never throws.
 */
export async function askAgain(
  { address, key }: Connection,
  delivery: string,
  { seconds, timeoutMs }: { readonly seconds: number; readonly timeoutMs: number },
): Promise<SaidAgain> {
  const body = JSON.stringify({ delivery })
  try {
    const response = await fetch(`${address}/deliveries/${delivery}/answer`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...sign(key, { id: delivery, seconds, body }) },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    const said = await response.text()
    if (!response.ok) return { kind: response.status === 404 ? 'nothing' : 'silent' }
    const headers = Object.fromEntries(response.headers)
    if (findSignatureFault([key], { headers, body: said, now: seconds }) !== undefined) return { kind: 'unsigned' }
    const { data: answer } = Answer.safeParse(JSON.parse(said))
    return answer === undefined || answer.delivery !== delivery ? { kind: 'silent' } : { kind: 'said', answer }
  } catch {
    return { kind: 'silent' }
  }
}

/** Everything a department says it has. Throws where it does not answer or says something else. */
export async function fetchInventory({ address }: Connection, timeoutMs: number): Promise<Inventory> {
  const response = await fetch(`${address}/deliveries`, { redirect: 'error', signal: AbortSignal.timeout(timeoutMs) })
  if (!response.ok) throw new Error(`HTTP ${response.status}`)
  return Inventory.parse(await response.json())
}

/** The name of a fault (ECONNREFUSED, TimeoutError), never its message: that could quote what was sent. */
function errorName(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const { cause } = error
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.name
}
