import { type FormEvent, useId, useState } from 'react'
import { useWords } from '../messages/language.tsx'
import { readDayEntry } from './day-entry.ts'
import { ErrorLine } from './error-line.tsx'

/**
 * Three plain boxes: a birthday is typed faster than scrolled to, a day that does not exist can be explained,
 * and it looks the same on every phone.
 */
export function DateField({
  current,
  labelledBy,
  submitLabel,
  onChoose,
}: {
  readonly current: string | undefined
  readonly labelledBy: string
  readonly submitLabel?: string
  readonly onChoose: (day: string) => void
}) {
  const { t, language } = useWords()
  const id = useId()
  const [year = '', month = '', day = ''] = (current ?? '').split('-')
  const [parts, setParts] = useState({ year, month: month.replace(/^0/u, ''), day: day.replace(/^0/u, '') })
  const [error, setError] = useState<string | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const entry = readDayEntry(parts, { t, language })
    if (entry.ok) onChoose(entry.value)
    else {
      setError(entry.message)
      document.getElementById(`${id}-year`)?.focus()
    }
  }
  const box = (name: 'year' | 'month' | 'day', width: number) => (
    <label className={`date-box ${name}`}>
      <span>{t.question[name]}</span>
      <input
        id={`${id}-${name}`}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        maxLength={width}
        value={parts[name]}
        aria-invalid={error === null ? undefined : true}
        aria-describedby={error === null ? undefined : `${id}-error`}
        onChange={(event) => setParts({ ...parts, [name]: event.target.value })}
      />
    </label>
  )
  return (
    <form onSubmit={submit} className="stack" noValidate>
      <div role="group" aria-labelledby={labelledBy} className="date-boxes">
        {box('year', 4)}
        {box('month', 2)}
        {box('day', 2)}
      </div>
      <ErrorLine id={`${id}-error`} message={error} />
      <button type="submit" className="button">
        {submitLabel ?? t.question.next}
      </button>
    </form>
  )
}
