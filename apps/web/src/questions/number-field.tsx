import type { FactInfo } from '@junheng/entitlements'
import { type FormEvent, useId, useState } from 'react'
import { useWords } from '../messages/language.tsx'
import { plainDigits } from './day-entry.ts'
import { ErrorLine } from './error-line.tsx'
import { readNumberEntry } from './number-entry.ts'

/** One box with its unit; a large sum is repeated in 万 so that a missing zero shows. */
export function NumberField({
  info,
  current,
  labelledBy,
  onChoose,
}: {
  readonly info: Pick<FactInfo, 'type' | 'unit' | 'min' | 'max'>
  readonly current: number | undefined
  readonly labelledBy: string
  readonly onChoose: (value: number) => void
}) {
  const { t, language } = useWords()
  const id = useId()
  const [text, setText] = useState(current === undefined ? '' : String(current))
  const [error, setError] = useState<string | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const entry = readNumberEntry(text, info, t)
    if (entry.ok) onChoose(entry.value)
    else {
      setError(entry.message)
      document.getElementById(id)?.focus()
    }
  }
  const unit = info.type.kind === 'money' ? t.question.yuan : info.unit
  const amount = Number(plainDigits(text))
  return (
    <form onSubmit={submit} className="stack" noValidate>
      <div className="number-box">
        <input
          id={id}
          type="text"
          inputMode={info.type.kind === 'money' ? 'decimal' : 'numeric'}
          autoComplete="off"
          maxLength={14}
          value={text}
          aria-labelledby={labelledBy}
          aria-invalid={error === null ? undefined : true}
          aria-describedby={`${id}-unit ${id}-error`}
          onChange={(event) => setText(event.target.value)}
        />
        <span id={`${id}-unit`}>{unit}</span>
      </div>
      {info.type.kind === 'money' && amount >= 10_000 && (
        <p className="quiet small">{t.question.wan(largeSum(amount, language === 'zh'))}</p>
      )}
      <ErrorLine id={`${id}-error`} message={error} />
      <button type="submit" className="button">
        {t.question.next}
      </button>
    </form>
  )
}

function largeSum(amount: number, zh: boolean): string {
  return zh ? `${(amount / 10_000).toLocaleString('en-US')} 万元` : `${amount.toLocaleString('en-US')} yuan`
}
