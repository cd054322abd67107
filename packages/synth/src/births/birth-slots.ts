import { keyOf } from '../random/mix.ts'

/** A day of birth and the number that tells those of one sex born on it apart. */
export interface BirthSlot {
  /** Days from the first of the span. */
  readonly day: number
  /** 0 … 498 */
  readonly serial: number
}

const serials = 499
const steps = [149, 151, 157, 163, 167, 173, 179, 181, 191, 193, 197, 199]

/**
 * Where in the year each person of a cell (a county's people of one sex and age) was born. The rank within the cell alone
 * decides, and no two ranks share a day and a serial: so identity numbers are unique though nobody keeps a list. Two ranks
 * that differ in the last bit only are a pair, who can be made twins.
 */
export class BirthSlots {
  readonly #days: number
  readonly #kinds: number
  readonly #step: number
  readonly #shift: number
  readonly #key: number

  /** `twins`: whether the cell keeps places for twins, which halves how many persons it can hold. */
  constructor({ days, key, twins }: { readonly days: number; readonly key: number; readonly twins: boolean }) {
    this.#days = days
    this.#kinds = twins ? 4 : 2
    this.#key = key
    this.#shift = key % days
    const possible = steps.filter((step) => days % step !== 0)
    this.#step = possible[keyOf(key, 1) % possible.length] ?? 1
  }

  /** How many persons the cell has room for. */
  get capacity(): number {
    return 2 * this.#days * Math.floor(serials / this.#kinds)
  }

  dayOf(rank: number): number {
    const pair = rank >> 1
    const round = this.#roundOf(rank)
    // Each half of the pairs has its own order of days, and each round of the year begins elsewhere.
    const start = this.#shift + round * 61 + (rank & 1 ? Math.floor(this.#days / 2) + 7 : 0)
    return ((pair - round * this.#days) * this.#step + start) % this.#days
  }

  /** The place of a person born alone. */
  slotOf(rank: number): BirthSlot {
    const day = this.dayOf(rank)
    return { day, serial: this.#serialAt(day, this.#roundOf(rank), rank & 1) }
  }

  /** The place of the odd rank of a pair as twin of the even one. */
  slotOfTwin(rank: number): BirthSlot {
    const day = this.dayOf(rank & ~1)
    return { day, serial: this.#serialAt(day, this.#roundOf(rank), 2) }
  }

  /** The place in this cell of the twin of an even rank in the cell of the other sex. */
  slotBeside(other: BirthSlots, rank: number): BirthSlot {
    const day = other.dayOf(rank)
    return { day, serial: this.#serialAt(day, other.#roundOf(rank), 3) }
  }

  #roundOf(rank: number): number {
    return Math.floor((rank >> 1) / this.#days)
  }

  #serialAt(day: number, round: number, place: number): number {
    // 499 is prime, so steps through it visit every serial, and the day's own start keeps their order.
    return ((round * this.#kinds + place) * 191 + (keyOf(this.#key, day) % serials)) % serials
  }
}
