import { z } from '@hono/zod-openapi'

const Parent = z
  .strictObject({
    name: z.string().min(1).max(50),
    identityNumber: z.string().max(18).nullish().openapi({ description: 'Whole; kept sealed' }),
    person: z.uuid().nullish().openapi({ description: 'The register’s id, where the sender knows it' }),
  })
  .openapi('NoticeParent')

/** What a hospital (or a parent, of a birth outside one) tells of a birth: one notice a child. */
export const BirthNotice = z
  .strictObject({
    id: z.uuid().openapi({ description: 'Chosen by the sender: the same notice again is one notice' }),
    record: z
      .string()
      .regex(/^[\x21-\x7e]{1,64}$/)
      .nullable()
      .openapi({ description: 'The hospital’s own number of this child; null from a parent' }),
    kind: z.enum(['live-birth', 'stillbirth']),
    where: z.enum(['in-institution', 'outside']),
    place: z.string().max(100).nullish(),
    mother: Parent,
    father: Parent.nullish(),
    foreignParents: z
      .enum(['none', 'one', 'both'])
      .nullish()
      .openapi({ description: 'How many of the parents are foreign; absent: as their numbers tell' }),
    child: z.strictObject({
      sex: z.enum(['male', 'female']),
      birthDate: z.iso.date(),
      birthTime: z
        .string()
        .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
        .nullish(),
      weightGrams: z.int().min(200).max(9000).nullish(),
      order: z.int().min(1).max(9).default(1).openapi({ description: 'Of twins and more: which, from 1' }),
      of: z.int().min(1).max(9).default(1),
    }),
  })
  .refine(({ child }) => child.order <= child.of, { path: ['child', 'order'], message: 'order 不能大于 of' })
  .openapi('BirthNotice')
export type BirthNotice = z.infer<typeof BirthNotice>
