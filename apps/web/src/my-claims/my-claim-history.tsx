import { dayText } from '../format/day.ts'
import { yuanText } from '../format/yuan.ts'
import type { MyClaimShown } from './calls.ts'
import { useMyClaimWords } from './use-my-claim-words.ts'

/** What was decided, in order, each with what changed and why: the family reads the same as the officer. */
export function MyClaimHistory({ claim: { decisions } }: { readonly claim: MyClaimShown }) {
  const { words, say, language } = useMyClaimWords()
  if (decisions.length === 0) return null
  const kinds = words.kinds as Readonly<Record<string, string>>
  return (
    <section className="card stack" aria-labelledby="my-claim-history">
      <h2 id="my-claim-history">{words.history}</h2>
      <ol className="my-claims">
        {decisions.map(({ seq, kind, decidedAt, due, reason, changed }) => (
          <li key={seq} className="my-claim">
            <span>
              <strong>{kinds[kind] ?? kind}</strong>{' '}
              {due.length === 0 || !shownAmount.has(kind)
                ? null
                : yuanText(
                    due.reduce((all, { fen }) => all + fen, 0),
                    language,
                  )}{' '}
              <span className="small quiet">{dayText(decidedAt.slice(0, 10), language)}</span>
            </span>
            {changed.length === 0 ? null : (
              <span className="small">
                {words.changed} {changed.map((one) => say(one)).join('；')}
              </span>
            )}
            {reason === null ? null : (
              <span className="small" lang="zh-CN">
                {words.reasonWas(reason)}
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** A proposal is no promise: its amount is shown once two have agreed. */
const shownAmount: ReadonlySet<string> = new Set(['confirmed', 'recomputed', 'kept', 'objection-denied'])
