import { useState } from 'react'

/** A field that takes over what was typed when one leaves it or presses Enter; Escape gives it up. */
export function EditField(props: {
  readonly label: string
  readonly value: string
  readonly hint?: string
  readonly long?: boolean
  readonly onChange: (typed: string) => void
}) {
  const { label, value, hint, long = false, onChange } = props
  const [typed, setTyped] = useState<string | null>(null)
  const take = (): void => {
    if (typed !== null && typed !== value) onChange(typed)
    setTyped(null)
  }
  const shared = {
    value: typed ?? value,
    onChange: (event: { readonly target: { readonly value: string } }) => setTyped(event.target.value),
    onBlur: take,
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
        event.preventDefault()
        take()
      } else if (event.key === 'Escape') setTyped(null)
    },
  }
  return (
    <label className="field">
      <span>{label}</span>
      {long ? (
        <textarea rows={Math.min(4, Math.ceil(Math.max(value.length, 1) / 22))} lang="zh-CN" {...shared} />
      ) : (
        <input type="text" lang="zh-CN" {...shared} />
      )}
      {hint === undefined ? null : <small className="quiet">{hint}</small>}
    </label>
  )
}
