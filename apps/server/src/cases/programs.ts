import type { Department } from '@junheng/connector'
import type { Access } from '../register/access.ts'

/** Who acts where no person does: the program itself, and each department by its signed calls. */
export const programActor = '00000000-0000-7000-8000-0000000c0000'

export const departmentActors: Readonly<Record<Department, string>> = {
  health: '00000000-0000-7000-8000-0000000c0001',
  police: '00000000-0000-7000-8000-0000000c0002',
  'medical-insurance': '00000000-0000-7000-8000-0000000c0003',
  'social-security': '00000000-0000-7000-8000-0000000c0004',
  tax: '00000000-0000-7000-8000-0000000c0005',
  hospital: '00000000-0000-7000-8000-0000000c0006',
}

/** The access of the program or a department, over the whole county. */
export function programAccess(
  region: string,
  { actor = programActor, purpose = 'casework', caseId = null }: Partial<Pick<Access, 'actor' | 'purpose' | 'caseId'>>,
): Access {
  return { actor, region, townships: null, villages: null, purpose, caseId, fields: [], reason: null }
}

/** Lets the program and the departments act in a county. Only the owner of the database can say so. */
export async function grantPrograms(
  owner: { readonly query: (sql: string, values: unknown[]) => Promise<unknown> },
  region: string,
): Promise<void> {
  // The program alone sees telephones: it sends families their messages.
  for (const [actor, purposes, fields] of [
    [
      programActor,
      ['casework', 'birth-service', 'registration', 'benefit', 'childcare', 'health-service'],
      ['phone'],
    ] as const,
    ...Object.values(departmentActors).map((department) => [department, ['casework'], []] as const),
  ]) {
    await owner.query(
      `insert into access.post_grant (region, actor, post, purposes, fields) values ($1, $2, 'program', $3, $4)
       on conflict (region, actor, post) do update set purposes = excluded.purposes, fields = excluded.fields`,
      [region, actor, purposes, fields],
    )
  }
}
