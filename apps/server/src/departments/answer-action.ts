import type { Action, Item, Problem, Procedure } from '@junheng/casework'
import type { Answer } from '@junheng/connector'
import { outputsAsFields } from './facts-for.ts'

export type AnswerAction =
  | { readonly ok: true; readonly action: Action | null }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * A department's answer as an action on the case, done by its unit on the day it is taken; null where the case has
 * nothing to learn (a cancellation that was asked for). A refusal names one of the item's grounds in `outputs.ground`;
 * where it does not, the only or first ground stands, and the words say the rest.
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
      const named = item.refusals.find(({ id }) => id === answer.outputs['ground']) ?? item.refusals[0]
      if (named === undefined) return { ok: false, problems: [cannotRefuse] }
      return { ok: true, action: { kind: 'answer', ...common, ...plain, result: 'refused', ground: named.id } }
    }
    case 'needs-more': {
      const pause = procedure.pauses.find(({ id }) => id === answer.outputs['pause']) ?? procedure.pauses[0]
      if (pause === undefined) return { ok: false, problems: [cannotAsk] }
      return { ok: true, action: { kind: 'answer', ...common, ...plain, result: 'needs-more', pause: pause.id } }
    }
  }
}

const cannotRefuse: Problem = {
  path: 'outcome',
  code: 'no-ground-to-refuse',
  message: { zh: '这个事项没有规定可以不予办理的理由', en: 'There is no ground on which this item may be refused' },
}
const cannotAsk: Problem = {
  path: 'outcome',
  code: 'no-pause',
  message: { zh: '这件事没有规定可以要求补材料', en: 'Nothing more may be asked for in this procedure' },
}
