import { createHash } from 'node:crypto'
import type { Words } from '@junheng/kernel'
import type pg from 'pg'

/** Where a chain stops being what was written. */
export interface BrokenEntry {
  readonly region: string
  readonly chain: number
  readonly seq: number
  readonly why: 'changed' | 'missing' | 'columns-differ' | 'end-differs' | 'beyond-end'
  readonly message: Words
}

export interface Verification {
  readonly chains: number
  readonly entries: number
  /** The first broken entry of each broken chain. */
  readonly broken: readonly BrokenEntry[]
}

type Entry = {
  readonly seq: number
  readonly at: string
  readonly kind: string
  readonly actor: string | null
  readonly subject: string | null
  readonly purpose: string | null
  readonly case_id: string | null
  readonly body: string
  readonly hash: Buffer
}
type Head = { readonly region: string; readonly chain: number; readonly seq: number; readonly hash: Buffer }

const batch = 5000

/**
 * Recomputes every hash of every chain. Needs to read all of audit: the auditor or the owner. Over a pool it reads all of
 * one instant, so that entries written meanwhile do not seem to stand beyond the end.
 */
export async function verifyChains(client: pg.Pool | pg.ClientBase): Promise<Verification> {
  if (!('connect' in client && 'totalCount' in client)) return verifyAll(client)
  const own = await client.connect()
  try {
    await own.query('begin isolation level repeatable read read only')
    return await verifyAll(own)
  } finally {
    await own.query('rollback')
    own.release()
  }
}

async function verifyAll(client: pg.Pool | pg.ClientBase): Promise<Verification> {
  const broken: BrokenEntry[] = []
  let entries = 0
  const heads = await client.query<Head>(
    `select region, chain, seq, hash from audit.chain_head
     union all
     select distinct region, chain, -1::bigint, ''::bytea from audit.entry e
     where not exists (select from audit.chain_head h where h.region = e.region and h.chain = e.chain)
     order by region, chain`,
  )
  for (const head of heads.rows) {
    const result = await verifyChain(client, head)
    entries += result.entries
    if (result.broken !== null) broken.push(result.broken)
  }
  return { chains: heads.rows.length, entries, broken }
}

/** The first link of a chain: known to everybody, so that a chain cannot be begun anew elsewhere. */
export function firstHash(region: string, chain: number): Buffer {
  return createHash('sha256').update(`junheng ${region} ${chain}`).digest()
}

async function verifyChain(client: pg.Pool | pg.ClientBase, head: Head) {
  const { region, chain } = head
  let prev = firstHash(region, chain)
  let seq = 0
  const stop = (at: number, why: BrokenEntry['why']) => ({
    entries: seq,
    broken: { region, chain, seq: at, why, message: messages[why] },
  })
  for (;;) {
    const { rows } = await client.query<Entry>(
      `select seq, at, kind, actor, subject, purpose, case_id, body, hash from audit.entry
       where region = $1 and chain = $2 and seq > $3 order by seq limit ${batch}`,
      [region, chain, seq],
    )
    for (const entry of rows) {
      // The app cannot write beyond the head; an entry there was put by someone who could.
      if (entry.seq !== seq + 1) return stop(seq + 1, 'missing')
      const text = `${region} ${chain} ${entry.seq} ${entry.body}`
      const hash = createHash('sha256').update(prev).update(text).digest()
      if (!hash.equals(entry.hash)) return stop(entry.seq, 'changed')
      if (!sameAsBody(entry)) return stop(entry.seq, 'columns-differ')
      if (head.seq >= 0 && entry.seq > head.seq) return stop(entry.seq, 'beyond-end')
      prev = hash
      seq = entry.seq
    }
    if (rows.length < batch) break
  }
  if (seq < head.seq) return stop(seq + 1, 'missing')
  return prev.equals(head.hash) && head.seq === seq ? { entries: seq, broken: null } : stop(seq, 'end-differs')
}

/** The searchable columns must say what the hashed body says. */
function sameAsBody(entry: Entry): boolean {
  const body = JSON.parse(entry.body) as Record<string, unknown>
  const same = (name: string, value: string | null) => (body[name] ?? null) === value
  return (
    Date.parse(String(body['at'])) === Date.parse(entry.at) &&
    same('kind', entry.kind) &&
    same('actor', entry.actor) &&
    same('subject', entry.subject) &&
    same('purpose', entry.purpose) &&
    same('case', entry.case_id)
  )
}

const messages: Readonly<Record<BrokenEntry['why'], Words>> = {
  changed: { zh: '内容被改动过', en: 'its content was changed' },
  missing: { zh: '这一条不见了', en: 'it is missing' },
  'columns-differ': { zh: '检索列与存证内容不一致', en: 'its columns differ from what was hashed' },
  'end-differs': { zh: '链尾与记录不符', en: 'the end of the chain is not the recorded one' },
  'beyond-end': { zh: '链尾之后多出一条', en: 'it stands beyond the end of the chain' },
}
