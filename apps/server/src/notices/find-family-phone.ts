import { normalisePhone } from '@junheng/register'
import type { Transaction } from '../database/statements.ts'
import type { KeptCase } from '../cases/case-rows.ts'
import type { Casework } from '../cases/casework.ts'
import { unseal } from '../register/sealing.ts'

/**
 * The one mobile telephone to send to: the case's own, as the family wrote it, else that of the first living parent, guardian
 * or applicant on file. Undefined where there is none: nobody is guessed. Needs the field `phone`.
 */
export async function findFamilyPhone(
  tx: Transaction,
  { secrets }: Pick<Casework, 'secrets'>,
  { row: { region, id }, state }: KeptCase,
): Promise<string | undefined> {
  const written = state.facts['household.phone']
  const own = typeof written === 'string' ? mobile(written) : undefined
  if (own !== undefined) return own
  const rows = await tx.query<{ phone_cipher: Buffer | null }>(
    `select p.phone_cipher from casework.party t join register.person_page p on p.region = t.region and p.id = t.person
     where t.region = $1 and p.region = $1 and t.case_id = $2 and t.role <> 'child' and p.death_date is null
     order by array_position('{mother,father,guardian,applicant}'::text[], t.role), t.person`,
    [region, id],
  )
  for (const { phone_cipher: cipher } of rows) {
    const found = cipher === null ? undefined : mobile(unseal(secrets, 'phone', cipher))
    if (found !== undefined) return found
  }
  return undefined
}

/** Landlines take no short messages. */
function mobile(text: string): string | undefined {
  const number = normalisePhone(text)
  return number !== null && /^1\d{10}$/.test(number) ? number : undefined
}
