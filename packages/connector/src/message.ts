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
  sentAt: Instant,
})
export type Delivery = z.infer<typeof Delivery>

/** A department's word that it has a delivery. It promises nothing about the outcome. */
export const Receipt = z.strictObject({ delivery: Id, reference: z.string().max(64), receivedAt: Instant })
export type Receipt = z.infer<typeof Receipt>

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
    /** Outcomes `refused` and `needs-more`: why, in plain words for the family, and the legal ground. */
    reason: z.string().max(500).nullable(),
    at: Instant,
  })
  .refine(({ outcome, reason }) => reason !== null || (outcome !== 'refused' && outcome !== 'needs-more'), {
    path: ['reason'],
    message: 'a refusal and a question need their reason',
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
