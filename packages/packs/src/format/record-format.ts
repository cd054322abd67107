import { z } from 'zod'
import { Name } from './common.ts'

const Role = z
  .enum(['child', 'mother', 'father', 'guardian', 'applicant'])
  .meta({ description: '事主（child）或当事人 / the subject (child) or a party of the case' })
const DayOf = Name.meta({
  description: '一个日期字段，或 answer：办好那天 / a date field, or answer: the day it was done',
})

/** What the register learns once an item is done: its commands, with the fields that fill them. */
export const RecordFormat = z
  .discriminatedUnion('command', [
    z.strictObject({
      command: z.literal('register-person'),
      person: Role,
      name: Name,
      sex: Name,
      birthDate: Name,
      mother: Role.nullable().default(null),
      father: Role.nullable().default(null),
      livesWith: z.array(Role).default([]),
    }),
    z.strictObject({
      command: z.literal('state-fact'),
      person: Role,
      attribute: z.enum(['name', 'ethnicity', 'identity-number', 'phone', 'residence', 'health']),
      value: Name,
      from: DayOf,
    }),
    z.strictObject({
      command: z.literal('record-tie'),
      person: Role,
      tie: z.enum(['mother', 'father', 'guardian', 'spouse']),
      other: Role,
      from: DayOf,
    }),
    z.strictObject({
      command: z.literal('join-household'),
      person: Role,
      householdOf: Name.meta({
        description: '随谁的户：当事人，或取值为当事人的字段 / a party, or a code field whose codes name parties',
      }),
      as: z.string().min(1).max(20),
      from: DayOf,
    }),
    z.strictObject({
      command: z.literal('record-event'),
      person: Role,
      event: z.enum(['death', 'marriage', 'divorce', 'pregnancy', 'birth']),
      on: DayOf,
      other: Role.nullable().default(null),
    }),
  ])
  .meta({ description: '办好以后登记什么 / what the register learns' })
