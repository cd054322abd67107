import { programAccess } from '../cases/programs.ts'
import type { Casework } from '../cases/casework.ts'
import { withAccess } from '../register/access.ts'

/** The county that a delivery was sent from; the first of them where there is no such delivery. */
export async function findRegion(
  casework: Casework,
  { regions, delivery }: { readonly regions: readonly string[]; readonly delivery: string },
): Promise<string> {
  const [first] = regions
  if (first === undefined) throw new Error('the service keeps no cases of any county')
  if (regions.length === 1) return first
  for (const region of regions) {
    const found = await withAccess(casework.register, { access: programAccess(region, {}), births: true }, (tx) =>
      tx.query('select 1 as one from casework.delivery where region = $1 and id = $2', [region, delivery]),
    )
    if (found.length > 0) return region
  }
  return first
}
