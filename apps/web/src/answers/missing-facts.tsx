import type { Answer } from '@junheng/entitlements'
import { useWords } from '../messages/language.tsx'
import type { FactKey } from '../situation/household.ts'

/** What is still needed, each with a button that asks it. */
export function MissingFacts({
  missing,
  onAnswer,
}: {
  readonly missing: Answer['missing']
  readonly onAnswer: (key: FactKey) => void
}) {
  const { t, say } = useWords()
  return (
    <ul className="missing" aria-label={t.card.missing}>
      {missing.map(({ fact, index, label }) => (
        <li key={`${fact}#${index}`}>
          <button type="button" className="choice" onClick={() => onAnswer({ fact, index })}>
            {t.card.answerIt(say(label))}
          </button>
        </li>
      ))}
    </ul>
  )
}
