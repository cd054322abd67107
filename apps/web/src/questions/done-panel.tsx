import { useEffect, useRef } from 'react'
import { useWords } from '../messages/language.tsx'

/** Said when nothing is left to ask. */
export function DonePanel({
  skipped,
  onAskSkipped,
  moveFocus,
}: {
  readonly skipped: number
  readonly onAskSkipped: () => void
  readonly moveFocus: boolean
}) {
  const { t } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (moveFocus) heading.current?.focus()
  }, [moveFocus])
  return (
    <section className="card question" aria-labelledby="question-title">
      <h2 id="question-title" ref={heading} tabIndex={-1}>
        {t.question.done}
      </h2>
      <p className="small">{t.question.doneText}</p>
      {skipped > 0 && (
        <p className="row">
          {t.question.skipped(skipped)}
          <button type="button" className="quiet-button" onClick={onAskSkipped}>
            {t.question.askSkipped}
          </button>
        </p>
      )}
    </section>
  )
}
