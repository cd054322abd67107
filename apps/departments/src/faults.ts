import { z } from '@hono/zod-openapi'

const Share = z.number().min(0).max(1)

/** How a simulated department misbehaves. Shares are of deliveries or answers, each drawn for itself. */
export const Faults = z
  .strictObject({
    /** Takes no calls at all: every one is refused with 503. */
    down: z.boolean().default(false),
    /** Milliseconds before it replies to a call. */
    slowMs: z.int().min(0).max(60_000).default(0),
    /** Milliseconds of work before it answers an item. */
    workMs: z.int().min(0).max(600_000).default(200),
    /** Takes the delivery and loses its own reply: the sender cannot know. */
    lostReply: Share.default(0),
    /** Fails a call with 500 before it has done anything. */
    failing: Share.default(0),
    /** Turns a call away for good with 422, as a system does that knows no such form. */
    turningAway: Share.default(0),
    /** Sends an answer twice. */
    duplicate: Share.default(0),
    /** Sends the outcome before it has said `accepted`. */
    outOfOrder: Share.default(0),
    /** Sends an answer that is wrong: badly signed, for a case it never had, or without what the item gives. */
    wrong: Share.default(0),
    /** Refuses the item, with a reason. */
    refusing: Share.default(0),
    /** Asks for something more before it decides. */
    asking: Share.default(0),
  })
  .openapi('Faults')
export type Faults = z.infer<typeof Faults>

/** A department that does its work. */
export const sound: Faults = Faults.parse({})
