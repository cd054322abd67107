import { useEffect, useRef, useState } from 'react'
import type { Answer } from '@junheng/entitlements'
import { useWords } from '../messages/language.tsx'

/** Says, to who cannot see the list grow, what an answer has just changed. */
export function LiveSummary({ eligible }: { readonly eligible: readonly Answer[] }) {
  const { t, say, language } = useWords()
  const before = useRef<ReadonlyMap<string, string> | null>(null)
  const [text, setText] = useState('')
  const names = new Map(eligible.map((answer) => [`${answer.id}#${answer.subject.index}`, say(answer.label)]))
  const key = [...names.keys()].join()
  useEffect(() => {
    const earlier = before.current
    before.current = names
    if (earlier === null) return
    const comma = language === 'zh' ? '、' : ', '
    const gained = [...names].filter(([id]) => !earlier.has(id)).map(([, name]) => name)
    const lost = [...earlier].filter(([id]) => !names.has(id)).map(([, name]) => name)
    if (gained.length === 0 && lost.length === 0) return
    setText(
      [
        t.answers.live(names.size),
        gained.length > 0 ? t.answers.liveNew(gained.join(comma)) : '',
        lost.length > 0 ? t.answers.liveLost(lost.join(comma)) : '',
      ].join(' '),
    )
    // The set of answers is the whole of what matters; the words follow it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key])
  return (
    <p className="visually-hidden" role="status" aria-live="polite">
      {text}
    </p>
  )
}
