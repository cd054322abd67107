import type { Answer, Delivery, Department as Name, Receipt } from '@junheng/connector'
import { sound, type Faults } from './faults.ts'
import { Ledger, type Entry } from './ledger.ts'
import { forgetful, type Memory } from './memory.ts'
import { outputsOf } from './outputs.ts'
import { groundOf, planAnswers, reasonOf, type AnswerFault, type PlannedAnswer } from './plan-answers.ts'

/** What a simulated department is given: clock, chance, timers and the way back. */
export interface Powers {
  /** An instant in ISO 8601. */
  readonly now: () => string
  /** 0 ≤ r < 1. */
  readonly random: () => number
  readonly newId: () => string
  /** Runs something later; whoever stops the department stops it too. */
  readonly later: (milliseconds: number, work: () => void) => void
  /** Brings an answer to us, signed (or not), again until it is taken. */
  readonly send: (answer: Answer, options: { readonly forged: boolean }) => void
}

export type Taken = { readonly receipt: Receipt; readonly again: boolean }

/** One simulated department: keeps what it was sent, works on it, and answers as its faults let it. */
export class Department {
  readonly name: Name
  readonly ledger: Ledger
  #faults: Faults
  readonly #powers: Powers
  readonly #memory: Memory

  constructor(name: Name, powers: Powers, memory: Memory = forgetful) {
    this.name = name
    this.ledger = new Ledger(name, memory)
    this.#powers = powers
    this.#memory = memory
    this.#faults = memory.read().reduce((before, one) => (one.kind === 'faults' ? one.faults : before), sound)
  }

  get faults(): Faults {
    return this.#faults
  }

  set faults(faults: Faults) {
    this.#faults = faults
    this.#memory.write({ kind: 'faults', faults })
  }

  /** The service has taken an answer: an outcome is then remembered; that a delivery was accepted is not yet one. */
  noteTaken({ outcome, delivery }: Pick<Answer, 'outcome' | 'delivery'>): void {
    if (outcome !== 'accepted') this.ledger.settle(delivery)
  }

  /** Takes a delivery; the same one again changes nothing and gets the same receipt. */
  take(delivery: Delivery): Taken {
    const known = this.ledger.find(delivery.id)
    if (known !== undefined) return { receipt: receiptOf(known), again: true }
    const { entry, serial } = this.ledger.add(delivery, this.#powers.now())
    const work = { entry, delivery, serial }
    if (delivery.kind === 'cancel') {
      this.ledger.cancel(delivery, this.#powers.now())
      this.#plan(work, { outcome: 'cancelled', afterMs: 0, times: 1, fault: null })
    } else {
      const refusable = delivery.grounds.length > 0
      for (const planned of planAnswers(this.faults, { random: this.#powers.random, refusable })) {
        this.#plan(work, planned)
      }
    }
    return { receipt: receiptOf(entry), again: false }
  }

  #plan(work: Work, planned: PlannedAnswer): void {
    const { entry } = work
    this.#powers.later(planned.afterMs, () => {
      if (entry.cancelled) return
      const answer = this.#answer(work, planned)
      if (planned.fault === null) {
        const state = planned.outcome === 'accepted' && entry.state !== 'received' ? entry.state : planned.outcome
        Object.assign(entry, { state, at: answer.at })
        if (planned.outcome !== 'accepted') entry.said = answer
      }
      for (let time = 0; time < planned.times; time++) {
        this.#powers.send(answer, { forged: planned.fault === 'forged' })
      }
    })
  }

  #answer({ delivery, serial }: Work, { outcome, fault }: PlannedAnswer): Answer {
    const right: Answer = {
      id: this.#powers.newId(),
      department: this.name,
      delivery: delivery.id,
      case: delivery.case,
      item: delivery.item,
      sequence: fault === null ? this.ledger.nextSequence(delivery) : 1,
      outcome,
      outputs: outcome === 'done' ? outputsOf(delivery, serial, (name) => this.ledger.count(name)) : {},
      ground: outcome === 'refused' ? groundOf(delivery, this.#powers.random) : null,
      reason: reasonOf(outcome),
      at: this.#powers.now(),
    }
    return fault === null ? right : { ...right, ...this.#spoilt(fault, right) }
  }

  #spoilt(fault: AnswerFault, { outputs }: Answer): Partial<Answer> {
    if (fault === 'forged') return {}
    // An item that gives nothing is answered rightly by nothing; then the case is what is wrong.
    const givesNothing = Object.keys(outputs).length === 0
    return fault === 'foreign-case' || givesNothing ? { case: this.#powers.newId() } : { outputs: {} }
  }
}

interface Work {
  readonly entry: Entry
  readonly delivery: Delivery
  readonly serial: number
}

function receiptOf({ delivery, reference, receivedAt }: Entry): Receipt {
  return { delivery: delivery.id, reference, receivedAt }
}
