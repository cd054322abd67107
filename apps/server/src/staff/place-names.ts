import type { Words } from '@junheng/kernel'
import type { Transaction } from '../database/statements.ts'

/** What townships and villages of a county are called, by code. */
export async function placeNames(
  tx: Transaction,
  { region, codes }: { readonly region: string; readonly codes: readonly (string | null)[] },
): Promise<ReadonlyMap<string, Words>> {
  const wanted = [...new Set(codes.filter((code) => code !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await tx.query<{ code: string; zh: string; en: string }>(
    'select code, name_zh as zh, name_en as en from staff.place where region = $1 and code = any ($2::text[])',
    [region, wanted],
  )
  return new Map(rows.map(({ code, zh, en }) => [code, { zh, en }]))
}
