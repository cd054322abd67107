import { z } from 'zod'

/** The departments that items go to. A department without a system of its own works at the web desk, by the same messages. */
export const Department = z.enum(['health', 'police', 'medical-insurance', 'social-security', 'tax', 'hospital'])
export type Department = z.infer<typeof Department>

const Id = z.uuid()
/** An instant in ISO 8601 with its offset. */
const Instant = z.iso.datetime({ offset: true })
const Word = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/)
/** Named values: what an item needs shown, or what it gave. Flat, so that a field can be hidden or masked by its name. */
const Values = z.record(z.string().max(64), z.union([z.string().max(500), z.number(), z.boolean(), z.null()]))

/** A ground on which an item may be refused, as the procedure names it; clause: of the source that it stands in. */
export const OfferedGround = z.strictObject({ code: Word, text: z.string().max(500), clause: z.string().max(500) })
export type OfferedGround = z.infer<typeof OfferedGround>

/**
 * What is sent to a department. `id` is also the idempotency key: sent again, it is the same delivery.
 * `deliver` asks for an item, `correct` gives other facts for it, `cancel` takes it back.
 */
export const Delivery = z.strictObject({
  id: Id,
  kind: z.enum(['deliver', 'correct', 'cancel']),
  region: z.string().regex(/^[1-9]\d{5}$/),
  case: Id,
  procedure: Word,
  item: Word,
  /** The last day of the legal clock; null where none runs. */
  due: z.iso.date().nullable(),
  facts: Values,
  /** Every ground on which the item may be refused; empty: it cannot be. A refusal names one of them. */
  grounds: z.array(OfferedGround).max(50).default([]),
  sentAt: Instant,
})
export type Delivery = z.infer<typeof Delivery>

/** A department's word that it has a delivery. It promises nothing about the outcome. */
export const Receipt = z.strictObject({ delivery: Id, reference: z.string().max(64), receivedAt: Instant })
export type Receipt = z.infer<typeof Receipt>

/** Why a department refuses: which of the offered grounds, what it found in this case, and the clause it goes by. */
export const Ground = z.strictObject({
  code: Word,
  /** In plain words, for the family to read. */
  text: z.string().trim().min(1).max(500),
  /** Such as 《户口登记条例》第七条. Null: the procedure's own clause of that ground. */
  clause: z.string().trim().min(1).max(200).nullable().default(null),
})
export type Ground = z.infer<typeof Ground>

/**
 * What a department says of an item, by a signed call. `id` is the idempotency key of the answer; `sequence` counts the
 * answers to one item from 1, so that a late one does not overtake.
 */
export const Answer = z
  .strictObject({
    id: Id,
    department: Department,
    delivery: Id,
    case: Id,
    item: Word,
    sequence: z.int().positive().max(1_000_000),
    outcome: z.enum(['accepted', 'done', 'refused', 'needs-more', 'cancelled']),
    /** Outcome `done`: what came of it, such as a certificate's number. */
    outputs: Values,
    /** Outcome `refused`, and no other: the ground of this refusal. */
    ground: Ground.nullable().default(null),
    /** Outcome `needs-more`: what is asked for, in plain words for the family. A refusal may say more than its ground. */
    reason: z.string().max(500).nullable(),
    at: Instant,
  })
  .refine(({ outcome, reason }) => reason !== null || outcome !== 'needs-more', {
    path: ['reason'],
    message: 'a question needs its reason',
  })
  .refine(({ outcome, ground }) => (ground !== null) === (outcome === 'refused'), {
    path: ['ground'],
    message: 'a refusal needs its ground (code, text, clause), and nothing else has one',
  })
export type Answer = z.infer<typeof Answer>

/** One line of what a department believes it has: what reconciliation holds against our own list. */
export const InventoryLine = z.strictObject({
  delivery: Id,
  case: Id,
  item: Word,
  state: z.enum(['received', 'accepted', 'done', 'refused', 'needs-more', 'cancelled']),
  at: Instant,
})
export type InventoryLine = z.infer<typeof InventoryLine>

export const Inventory = z.strictObject({ department: Department, lines: z.array(InventoryLine) })
export type Inventory = z.infer<typeof Inventory>
