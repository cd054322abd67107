import { instantText } from '../format/instant.ts'
import type { MyRequest } from './calls.ts'
import { useMyDataWords } from './use-my-data-words.ts'

/** What one said is wrong, and what came back. */
export function RequestsList({ requests }: { readonly requests: readonly MyRequest[] }) {
  const { words, language } = useMyDataWords()
  if (requests.length === 0) return null
  return (
    <section className="card stack" aria-labelledby="my-requests">
      <h2 id="my-requests">{words.requests}</h2>
      <ul className="stack">
        {requests.map(({ id, text, askedAt, answer }) => (
          <li key={id}>
            <p className="small quiet">{instantText(askedAt, language)}</p>
            <p lang="zh-CN">{text}</p>
            <p
              className={answer === null ? 'small waiting-note' : 'small'}
              lang={answer === null ? undefined : 'zh-CN'}
            >
              {answer === null ? words.waiting : words.answered(answer)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
