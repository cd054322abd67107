import { z } from '@hono/zod-openapi'
import { purposeRules } from '@junheng/register'

export const Words = z.object({ zh: z.string(), en: z.string() }).openapi('Words')

export const Purpose = z
  .enum(purposeRules.map(({ purpose }) => purpose))
  .openapi('Purpose', { description: 'Why a person is looked at; the database holds to it' })

export const Field = z
  .enum(['identity', 'phone', 'health'])
  .openapi('Field', { description: 'What is shown whole and not masked' })

export const Id = z.uuid()

export const Day = z.iso.date().openapi({ example: '2026-11-28', description: 'A day of China' })

const Post = z
  .object({
    id: Id,
    kind: z.string(),
    title: Words,
    unit: z.object({ id: Id, name: Words }),
    region: z.string().openapi({ description: 'County, six digits' }),
    regionName: Words.nullable(),
    area: z
      .object({ code: z.string(), name: Words })
      .nullable()
      .openapi({ description: 'Township or village; null: the county' }),
    purposes: z.array(z.object({ purpose: Purpose, label: Words, needsCase: z.boolean(), forbidden: z.boolean() })),
    fields: z.array(Field),
    abilities: z
      .array(z.string())
      .openapi({ description: 'see-posts, manage-staff, see-log, see-refusals, review, work' }),
    substitute: z.boolean(),
  })
  .openapi('Post')

export const SessionState = z
  .object({
    signedIn: z.boolean(),
    demo: z.boolean().openapi({ description: 'Cards may be used to sign in' }),
    ready: z.boolean().openapi({ description: 'false while the register is being prepared: ask again' }),
    preparing: z
      .object({
        phase: z.enum(['database', 'checking', 'registering', 'posts', 'traces', 'opening']),
        done: z.number().int(),
        of: z.number().int().nullable(),
      })
      .optional()
      .openapi({ description: 'How far it is, while it is not ready: commands checked or registered so far' }),
    providers: z
      .array(z.object({ id: z.string(), name: z.string().nullable(), people: z.enum(['staff', 'residents']) }))
      .openapi({ description: 'Identity providers that may be used, and by whom' }),
    messages: z.boolean().openapi({ description: 'Messages are shown at /api/demo/messages and not sent' }),
    secondFactorWaits: z.boolean().openapi({ description: 'A password was right and its code is awaited' }),
    kind: z.enum(['staff', 'resident']).optional(),
    user: z.object({ id: Id, name: z.string() }).optional(),
    secondFactor: z.enum(['done', 'to-set-up']).optional(),
    expiresAt: z.string().optional(),
    posts: z.array(Post).optional(),
    activePost: Id.nullable().optional(),
  })
  .openapi('Session')

export const Next = z
  .object({ next: z.enum(['done', 'second-factor', 'set-up-second-factor', 'who-are-you']) })
  .openapi('NextStep', { description: 'What the person does now' })

export const Done = z.object({ done: z.literal(true) }).openapi('Done')

const phone = z.string().min(5).max(30).openapi({ example: '13812345678' })

export const PasswordSignIn = z.strictObject({
  username: z.string().min(1).max(100),
  password: z.string().min(1).max(128),
})
export const CodeSignIn = z.strictObject({
  code: z.string().min(6).max(20).openapi({ description: 'Six figures, or a backup code' }),
})
export const SetUp = z.strictObject({
  password: z.string().min(1).max(128).openapi({ description: 'Once more, so that a session left open cannot do it' }),
})
export const SetUpAnswer = z
  .object({ uri: z.string(), secret: z.string(), backupCodes: z.array(z.string()) })
  .openapi('SecondFactor')
export const SmsSignIn = z.strictObject({ phone })
export const SmsVerify = z.strictObject({
  phone,
  code: z.string().regex(/^\d{6}$/),
  name: z.string().max(100).optional().openapi({ description: 'Where several people share the phone' }),
  idLast4: z
    .string()
    .regex(/^\d{3}[\dXx]$/)
    .optional(),
})
export const ChoosePost = z.strictObject({ post: Id })
export const DemoCards = z
  .object({
    cards: z.array(z.object({ id: z.string(), name: z.string(), post: Words, what: Words })),
  })
  .openapi('DemoCards')
export const DemoSignIn = z.strictObject({ card: z.string().min(1).max(60) })
export const DemoMother = z.object({ person: Id, name: z.string() }).openapi('DemoMother')

export const DemoMessages = z
  .object({
    messages: z.array(z.object({ at: z.string(), kind: z.enum(['code', 'notice']), to: z.string(), text: z.string() })),
  })
  .openapi('DemoMessages')
export const NewPassword = z.strictObject({ old: z.string().min(1).max(128), new: z.string().min(12).max(128) })
