import { useWords } from '../messages/language.tsx'

/** What happened, that nothing was lost, and what to do. */
export function LoadFailed({ retry }: { readonly retry: () => void }) {
  const { t } = useWords()
  return (
    <div className="notice warn stack" role="alert">
      <p>
        <strong>{t.place.failedTitle}</strong>
        <br />
        {t.place.failed}
      </p>
      <div>
        <button type="button" className="button" onClick={retry}>
          {t.place.retry}
        </button>
      </div>
    </div>
  )
}
