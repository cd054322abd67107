import type { Answer, Delivery, InventoryLine } from '@junheng/connector'
import { forgetful, type Memory, type Remembered } from './memory.ts'

/** What a department keeps of a delivery. */
export interface Entry {
  readonly delivery: Pick<Delivery, 'id' | 'case' | 'item' | 'kind'>
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
  readonly #memory: Memory

  constructor(prefix: string, memory: Memory = forgetful) {
    this.#prefix = prefix
    this.#memory = memory
    for (const one of memory.read()) this.#recall(one)
  }

  find(delivery: string): Entry | undefined {
    return this.#entries.get(delivery)
  }

  /** Enters a delivery. `serial`: tells deliveries of one department apart, also after it was stopped. */
  add({ id, case: of, item, kind }: Delivery, at: string): { readonly entry: Entry; readonly serial: number } {
    const serial = this.count('serial')
    const entry: Entry = {
      delivery: { id, case: of, item, kind },
      reference: `${this.#prefix}-${serial}`,
      receivedAt: at,
      state: 'received',
      at,
      cancelled: false,
      said: null,
    }
    this.#entries.set(id, entry)
    return { entry, serial }
  }

  /** The outcome has arrived: from now on the department knows the delivery, whatever happens to it; and what it took back. */
  settle(delivery: string): void {
    const settled = this.#entries.get(delivery)
    if (settled === undefined) return
    const { case: of, item, kind } = settled.delivery
    const takenBack = [...this.#entries.values()].filter(
      (one) => kind === 'cancel' && one.cancelled && one.delivery.case === of && one.delivery.item === item,
    )
    for (const entry of [settled, ...takenBack]) {
      const { delivery: about, said: _, ...rest } = entry
      // What was said is about somebody: it is not remembered, and cannot be said again.
      this.#memory.write({ kind: 'settled', delivery: about.id, case: of, item, of: about.kind, ...rest })
    }
  }

  /** The next number of an answer to this item, from 1, over all its deliveries. */
  nextSequence({ case: of, item }: Pick<Delivery, 'case' | 'item'>): number {
    return this.#next(this.#sequences, 'sequence', `${of} ${item}`)
  }

  /** How often this name was counted, this time included. */
  count(name: string): number {
    return this.#next(this.#counts, 'count', name)
  }

  /** Takes back what was being worked on for an item; returns those entries. */
  cancel({ case: of, item }: Pick<Delivery, 'case' | 'item'>, at: string): readonly Entry[] {
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

  #next(numbers: Map<string, number>, kind: 'count' | 'sequence', name: string): number {
    const n = (numbers.get(name) ?? 0) + 1
    numbers.set(name, n)
    this.#memory.write({ kind, name, n })
    return n
  }

  #recall(one: Remembered): void {
    if (one.kind === 'count') this.#counts.set(one.name, one.n)
    if (one.kind === 'sequence') this.#sequences.set(one.name, one.n)
    if (one.kind !== 'settled') return
    const { reference, receivedAt, state, at, cancelled } = one
    const delivery = { id: one.delivery, case: one.case, item: one.item, kind: one.of as Delivery['kind'] }
    this.#entries.set(one.delivery, { delivery, reference, receivedAt, state, at, cancelled, said: null })
  }
}
