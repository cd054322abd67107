import { region } from '../../register/testing/scene.ts'
import { record, type ClaimsScene } from './claims-scene.ts'

/** Corrects the birthday that the register has of a child. */
export async function moveBirth(
  { database }: Pick<ClaimsScene, 'database'>,
  child: string,
  day: string,
): Promise<void> {
  const { rows } = await database.owner.query<{ id: string }>(
    `select f.id from register.fact f where f.region = '${region}' and f.subject = $1 and f.kind = 'birth-date'
       and not exists (select from register.fact c where c.region = '${region}' and c.corrects = f.id)`,
    [child],
  )
  await record(database, {
    kind: 'correct-fact',
    subject: child,
    fact: rows[0]?.id,
    how: 'replace',
    attribute: 'birth-date',
    value: day,
    from: day,
    reason: '出生医学证明上是另一天',
  })
}
