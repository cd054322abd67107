import type { CaseField, CaseShown, Facts } from '../../cases/case-types.ts'
import { valueText } from '../../cases/value-text.ts'
import { useFirstFocus } from '../../design/use-first-focus.ts'
import { Contact } from '../page/contact.tsx'
import { useMyCaseWords } from '../use-my-case-words.ts'
import { mayChange, type Question, questionsAmong } from './questions.ts'
import { useWhichChild } from './use-which-child.ts'

/** Says nothing of one child. */
const ofTwins: ReadonlySet<string> = new Set(['child.babiesInBirth', 'child.orderInBirth'])

/** Everything at once before it is sent: what they said, with a way back to each, and what was known. */
export function CheckScreen({
  cases,
  facts,
  onChange,
}: {
  readonly cases: readonly CaseShown[]
  readonly facts: Facts
  readonly onChange: (question: Question) => void
}) {
  const { words, say, language } = useMyCaseWords()
  const heading = useFirstFocus<HTMLHeadingElement>()
  const whichChild = useWhichChild(cases)
  const [first] = cases
  if (first === undefined) return null
  const all = questionsAmong(cases, ({ form }) => form.fields)
  const typed = ({ key }: Question): boolean => facts[key] !== undefined
  const yours = all.filter((one) => typed(one) || (mayChange(one.field) && one.field.known))
  const skipped = all.filter((one) => !one.field.known && mayChange(one.field) && !typed(one))
  const known = all.filter(
    (one) => !yours.includes(one) && one.field.value !== null && !(cases.length === 1 && isAlone(one.field, first)),
  )
  // A birth outside a hospital was told by the parents: what a hospital would have said, they have.
  const toldByFamily = first.history.some(({ kind, unit }) => kind === 'open' && unit === 'family')
  const fromWords = (unit: string): string =>
    unit === 'hospital' && toldByFamily ? words.fromYou : words.from(words.fromUnits[unit] ?? unit)
  const text = { say, language, words }
  /** One value, or where children of a birth differ, each child's in turn. */
  const saidOf = ({ field }: Question): string => {
    const values = cases.flatMap(({ form }) => {
      const own = form.fields.find(({ name }) => name === field.name)
      return own === undefined || own.value === null ? [] : [valueText(own, own.value, text)]
    })
    return new Set(values).size === 1 ? (values[0] ?? '—') : words.eachInTurn(values)
  }
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {words.checkTitle}
      </h2>
      <p>{words.checkLead}</p>
      <section className="card" aria-label={words.yours}>
        <h3>{words.yours}</h3>
        <dl className="check-list">
          {[...yours, ...skipped].map((question) => {
            const { key, field, of } = question
            const value = facts[key] ?? field.value
            const label = of === null ? say(field.label) : words.labelOf(whichChild(of), say(field.label))
            return (
              <div key={key}>
                <dt>{label}</dt>
                <dd>
                  <span lang="zh-CN">{value === null ? '—' : valueText(field, value, text)}</span>
                  <button
                    type="button"
                    className="quiet-button"
                    aria-label={`${words.change} ${label}`}
                    onClick={() => onChange(question)}
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
          {known.map((question) => (
            <div key={question.key}>
              <dt>
                {say(question.field.label)}
                {question.field.prefilledFrom === null ? null : (
                  <span className="fine quiet"> {fromWords(question.field.prefilledFrom)}</span>
                )}
              </dt>
              <dd lang="zh-CN">{saidOf(question)}</dd>
            </div>
          ))}
        </dl>
        <details>
          <summary>{words.wrong}</summary>
          <p>{words.wrongDo}</p>
          <Contact shown={first} />
        </details>
      </section>
    </>
  )
}

function isAlone({ name }: CaseField, { form }: CaseShown): boolean {
  const babies = form.fields.find((field) => field.name === 'child.babiesInBirth')?.value
  return ofTwins.has(name) && babies === 1
}
