import { z } from '@hono/zod-openapi'
import { Id, Words } from '../sign-in/schemas.ts'

const Fen = z.int().openapi({ description: 'Fen (1/100 yuan)', example: 50_000 })
const Day = z.string().openapi({ example: '2026-11-23' })
const Benefit = z.object({ id: z.string(), label: Words })

export const MyPayments = z
  .object({
    payments: z.array(
      z.object({
        claim: z.string(),
        benefit: Benefit,
        period: z.string(),
        kind: z.enum(['payment', 'set-off', 'return', 'repayment', 'on-way']),
        stateWords: Words,
        fen: Fen,
        on: Day.nullable(),
        words: z.string().nullable(),
        clause: z.object({ title: z.string().nullable(), clause: z.string() }).nullable(),
      }),
    ),
  })
  .openapi('MyPayments')

export const ToPay = z
  .object({
    claims: z.int(),
    totalFen: Fen,
    waitsForAccount: z.int(),
    waitsForPeople: z.int().openapi({ description: 'Facts have changed: an officer looks first' }),
    toRecover: z.int(),
    toRecoverFen: Fen,
  })
  .openapi('ToPay')

const BatchHead = z.object({
  id: z.string(),
  number: z.string(),
  state: z.enum(['prepared', 'approved', 'answered', 'given-up']),
  preparedBy: z.string(),
  preparedOn: Day,
  approvedBy: z.string().nullable(),
  approvedOn: Day.nullable(),
  lines: z.int(),
  totalFen: Fen,
  paidFen: Fen,
  returnedFen: Fen,
  openFen: Fen,
})
export const BatchList = z.object({ batches: z.array(BatchHead), next: z.string().nullable() }).openapi('BatchList')
export const BatchPage = BatchHead.extend({
  mine: z.boolean().openapi({ description: 'Prepared by whoever asks: they cannot approve it' }),
  reconciled: z.object({ ledgerFen: Fen, agrees: z.boolean(), complete: z.boolean() }),
  payments: z.array(
    z.object({
      line: z.int(),
      claim: z.string(),
      benefit: Benefit,
      payee: z.string(),
      account: z.string().openapi({ description: 'All but its end hidden' }),
      bank: z.string().nullable(),
      fen: Fen,
      parts: z.array(z.object({ period: z.string(), fen: Fen })),
      state: z.string(),
      on: Day.nullable(),
      reason: z.string().nullable(),
    }),
  ),
}).openapi('BatchPage')

export const NewBatch = z
  .strictObject({ id: Id.openapi({ description: 'Chosen by the page: sent again, it is one batch' }) })
  .openapi('NewBatch')
export const BatchMade = z
  .object({ id: z.string(), number: z.string(), lines: z.int(), totalFen: Fen, repeated: z.boolean() })
  .openapi('BatchMade')
export const Export = z
  .strictObject({ encoding: z.enum(['utf-8', 'gb18030']).default('gb18030') })
  .openapi('BankExport')
export const BankAnswer = z
  .strictObject({
    file: z
      .string()
      .min(4)
      .max(2_000_000)
      .regex(/^[A-Za-z0-9+/]+={0,2}$/)
      .openapi({ description: 'The bank’s CSV file, base64; UTF-8 or GB 18030' }),
  })
  .openapi('BankAnswerFile')
export const Imported = z.object({ repeated: z.boolean(), paid: z.int(), returned: z.int() }).openapi('BankAnswerTaken')
export const Money = z
  .object({
    agrees: z.boolean(),
    differences: z.array(z.object({ what: z.string(), id: z.string() })),
    dueFen: Fen,
    heldFen: Fen,
    onWayFen: Fen,
  })
  .openapi('MoneyReconciled')
