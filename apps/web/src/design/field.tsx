import { type ReactNode, useId } from 'react'

/** What ties a control to its label, hint and error. */
export interface FieldProps {
  readonly id: string
  readonly 'aria-invalid': true | undefined
  readonly 'aria-describedby': string | undefined
}

/** A label, a control, a hint, and what is wrong with the entry, said aloud when it comes. */
export function Field({
  label,
  hint = null,
  error = null,
  children,
}: {
  readonly label: string
  readonly hint?: string | null
  readonly error?: string | null
  readonly children: (props: FieldProps) => ReactNode
}) {
  const id = useId()
  const described = [hint === null ? '' : `${id}-hint`, error === null ? '' : `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="field-block">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-invalid': error === null ? undefined : true,
        'aria-describedby': described === '' ? undefined : described,
      })}
      {hint === null ? null : (
        <p id={`${id}-hint`} className="fine quiet">
          {hint}
        </p>
      )}
      <p id={`${id}-error`} className="error fine" role="alert" hidden={error === null}>
        {error}
      </p>
    </div>
  )
}
