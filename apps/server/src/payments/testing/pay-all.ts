import { randomUUID } from 'node:crypto'
import type { ClaimsScene } from '../../claims/testing/claims-scene.ts'
import { accessOf } from '../../claims/testing/many-claims.ts'
import { approveBatch } from '../approve-batch.ts'
import { importAnswer } from '../import-answer.ts'
import { prepareBatch } from '../prepare-batch.ts'
import { readBatch } from '../read-batches.ts'

/** Pays all that is due, as two people and the bank do; returns the fen paid. Throws where one of them refuses. */
export async function payAll(scene: ClaimsScene): Promise<number> {
  const { service, clock, database } = scene
  const { casework } = service
  const [batch, now] = [randomUUID(), clock.now]
  const access = accessOf(scene, 'cashier-preparer')
  const made = await prepareBatch(casework, { access, id: batch, now })
  if (!made.ok) return 0
  const posts = await database.owner.query<{ id: string }>(
    `select id from staff.post where kind = 'cashier-approver' and region = $1`,
    [access.region],
  )
  const second = { ...accessOf(scene, 'cashier-approver'), post: posts.rows[0]?.id ?? null }
  const approved = await approveBatch(casework, { access: second, batch, now })
  if (!approved.ok) throw new Error(`${approved.why} ${JSON.stringify(approved.problems)}`)
  const shown = await readBatch(service, { access, batch })
  const { number, totalFen } = made.batch
  const yuan = (fen: number) => (fen / 100).toFixed(2)
  const rows = (shown?.payments ?? []).map(({ line, fen }) => `${line},,${yuan(fen)},成功,20261123,${number}-${line}`)
  const file = ['序号,笔数,金额,结果,日期,附言', ...rows, `合计,${rows.length},${yuan(totalFen)},,,`].join('\n')
  const taken = await importAnswer(casework, { access, batch, file: Buffer.from(file), now })
  if (!taken.ok) throw new Error(JSON.stringify(taken.problems))
  return totalFen
}
