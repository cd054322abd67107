import { dayText } from '../format/day.ts'
import type { ClaimShown } from './calls.ts'
import { useClaimWords } from './use-claim-words.ts'

type Rules = NonNullable<ClaimShown['rules']>

/** What the rules say of a claim today: answer first, then why, then what it was made of. */
export function RulesAnswer({ claim: { rules, problems } }: { readonly claim: ClaimShown }) {
  const { words, say, language } = useClaimWords()
  if (rules === null) {
    return (
      <ul className="notice warn">
        {problems.map(({ path, message }) => (
          <li key={path}>{say(message)}</li>
        ))}
      </ul>
    )
  }
  return (
    <section className="panel stack claim-answer" aria-labelledby="rules-say">
      <h2 id="rules-say">
        {words.rulesSay} <span className="quiet fine">{words.asOf(dayText(rules.asOf, language))}</span>
      </h2>
      <p>
        <strong className={rules.status === 'eligible' ? 'ok-text' : 'late-text'}>
          {say(rules.statusLabel)} {say(rules.amountText)}
        </strong>
      </p>
      <p>{say(rules.reason)}</p>
      <p className="quiet fine" lang="zh-CN">
        {words.clause(rules.source.title, rules.source.clause)}
      </p>
      <Conditions rules={rules} />
      <Facts rules={rules} />
    </section>
  )
}

function Conditions({ rules: { conditions } }: { readonly rules: Rules }) {
  const { words, say } = useClaimWords()
  const shown = words.conditionWords as Readonly<Record<string, string>>
  return (
    <ul>
      {conditions.map(({ id, status, sentence }) => (
        <li key={id}>
          <span className={status === 'holds' ? 'ok-text' : 'late-text'}>{shown[status] ?? status}</span>{' '}
          {say(sentence)}
        </li>
      ))}
    </ul>
  )
}

function Facts({ rules: { facts } }: { readonly rules: Rules }) {
  const { words, say } = useClaimWords()
  return (
    <details>
      <summary>
        {words.facts} ({facts.length})
      </summary>
      <dl className="claim-pairs">
        {facts.map(({ fact, label, value, source }) => (
          <div key={fact} style={{ display: 'contents' }}>
            <dt>{say(label)}</dt>
            <dd>
              {typeof value === 'boolean' ? (value ? words.yes : words.no) : value}{' '}
              <span className="quiet fine">{words.sources[source]}</span>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
