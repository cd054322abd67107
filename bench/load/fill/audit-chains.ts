import { createHash } from 'node:crypto'
import { firstHash } from '../../../apps/server/src/database/audit/verify-chain.ts'
import { bytesText, copyText, escapeText } from './copy-text.ts'
import type { TableFiles } from './table-files.ts'

export interface AuditEntry {
  readonly chain: number
  readonly at: string
  readonly kind: string
  readonly actor: string | null
  readonly subject: string | null
  readonly purpose: string | null
  readonly caseId: string | null
  /** As audit.append writes it: what is hashed. */
  readonly body: string
}

const columns = 'region, chain, seq, at, kind, actor, subject, purpose, case_id, body, hash'

/** Writes entries onto chains that nobody else writes meanwhile, as audit.append does, and at the end their heads. */
export class AuditChains {
  readonly #heads = new Map<number, { seq: number; hash: Buffer }>()
  readonly #region: string
  readonly #files: TableFiles

  constructor(region: string, files: TableFiles) {
    this.#region = region
    this.#files = files
  }

  append(entry: AuditEntry): void {
    const { chain, at, kind, actor, subject, purpose, caseId, body } = entry
    const head = this.#heads.get(chain) ?? { seq: 0, hash: firstHash(this.#region, chain) }
    const seq = head.seq + 1
    const text = `${this.#region} ${chain} ${seq} ${body}`
    const hash = createHash('sha256').update(head.hash).update(text).digest()
    this.#heads.set(chain, { seq, hash })
    const plain = [this.#region, chain, seq, at, kind, actor, subject, purpose, caseId].map(copyText)
    this.#files.add('audit.entry', columns, [...plain, escapeText(body), bytesText(hash)].join('\t'))
  }

  end(): void {
    for (const [chain, { seq, hash }] of this.#heads) {
      const row = [this.#region, chain, seq, bytesText(hash)].join('\t')
      this.#files.add('audit.chain_head', 'region, chain, seq, hash', row)
    }
  }
}
