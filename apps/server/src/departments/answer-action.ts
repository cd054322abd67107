import type { Action, Item, Problem, Procedure } from '@junheng/casework'
import type { Answer } from '@junheng/connector'
import { cannotAsk } from './answer-problems.ts'
import { outputsAsFields } from './facts-for.ts'

export type AnswerAction =
  | { readonly ok: true; readonly action: Action | null }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * A department's answer as an action on the case, done by its unit on the day it is taken; null where the case has
 * nothing to learn (a cancellation that was asked for). A refusal carries its own ground: one of the item's by its code,
 * with the department's words and, where it goes by another, its clause.
 */
export function answerAction(
  answer: Answer,
  { procedure, item, on }: { readonly procedure: Procedure; readonly item: Item; readonly on: string },
): AnswerAction {
  const common = { id: answer.id, on, by: { unit: item.unit, person: null }, item: item.id } as const
  const plain = { outputs: {}, ground: null, pause: null, words: answer.reason } as const
  switch (answer.outcome) {
    case 'cancelled':
      return { ok: true, action: null }
    case 'accepted':
      return { ok: true, action: { kind: 'acknowledge', ...common } }
    case 'done': {
      const outputs = outputsAsFields(procedure, { produces: item.produces, outputs: answer.outputs })
      return { ok: true, action: { kind: 'answer', ...common, ...plain, result: 'done', outputs, words: null } }
    }
    case 'refused': {
      const { code = null, text = null, clause = null } = answer.ground ?? {}
      const words = [text, answer.reason].filter((part) => part !== null && part !== '').join('\n') || null
      // A ground that the item does not have is turned down where the action is decided.
      const refusal = { ...plain, result: 'refused', ground: code, words } as const
      return { ok: true, action: { kind: 'answer', ...common, ...refusal, ...(clause === null ? {} : { clause }) } }
    }
    case 'needs-more': {
      const pause = procedure.pauses.find(({ id }) => id === answer.outputs['pause']) ?? procedure.pauses[0]
      if (pause === undefined) return { ok: false, problems: [cannotAsk] }
      return { ok: true, action: { kind: 'answer', ...common, ...plain, result: 'needs-more', pause: pause.id } }
    }
  }
}
