import { fenText } from '../format/fen.ts'
import { shortInstant } from '../format/instant.ts'
import type { ClaimShown } from './calls.ts'
import { ChangedList } from './changed-list.tsx'
import { useClaimWords } from './use-claim-words.ts'

/** Kinds whose words say all: the rules' own answer would only stand in the way. */
const silent: ReadonlySet<string> = new Set(['checked', 'reopened', 'objection-denied', 'kept', 'declined'])

/** Every decision with what it stood on. */
export function ClaimHistory({ claim: { decisions } }: { readonly claim: ClaimShown }) {
  const { words, say, language } = useClaimWords()
  if (decisions.length === 0) return null
  const kinds = words.kinds as Readonly<Record<string, string>>
  return (
    <section className="panel stack" aria-labelledby="claim-history">
      <h2 id="claim-history">{words.decisions}</h2>
      <ol className="stack">
        {decisions.map(({ seq, kind, decidedAt, due, because, reason, changed, byProgram, second }) => (
          <li key={seq}>
            <p>
              <span className="quiet fine nowrap">{shortInstant(decidedAt)}</span>{' '}
              <strong>{kinds[kind] ?? kind}</strong>{' '}
              {due.length === 0
                ? null
                : fenText(
                    due.reduce((all, { fen }) => all + fen, 0),
                    language,
                  )}{' '}
              {byProgram ? <span className="quiet fine">{words.byProgram}</span> : null}
              {second === null ? null : <span className="quiet fine">{words.withSecond}</span>}
            </p>
            {changed.length === 0 ? null : <ChangedList changed={changed} />}
            {silent.has(kind) ? null : <p className="fine">{say(because)}</p>}
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
