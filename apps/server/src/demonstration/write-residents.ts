import type { ClientBase } from 'pg'
import type { Secrets } from '../database/secrets.ts'
import { findingHash } from '../register/sealing.ts'
import { residentUser, type DemoPlace } from './cards.ts'
import type { PlayedFamily } from './choose-played.ts'

/** Lets the two residents of the demonstration sign in and ties them to their persons, by the phones on file. */
export async function writeResidents(
  client: ClientBase,
  { place, family, secrets }: { readonly place: DemoPlace; readonly family: PlayedFamily; readonly secrets: Secrets },
): Promise<void> {
  for (const who of ['mother', 'elder'] as const) {
    const { id: person, name, phone } = family[who]
    const user = residentUser(place, who)
    await client.query(
      `insert into auth.user (id, name, email, kind, region) values ($1::uuid, $2, $1::uuid || '@resident.invalid', 'resident', $3)`,
      [user, name, place.region],
    )
    const { rows } = await client.query<{ actor: string | null }>(
      `select access.link_resident($1, $2, $3, 'phone', decode($4, 'base64')) as actor`,
      [place.region, user, person, findingHash(secrets, 'phone', phone)],
    )
    if (rows[0]?.actor !== user) throw new Error(`the phone of ${name} is not on file`)
  }
}
