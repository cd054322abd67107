import { useCaseDeskWords } from '../words/use-case-desk-words.ts'
import type { Mode } from './modes.ts'

/** What a deed is called on its button. */
export function useModeLabel(): (mode: Mode | 'undo') => string {
  const { words } = useCaseDeskWords()
  const labels: Readonly<Record<Mode | 'undo', string>> = {
    begin: words.begin,
    done: words.done,
    received: words.received,
    more: words.moreWanted,
    refuse: words.refuse,
    'hand-over': words.handOver,
    substitute: words.substitute,
    reopen: words.reopen,
    'decide-objection': words.what['decide-objection'] ?? '',
    undo: words.undo,
  }
  return (mode) => labels[mode]
}
