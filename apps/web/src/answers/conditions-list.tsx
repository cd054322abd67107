import { clauseWords, type ConditionAnswer } from '@junheng/entitlements'
import { useWords } from '../messages/language.tsx'

/** Each condition with its verdict, in words and not by colour alone. */
export function ConditionsList({
  conditions,
  clause,
}: {
  readonly conditions: readonly ConditionAnswer[]
  /** The benefit's own clause, which is not repeated. */
  readonly clause: string
}) {
  const { t, say } = useWords()
  if (conditions.length === 0) return null
  return (
    <ul className="conditions small">
      {conditions.map((condition) => (
        <li key={condition.id} className={condition.status}>
          <strong>{t.card[condition.status]}</strong> {say(condition.sentence)}
          {condition.source.clause !== clause && (
            <span className="quiet fine" lang="zh-CN">
              {' '}
              {clauseWords(condition.source.clause)}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
