import { createHash } from 'node:crypto'
import type { Transaction } from '../database/statements.ts'
import { findCase } from '../cases/case-rows.ts'
import type { Casework } from '../cases/casework.ts'
import { withAccess, type Access } from '../register/access.ts'
import { auditRead } from '../register/audit-read.ts'
import { auditWrite } from '../register/audit-write.ts'
import { newId } from '../register/new-id.ts'
import { openBytes, sealBytes } from '../register/sealed-bytes.ts'

export interface NewDocument {
  readonly access: Access
  readonly caseId: string
  /** The item and the paper of it that this is; null: of the case as a whole. */
  readonly item: string | null
  readonly paper: string | null
  readonly type: string
  readonly content: Uint8Array
  readonly now: Temporal.Instant
}

export interface KeptDocument {
  readonly id: string
  readonly sha256: string
}

export type Keeping =
  | { readonly ok: true; readonly document: KeptDocument; readonly repeated: boolean }
  | { readonly ok: false; readonly why: 'unknown-case' | 'unknown-item' }

/** Keeps a paper of a case, encrypted. The same content for the same paper again is the same document. */
export function keepDocument(casework: Casework, asked: NewDocument): Promise<Keeping> {
  const { access, caseId, item, paper, content } = asked
  const sha256 = createHash('sha256').update(content).digest('hex')
  return withAccess(casework.register, { access, births: true }, async (tx): Promise<Keeping> => {
    const kept = await findCase(tx, casework, { region: access.region, caseId, lock: true })
    if (kept === undefined) return { ok: false, why: 'unknown-case' }
    const known = item === null ? undefined : kept.procedure.items.find(({ id }) => id === item)
    if (item !== null && known === undefined) return { ok: false, why: 'unknown-item' }
    if (paper !== null && !known?.shows.some(({ id }) => id === paper)) return { ok: false, why: 'unknown-item' }
    const [same] = await tx.query<{ id: string }>(
      `select id from casework.document where region = $1 and case_id = $2 and sha256 = decode($3, 'hex')
         and item is not distinct from $4 and paper is not distinct from $5`,
      [access.region, caseId, sha256, item, paper],
    )
    if (same !== undefined) return { ok: true, document: { id: same.id, sha256 }, repeated: true }
    const id = await insert(tx, casework, { asked, sha256, people: kept.row.people })
    return { ok: true, document: { id, sha256 }, repeated: false }
  })
}

async function insert(
  tx: Transaction,
  { secrets }: Casework,
  {
    asked,
    sha256,
    people,
  }: { readonly asked: NewDocument; readonly sha256: string; readonly people: readonly string[] },
): Promise<string> {
  const { access, caseId, item, paper, type, content, now } = asked
  const { region, actor } = access
  const id = newId(now)
  await tx.query(
    `insert into casework.document (region, id, case_id, people, item, paper, type, bytes, sha256, uploaded_by, uploaded_at, content)
     values ($1, $2, $3, $4, $5, $6, $7, $8, decode($9, 'hex'), $10, $11, $12)`,
    [
      region,
      id,
      caseId,
      people,
      item,
      paper,
      type,
      content.length,
      sha256,
      actor,
      now.toString({ smallestUnit: 'microsecond' }),
      sealBytes(secrets, sealedFor(region, id), content),
    ],
  )
  auditWrite(tx, {
    access,
    kind: 'document',
    subject: null,
    detail: { case: caseId, document: id, item, paper, type, bytes: content.length, sha256 },
  })
  return id
}

/**
 * A document's content, or undefined where this access sees none of that id. Every download is on the audit chain.
 * Throws `unreadable` where the bytes are not those that were kept.
 */
export function readDocument(
  casework: Casework,
  { access, caseId, id }: { readonly access: Access; readonly caseId: string; readonly id: string },
): Promise<{ readonly type: string; readonly content: Buffer } | undefined> {
  const { region } = access
  return withAccess(casework.register, { access, births: true }, async (tx) => {
    // The case first: whoever does not see it does not see its papers.
    const [row] = await tx.query<{ type: string; content: Buffer; sha256: string }>(
      `select d.type, d.content, encode(d.sha256, 'hex') as sha256 from casework.document d
       join casework.case_row c on c.region = d.region and c.id = d.case_id
       where d.region = $1 and c.region = $1 and d.case_id = $2 and d.id = $3`,
      [region, caseId, id],
    )
    const kind = row === undefined ? 'read-missing' : 'download'
    auditRead(tx, { access, kind, subject: null, detail: { case: caseId, document: id } })
    if (row === undefined) return undefined
    const content = openBytes(casework.secrets, sealedFor(region, id), row.content)
    return { type: row.type, content }
  })
}

/** What a document's bytes are sealed for. */
export function sealedFor(region: string, id: string) {
  return { purpose: 'document' as const, bound: `${region} document ${id}` }
}
