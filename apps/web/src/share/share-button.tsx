import { useId, useState } from 'react'
import { useWords } from '../messages/language.tsx'
import { shareLink } from './share-link.ts'

/** Hands on a link with the phone's own sharing, else copies it, else shows it to be copied. */
export function ShareButton({
  placeId,
  benefitId = null,
  title,
}: {
  readonly placeId: string
  readonly benefitId?: string | null
  readonly title: string
}) {
  const { t } = useWords()
  const [state, setState] = useState<'idle' | 'copied' | 'manual'>('idle')
  const id = useId()
  const link = shareLink({ origin: window.location.origin, placeId, benefitId })
  const share = async () => {
    if ('share' in navigator) {
      try {
        await navigator.share({ title, url: link })
        return
      } catch (error) {
        if (error instanceof DOMException && error.name === 'AbortError') return
      }
    }
    try {
      await navigator.clipboard.writeText(link)
      setState('copied')
    } catch {
      setState('manual')
    }
  }
  return (
    <>
      <button type="button" className="quiet-button start" onClick={() => void share()}>
        {benefitId === null ? t.share.button : t.card.share}
      </button>
      <span role="status" className="small quiet">
        {state === 'copied' && t.share.copied}
      </span>
      {state === 'manual' && (
        <label className="small" htmlFor={id}>
          {t.share.manual}
          <input id={id} type="text" readOnly value={link} onFocus={(event) => event.target.select()} />
        </label>
      )}
    </>
  )
}
