/** Schema of pg-boss, beside ours. */
export const queueSchema = 'pgboss'

/** Wakes somebody to send what is due in a county. The deliveries' own rows say whether there is anything to do. */
export const deliveryQueue = 'delivery'

/** A job whose process died is given to another after a minute; our own rounds are quicker. Done ones go after a day. */
export const queues = [{ name: deliveryQueue, expireInSeconds: 60, retryLimit: 3, deleteAfterSeconds: 86_400 }] as const
