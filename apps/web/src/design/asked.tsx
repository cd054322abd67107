import type { ReactNode } from 'react'
import type { Answer } from '../api/use-answer.ts'
import { useWords } from '../messages/language.tsx'
import { Failure } from './failure.tsx'

const again = { zh: '再试一次', en: 'Try again' }

/** Shows what was asked for once it is there; until then that it is coming, or why it is not. */
export function Asked<T>({
  answer,
  children,
}: {
  readonly answer: Answer<T>
  readonly children: (value: T) => ReactNode
}) {
  const { t, say } = useWords()
  const { value, failed, asking } = answer
  return (
    <>
      {failed === null ? null : (
        <>
          <Failure failed={failed} />
          <div>
            <button type="button" className="choice fit" onClick={answer.again}>
              {say(again)}
            </button>
          </div>
        </>
      )}
      {value === undefined && asking ? (
        <p className="quiet" role="status">
          {t.home.loading}
        </p>
      ) : null}
      {value === undefined ? null : children(value)}
    </>
  )
}
