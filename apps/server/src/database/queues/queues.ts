/** Schema of pg-boss, beside ours. */
export const queueSchema = 'pgboss'

/** Wakes somebody to send what is due in a county. The deliveries' own rows say whether there is anything to do. */
export const deliveryQueue = 'delivery'

/** Wakes somebody to ask the rules anew about claims. */
export const recomputeQueue = 'recompute'

/** A job whose process died is given to another after a minute; our own rounds are quicker. Done ones go after a day. */
export const queues = [
  { name: deliveryQueue, expireInSeconds: 60, retryLimit: 3, deleteAfterSeconds: 86_400 },
  // A whole county takes minutes. Kept for three days, so that the job of a day is not made a second time.
  { name: recomputeQueue, expireInSeconds: 3600, retryLimit: 3, deleteAfterSeconds: 3 * 86_400 },
] as const
