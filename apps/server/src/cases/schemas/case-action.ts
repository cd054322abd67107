import { z } from '@hono/zod-openapi'
import { text } from './common.ts'

/** What staff may do to a case; who does it and on which day is known from the session. */
export const CaseAction = z
  .looseObject({
    kind: z.string().max(40).openapi({ example: 'answer' }),
    id: z.string().min(1).max(200).openapi({ description: 'Chosen by the sender: sent again, it is one action' }),
  })
  .openapi('CaseAction', {
    description: 'answer, acknowledge, ask-for-more, provide, start, correct, hand-over, substitute, reopen, cancel, …',
  })

export const CaseDone = z.object({ repeated: z.boolean(), status: text, number: text }).openapi('CaseActionTaken')
