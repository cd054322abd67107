import { useSignInWords } from './use-sign-in-words.ts'

/** Nobody answered the first question: what happened, that nothing is lost, what to do. */
export function SessionFailed({ retry }: { readonly retry: () => void }) {
  const { words } = useSignInWords()
  return (
    <main className="page">
      <div className="notice warn stack" role="alert">
        <p>
          <strong>{words.failedTitle}</strong>
          <br />
          {words.failed}
        </p>
        <div>
          <button type="button" className="button" onClick={retry}>
            {words.retry}
          </button>
        </div>
      </div>
    </main>
  )
}
