import { fenText } from '../format/fen.ts'
import { shortInstant } from '../format/instant.ts'
import type { ClaimShown } from './calls.ts'
import { useClaimWords } from './use-claim-words.ts'

/** Every decision with what it stood on. */
export function ClaimHistory({ claim: { decisions } }: { readonly claim: ClaimShown }) {
  const { words, say, language } = useClaimWords()
  if (decisions.length === 0) return null
  const kinds = words.kinds as Readonly<Record<string, string>>
  return (
    <section className="panel stack" aria-labelledby="claim-history">
      <h2 id="claim-history">{words.decisions}</h2>
      <ol className="stack">
        {decisions.map(({ seq, kind, decidedAt, due, because, reason }) => (
          <li key={seq}>
            <p>
              <span className="quiet fine nowrap">{shortInstant(decidedAt)}</span>{' '}
              <strong>{kinds[kind] ?? kind}</strong>{' '}
              {due.length === 0
                ? null
                : fenText(
                    due.reduce((all, { fen }) => all + fen, 0),
                    language,
                  )}
            </p>
            {kind === 'checked' ? null : <p className="fine">{say(because)}</p>}
            {reason === null ? null : (
              <p className="fine" lang="zh-CN">
                {words.reasonWas(reason)}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
