import { family, readAction, type Procedure, type ReadAction } from '@junheng/casework'
import type { StepFormat } from '../format/case-format.ts'

/** A step of a worked case as the action it stands for; who does it follows from what is done. */
export function stepAction(procedure: Procedure, step: StepFormat, id: string): ReadAction {
  const { on, do: kind, item, items, result, ground, pause, reason, upheld, to, facts, outputs, papers, version } = step
  const unit = step.by ?? defaultUnit(procedure, step)
  const words = procedure.label.zh
  const parts: Readonly<Record<string, unknown>> = {
    ...(needsItem.has(kind) ? { item } : {}),
    ...(kind === 'object' || kind === 'hand-over' ? { item: item ?? null } : {}),
    ...(kind === 'answer' ? { result: result ?? 'done', outputs: outputs ?? {}, ground, pause } : {}),
    ...(kind === 'ask-for-more' ? { pause } : {}),
    ...(kind === 'provide' ? { papers: papers ?? {} } : {}),
    ...(takesFacts.has(kind) ? { facts: facts ?? {} } : {}),
    ...(kind === 'open' ? { version: version ?? null } : {}),
    ...(takesWords.has(kind) ? { words } : {}),
    ...(kind === 'decide-objection' ? { objection: reason, upheld: upheld ?? false } : {}),
    ...(kind === 'reopen' ? { items } : {}),
    ...(kind === 'hand-over' ? { office: to } : {}),
    ...(kind === 'substitute' ? { officer: to } : {}),
    ...(kind === 'note-stop' ? { reason } : {}),
  }
  const stated = Object.entries(parts).filter(([, value]) => value !== undefined)
  return readAction({ kind, id, on, by: { unit, person: null }, ...Object.fromEntries(stated) })
}

const needsItem = new Set(['start', 'deliver', 'acknowledge', 'answer', 'ask-for-more', 'provide', 'substitute'])
const takesFacts = new Set(['open', 'confirm', 'provide', 'correct', 'note-stop'])
const takesWords = new Set([
  'ask-for-more',
  'correct',
  'withdraw',
  'cancel',
  'object',
  'decide-objection',
  'reopen',
  'hand-over',
])

function defaultUnit(procedure: Procedure, { do: kind, item }: StepFormat): string {
  switch (kind) {
    case 'open':
      return procedure.openedBy[0] ?? family
    case 'confirm':
    case 'provide':
    case 'correct':
    case 'withdraw':
    case 'object':
      return family
    case 'decide-objection':
      return procedure.objection?.by ?? procedure.lead
    case 'cancel':
    case 'reopen':
    case 'note-stop':
    case 'start':
    case 'deliver':
    case 'acknowledge':
    case 'answer':
    case 'ask-for-more':
    case 'hand-over':
    case 'substitute':
      return procedure.items.find(({ id }) => id === item)?.unit ?? procedure.lead
  }
}
