import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import type { Day } from '@junheng/kernel'
import type pg from 'pg'
import { firstHash } from './verify-chain.ts'

/** The ends of all chains at the end of a day (China), under one hash that others can sign and keep. */
export interface DailyRoot {
  readonly kind: 'junheng-audit-root'
  readonly day: Day
  /** SHA-256 over the lines "region chain seq hash", hexadecimal. */
  readonly root: string
  readonly ends: readonly ChainEnd[]
  readonly signatures: readonly RootSignature[]
}

export interface ChainEnd {
  readonly region: string
  readonly chain: number
  readonly seq: number
  readonly hash: string
}

/** Ed25519 over "junheng-audit-root day root", by police, an audit office, or whoever else keeps watch. */
export interface RootSignature {
  readonly by: string
  /** SPKI, base64. */
  readonly publicKey: string
  readonly signature: string
}

/** The root of a day that is over. Needs to read all of audit. */
export async function dailyRoot(client: pg.Pool | pg.ClientBase, day: Day): Promise<DailyRoot> {
  const { rows } = await client.query<ChainEnd>(
    `select distinct on (region, chain) region, chain, seq, encode(hash, 'hex') as hash from audit.entry
     where at < ($1::date + 1)::timestamp at time zone 'Asia/Shanghai' order by region, chain, seq desc`,
    [day],
  )
  return { kind: 'junheng-audit-root', day, root: rootOf(rows), ends: rows, signatures: [] }
}

function rootOf(ends: readonly ChainEnd[]): string {
  const lines = ends.map(({ region, chain, seq, hash }) => `${region} ${chain} ${seq} ${hash}\n`)
  return createHash('sha256').update(lines.join('')).digest('hex')
}

/** Adds a signature; the others stay. */
export function countersign(root: DailyRoot, { by, key }: { readonly by: string; readonly key: KeyObject }): DailyRoot {
  const signature = sign(null, Buffer.from(signedText(root)), key).toString('base64')
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64')
  return { ...root, signatures: [...root.signatures, { by, publicKey, signature }] }
}

export interface RootComparison {
  /** The file itself holds together: its root is the hash of its ends. */
  readonly intact: boolean
  readonly badSignatures: readonly string[]
  /** Chains of the database that no longer pass through what the file says. */
  readonly differing: readonly ChainEnd[]
}

/** Holds the database to a root that was exported earlier. A cut-off or rewritten chain shows here even when it verifies. */
export async function compareWithRoot(client: pg.Pool | pg.ClientBase, root: DailyRoot): Promise<RootComparison> {
  const differing: ChainEnd[] = []
  for (const end of root.ends) {
    const { rows } = await client.query<{ hash: string }>(
      `select encode(hash, 'hex') as hash from audit.entry where region = $1 and chain = $2 and seq = $3`,
      [end.region, end.chain, end.seq],
    )
    const now = end.seq === 0 ? firstHash(end.region, end.chain).toString('hex') : rows[0]?.hash
    if (now !== end.hash) differing.push(end)
  }
  const badSignatures = root.signatures.filter((one) => !isSignedBy(root, one)).map(({ by }) => by)
  return { intact: rootOf(root.ends) === root.root, badSignatures, differing }
}

function isSignedBy(root: DailyRoot, { publicKey, signature }: RootSignature): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
    return verify(null, Buffer.from(signedText(root)), key, Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}

function signedText({ kind, day, root }: DailyRoot): string {
  return `${kind} ${day} ${root}`
}
