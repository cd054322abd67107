import { shortInstant } from '../../format/instant.ts'
import type { CaseShown } from '../case-types.ts'
import { useCaseDeskWords } from '../words/use-case-desk-words.ts'

/** Every action, the newest first: when, who, what, in whose words. */
export function HistoryList({ shown }: { readonly shown: CaseShown }) {
  const { words, say } = useCaseDeskWords()
  return (
    <section className="panel" aria-labelledby="case-history">
      <h2 id="case-history">{words.history}</h2>
      <ol className="case-steps">
        {shown.history.toReversed().map((step, index) => {
          const item = shown.items.find(({ id }) => id === step.item)
          return (
            // An id may stand twice where a program took several steps for one; its place tells them apart.
            <li key={`${step.id} ${step.kind} ${index}`}>
              <span className="quiet fine nowrap">{shortInstant(step.recordedAt)}</span>
              <span>{say(step.unitLabel)}</span>
              <span>
                {words.kinds[step.kind] ?? step.kind}
                {item === undefined ? '' : ` · ${say(item.label)}`}
                {step.words === null ? null : (
                  <span className="quiet" lang="zh-CN">
                    {' '}
                    {step.words}
                  </span>
                )}
              </span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
