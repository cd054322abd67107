import { type FormEvent, useState } from 'react'
import { Field } from '../../design/field.tsx'
import { useFirstFocus } from '../../design/use-first-focus.ts'
import type { CaseField, Written } from '../../cases/case-types.ts'
import { useMyCaseWords } from '../use-my-case-words.ts'

/** One question: buttons where there are few answers, else one box. */
export function TypedField({
  field,
  question: asked = null,
  choices,
  value,
  error,
  onAnswer,
}: {
  readonly field: CaseField
  /** How to ask, where it is not the usual words of the field. */
  readonly question?: string | null
  readonly choices: CaseField['codes']
  readonly value: Written | undefined
  readonly error: string | null
  /** undefined: left out. */
  readonly onAnswer: (value: Written | undefined) => void
}) {
  const { words, say } = useMyCaseWords()
  const heading = useFirstFocus<HTMLHeadingElement>()
  const [typed, setTyped] = useState(value === undefined ? '' : String(value))
  const [empty, setEmpty] = useState(false)
  const { name, type, required } = field
  const question = asked ?? words.question[name] ?? words.otherQuestion(say(field.label))
  const hint = words.hint[name] ?? null
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const text = typed.trim()
    if (text === '') setEmpty(true)
    else onAnswer(type.kind === 'number' ? Number(text) : text)
  }
  const options =
    type.kind === 'boolean'
      ? [
          { value: true, text: words.yes },
          { value: false, text: words.no },
        ]
      : choices.map(({ code, label }) => ({ value: code, text: say(label) }))
  if (options.length > 0)
    return (
      <div className="stack">
        <h2 ref={heading} tabIndex={-1}>
          {question}
        </h2>
        {hint === null ? null : <p className="quiet">{hint}</p>}
        {error === null ? null : (
          <p className="error" role="alert">
            {error}
          </p>
        )}
        {options.map((option) => (
          <button
            key={option.text}
            type="button"
            className="choice"
            aria-pressed={value === option.value}
            onClick={() => onAnswer(option.value)}
          >
            {option.text}
          </button>
        ))}
      </div>
    )
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <h2 ref={heading} tabIndex={-1}>
        {question}
      </h2>
      <Field label={say(field.label)} hint={hint} error={empty ? words.empty : error}>
        {(props) => (
          <input
            {...props}
            type={type.kind === 'date' ? 'date' : 'text'}
            inputMode={keyboards[name] ?? 'text'}
            autoComplete={completions[name] ?? 'off'}
            enterKeyHint="next"
            value={typed}
            onChange={(event) => {
              setEmpty(false)
              setTyped(event.target.value)
            }}
          />
        )}
      </Field>
      <button type="submit" className="button">
        {words.next}
      </button>
      {required ? null : (
        <button type="button" className="quiet-button" onClick={() => onAnswer(undefined)}>
          {words.skip}
        </button>
      )}
    </form>
  )
}

const keyboards: Readonly<Record<string, 'tel' | 'numeric'>> = {
  'household.phone': 'tel',
  'household.account': 'numeric',
}
const completions: Readonly<Record<string, string>> = {
  'household.phone': 'tel',
  'household.address': 'street-address',
}
