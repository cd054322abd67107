import { z } from '@hono/zod-openapi'
import { Day, Id, Words } from '../sign-in/schemas.ts'

const Holder = z.object({ id: Id, name: z.string(), since: Day })
const Substitute = z.object({ id: Id, name: z.string(), from: Day, to: Day })

export const PostRow = z
  .object({ id: Id, kind: z.string(), title: Words, holder: Holder.nullable(), substitute: Substitute.nullable() })
  .openapi('PostRow')

export const Posts = z
  .object({
    townships: z.array(
      z.object({
        code: z.string(),
        name: Words,
        posts: z.array(PostRow),
        gap: z
          .int()
          .openapi({ description: 'Posts of a worker that nobody fills today; 1 where there is no post at all' }),
        villages: z.array(z.object({ code: z.string(), name: Words, posts: z.array(PostRow), gap: z.boolean() })),
      }),
    ),
    units: z
      .array(z.object({ id: Id, name: Words, posts: z.array(PostRow) }))
      .openapi({ description: 'Of the county' }),
    totals: z.object({
      townships: z.int(),
      townshipsWithGap: z.int(),
      villages: z.int(),
      villagesWithGap: z.int(),
    }),
  })
  .openapi('Posts')

export const Appointment = z.strictObject({ user: Id, from: Day })
export const Substitution = z.strictObject({
  user: Id,
  from: Day,
  to: Day.openapi({ description: 'The first day no longer' }),
})
export const Ending = z.strictObject({ on: Day.openapi({ description: 'The first day no longer' }) })

export const Users = z
  .object({
    users: z.array(
      z.object({
        id: Id,
        name: z.string(),
        username: z.string().nullable(),
        phone: z.string().nullable().openapi({ description: 'Masked' }),
        secondFactor: z.boolean(),
        posts: z.array(z.object({ id: Id, title: Words, area: Words })),
      }),
    ),
  })
  .openapi('Users')

export const NewUser = z.strictObject({
  name: z.string().trim().min(1).max(60),
  username: z.string().regex(/^[a-z0-9][a-z0-9._-]{1,39}$/),
  phone: z.string().max(30).nullish(),
  identity: z
    .strictObject({ provider: z.string().regex(/^[a-z0-9-]{1,40}$/), subject: z.string().min(1).max(200) })
    .nullish()
    .openapi({ description: 'Who they are at the government’s identity provider' }),
})
export const Credentials = z
  .object({
    id: Id,
    password: z.string().openapi({ description: 'Shown once; a second factor is set up at the first sign-in' }),
  })
  .openapi('Credentials')

export const Work = z
  .object({
    items: z.array(
      z.object({
        kind: z.enum([
          'newborn',
          'without-number',
          'turning',
          'conflict',
          'correction',
          'hand-over',
          'handed-over',
          'break-glass',
          'gap',
        ]),
        id: z.string().openapi({ description: 'Of what is to be done; stays the same' }),
        subject: z.object({ id: Id, name: z.string() }).nullable(),
        text: Words,
        attention: Words.nullable().openapi({ description: 'What to be careful about with this person' }),
        due: Day.nullable(),
        link: z.string(),
      }),
    ),
    more: z.boolean(),
  })
  .openapi('Work')

export const HandOver = z
  .strictObject({
    identityNumber: z.string().min(1).max(30),
    name: z.string().trim().min(1).max(100),
    text: z.string().trim().min(2).max(500).openapi({ description: 'What is to be done there' }),
  })
  .openapi('HandOver')

export const Answer = z.strictObject({ answer: z.string().trim().min(1).max(500) })
