import { createHash } from 'node:crypto'
import type pg from 'pg'
import { insertStatements, type InsertRows } from './insert-rows.ts'

type Row = Record<string, unknown>

/** Runs single statements; values are always parameters. */
export interface Reader {
  readonly query: <T extends Row>(sql: string, values?: readonly unknown[]) => Promise<readonly T[]>
}

/** A reader that may also write: it exists only inside a transaction. */
export interface Transaction extends Reader {
  readonly inTransaction: true
  /** Rows are inserted by the hundred and more, on a server where that may go by one JSON text. */
  readonly bulk?: boolean
  /**
   * Sends a statement without waiting for its answer: those that follow are under way at the same time, in order, so
   * that the locks of the last ones are held for one journey less. COMMIT waits for all, and fails as the first did.
   */
  readonly post: (sql: string, values?: readonly unknown[]) => void
  /** As `post`, but just before COMMIT: for rows that everybody writes, so that nobody holds them while still reading. */
  readonly postLast: (sql: string, values?: readonly unknown[]) => void
}

/** Called before each statement, BEGIN and COMMIT included: tests count, record and kill here. */
export type Watch = (sql: string) => void | Promise<void>

/**
 * Runs `work` in one transaction that begins by `begin` (settings and all). What it returns is committed; what it
 * throws is rolled back. A connection that failed is thrown away, never handed to the next.
 */
export async function transact<T>(
  pool: pg.Pool,
  { begin, watch = () => undefined }: { readonly begin: string; readonly watch?: Watch | undefined },
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const { client, lose, giveBack } = await borrow(pool)
  let [firstFailure, over]: [unknown, boolean] = [undefined, false]
  let turn: Promise<void> = Promise.resolve()
  const posted: Promise<unknown>[] = []
  const last: (() => void)[] = []
  /** One after the other to the server, whether or not anyone waits; none after one that could not be sent. */
  const query = async <R extends Row>(sql: string, values?: readonly unknown[]): Promise<readonly R[]> => {
    const send = () => {
      // What waited for its turn when the work failed would run after the rollback, outside any transaction.
      if (over) throw new Error('the transaction is over')
      bundle(client)
      return { answer: client.query<R>(statement(sql, values)) }
    }
    const sent = turn.then(() => watch(sql)).then(send)
    turn = sent.then(() => undefined)
    turn.catch(() => undefined)
    return (await (await sent).answer).rows
  }
  const post = (sql: string, values?: readonly unknown[]): void => {
    const answer = query(sql, values).catch((error: unknown) => {
      if (!over) firstFailure ??= error
      throw error
    })
    answer.catch(() => undefined)
    posted.push(answer)
  }
  try {
    post(begin)
    const result = await work({
      query,
      post,
      postLast: (sql, values) => last.push(() => post(sql, values)),
      inTransaction: true,
    })
    for (const send of last) send()
    // After a statement that failed the server takes COMMIT for ROLLBACK, so it is no success without the others'.
    await Promise.all([...posted, query('commit')])
    over = true
    return result
  } catch (error) {
    over = true
    await client.query('rollback').catch((failure: unknown) => {
      lose(failure instanceof Error ? failure : new Error(String(failure)))
    })
    await Promise.allSettled(posted)
    // What follows a failed statement fails too, and says less about it.
    throw firstFailure ?? error
  } finally {
    giveBack()
  }
}

/**
 * One statement in a transaction of its own that begins by `begin`, all three on their way together: for what is asked with
 * every request.
 */
export async function readAtOnce<R extends Row>(
  pool: pg.Pool,
  { begin, watch = () => undefined }: { readonly begin: string; readonly watch?: Watch | undefined },
  { sql, values }: { readonly sql: string; readonly values?: readonly unknown[] | undefined },
): Promise<readonly R[]> {
  const { client, giveBack } = await borrow(pool)
  try {
    for (const one of [begin, sql, 'commit']) await watch(one)
    bundle(client)
    const [began, answer, ended] = [
      client.query(begin),
      client.query<R>(statement(sql, values)),
      client.query('commit'),
    ]
    // After one that failed COMMIT ends the transaction all the same.
    await Promise.allSettled([began, answer, ended])
    await began
    return (await answer).rows
  } finally {
    giveBack()
  }
}

/**
 * A connection that is listened to while it is out: the server may end it between two statements, and a program that listens
 * to nobody dies of that. One that is lost is thrown away when it is given back.
 */
async function borrow(pool: pg.Pool) {
  const client = await pool.connect()
  let broken: Error | undefined
  const lose = (error: Error) => void (broken = error)
  client.on('error', lose)
  const giveBack = () => {
    client.off('error', lose)
    client.release(broken)
  }
  return { client, lose, giveBack }
}

/** Posts the statements that insert rows; none for none. */
export function postRows(tx: Pick<Transaction, 'post' | 'bulk'>, insert: InsertRows): void {
  for (const { sql, values } of insertStatements(insert, tx.bulk)) tx.post(sql, values)
}

/** What is posted in one breath goes out by one write: a call into the operating system costs more than a statement. */
function bundle({ connection: { stream } }: pg.PoolClient): void {
  stream.cork()
  process.nextTick(() => stream.uncork())
}

const names = new Map<string, string>()

/** With values a statement is prepared once on each connection: planning a search takes longer than running it. */
function statement(sql: string, values: readonly unknown[] | undefined): pg.QueryConfig {
  if (values === undefined) return { text: sql }
  let name = names.get(sql)
  if (name === undefined) {
    name = createHash('sha256').update(sql).digest('hex').slice(0, 32)
    names.set(sql, name)
  }
  return { name, text: sql, values: [...values] }
}
