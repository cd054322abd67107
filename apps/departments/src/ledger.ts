import type { Answer, Delivery, InventoryLine } from '@junheng/connector'

/** What a department keeps of a delivery. */
export interface Entry {
  readonly delivery: Delivery
  readonly serial: number
  readonly reference: string
  readonly receivedAt: string
  state: InventoryLine['state']
  at: string
  /** Cancelled while it was being worked on: nothing more is said of it. */
  cancelled: boolean
  /** Its last outcome, to be said again when asked; null: none yet. */
  said: Answer | null
}

/** Everything a department was sent, by delivery. A delivery that comes again is the same entry. */
export class Ledger {
  readonly #entries = new Map<string, Entry>()
  readonly #sequences = new Map<string, number>()
  readonly #counts = new Map<string, number>()
  readonly #prefix: string

  constructor(prefix: string) {
    this.#prefix = prefix
  }

  find(delivery: string): Entry | undefined {
    return this.#entries.get(delivery)
  }

  add(delivery: Delivery, at: string): Entry {
    const serial = this.#entries.size + 1
    const entry: Entry = {
      delivery,
      serial,
      reference: `${this.#prefix}-${serial}`,
      receivedAt: at,
      state: 'received',
      at,
      cancelled: false,
      said: null,
    }
    this.#entries.set(delivery.id, entry)
    return entry
  }

  /** The next number of an answer to this item, from 1, over all its deliveries. */
  nextSequence({ case: of, item }: Delivery): number {
    const key = `${of} ${item}`
    const next = (this.#sequences.get(key) ?? 0) + 1
    this.#sequences.set(key, next)
    return next
  }

  /** How often this name was counted, this time included. */
  count(name: string): number {
    const next = (this.#counts.get(name) ?? 0) + 1
    this.#counts.set(name, next)
    return next
  }

  /** Takes back what was being worked on for an item; returns those entries. */
  cancel({ case: of, item }: Delivery, at: string): readonly Entry[] {
    const open = [...this.#entries.values()].filter(
      (entry) => entry.delivery.case === of && entry.delivery.item === item && entry.delivery.kind !== 'cancel',
    )
    for (const entry of open) Object.assign(entry, { cancelled: true, state: 'cancelled', at })
    return open
  }

  lines(): readonly InventoryLine[] {
    return [...this.#entries.values()].map(({ delivery, state, at }) => ({
      delivery: delivery.id,
      case: delivery.case,
      item: delivery.item,
      state,
      at,
    }))
  }
}
