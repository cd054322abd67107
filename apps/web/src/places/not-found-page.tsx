import { Link } from 'wouter'
import { usePageTitle } from '../design/use-page-title.ts'
import { useWords } from '../messages/language.tsx'

/** An address nothing is known of: what happened and where to go. */
export function NotFoundPage() {
  const { t } = useWords()
  usePageTitle(t.place.notFoundTitle)
  return (
    <>
      <h1 tabIndex={-1}>{t.place.notFoundTitle}</h1>
      <p className="lead">{t.place.notFound}</p>
      <Link className="button" href="/">
        {t.place.goHome}
      </Link>
    </>
  )
}
