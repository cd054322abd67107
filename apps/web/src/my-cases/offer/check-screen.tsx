import type { CaseField, CaseShown, Facts } from '../../cases/case-types.ts'
import { valueText } from '../../cases/value-text.ts'
import { useFirstFocus } from '../../design/use-first-focus.ts'
import { Contact } from '../page/contact.tsx'
import { useMyCaseWords } from '../use-my-case-words.ts'
import { mayChange } from './questions.ts'

/** Says nothing of one child. */
const ofTwins: ReadonlySet<string> = new Set(['child.babiesInBirth', 'child.orderInBirth'])

/** Everything at once before it is sent: what they said, with a way back to each, and what was known. */
export function CheckScreen({
  shown,
  facts,
  onChange,
}: {
  readonly shown: CaseShown
  readonly facts: Facts
  readonly onChange: (field: CaseField) => void
}) {
  const { words, say, language } = useMyCaseWords()
  const heading = useFirstFocus<HTMLHeadingElement>()
  const { fields } = shown.form
  const yours = fields.filter((field) => facts[field.name] !== undefined || (mayChange(field) && field.known))
  const skipped = fields.filter((field) => !field.known && mayChange(field) && facts[field.name] === undefined)
  const alone = fields.some(({ name, value }) => name === 'child.babiesInBirth' && value === 1)
  const known = fields.filter(
    (field) => !yours.includes(field) && field.value !== null && !(alone && ofTwins.has(field.name)),
  )
  const text = { say, language, words }
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {words.checkTitle}
      </h2>
      <p>{words.checkLead}</p>
      <section className="card" aria-label={words.yours}>
        <h3>{words.yours}</h3>
        <dl className="check-list">
          {[...yours, ...skipped].map((field) => {
            const value = facts[field.name] ?? field.value
            return (
              <div key={field.name}>
                <dt>{say(field.label)}</dt>
                <dd>
                  <span lang="zh-CN">{value === null ? '—' : valueText(field, value, text)}</span>
                  <button
                    type="button"
                    className="quiet-button"
                    aria-label={`${words.change} ${say(field.label)}`}
                    onClick={() => onChange(field)}
                  >
                    {words.change}
                  </button>
                </dd>
              </div>
            )
          })}
        </dl>
      </section>
      <section className="card" aria-label={words.known}>
        <h3>{words.known}</h3>
        <dl className="check-list known">
          {known.map((field) => (
            <div key={field.name}>
              <dt>
                {say(field.label)}
                {field.prefilledFrom === null ? null : (
                  <span className="fine quiet">
                    {' '}
                    {words.from(words.fromUnits[field.prefilledFrom] ?? field.prefilledFrom)}
                  </span>
                )}
              </dt>
              <dd lang="zh-CN">{field.value === null ? '—' : valueText(field, field.value, text)}</dd>
            </div>
          ))}
        </dl>
        <details>
          <summary>{words.wrong}</summary>
          <p>{words.wrongDo}</p>
          <Contact shown={shown} />
        </details>
      </section>
    </>
  )
}
