import { lazy, Suspense, useEffect, useRef } from 'react'
import { Link, Route, Switch, useLocation, useRoute } from 'wouter'
import { LanguageProvider, useWords } from './messages/language.tsx'
import { PlacePage } from './places/place-page.tsx'
import { PlacesPage } from './places/places-page.tsx'

// For the people who keep a pack; a family never loads it.
const PlansPages = lazy(async () => ({ default: (await import('./plans/plans-pages.tsx')).PlansPages }))

/** The family's page: one frame, two kinds of address. */
export function App() {
  return (
    <LanguageProvider>
      <Frame />
    </LanguageProvider>
  )
}

function Frame() {
  const { t } = useWords()
  const main = useRef<HTMLElement>(null)
  useFocusOnNavigation(main)
  return (
    <>
      <a className="skip-link no-print" href="#main">
        {t.skipToMain}
      </a>
      <Masthead />
      <main id="main" className="page" ref={main} tabIndex={-1}>
        <Switch>
          <Route path="/">
            <PlacesPage />
          </Route>
          <Route path="/plans/*?">
            <Suspense fallback={<p className="quiet">{t.home.loading}</p>}>
              <PlansPages />
            </Suspense>
          </Route>
          <Route path="/:place/*?">
            <PlacePage />
          </Route>
        </Switch>
      </main>
      <footer className="site-foot">
        <p>{t.footPrivacy}</p>
        <p>{t.footAdvice}</p>
        <p>
          <Link href="/plans">{t.staffPlans}</Link>
        </p>
      </footer>
    </>
  )
}

function Masthead() {
  const { t, language, setLanguage } = useWords()
  const [plans] = useRoute('/plans/*?')
  return (
    <header className="masthead no-print">
      <Link className="brand" href={plans ? '/plans' : '/'}>
        <span className="brand-mark" lang="zh-CN" aria-hidden="true">
          衡
        </span>
        {plans ? t.staffPlans : t.title}
      </Link>
      <button
        type="button"
        className="quiet-button"
        lang={language === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
      >
        {t.switchLanguage}
      </button>
    </header>
  )
}

/** After a change of page, reading goes on at its top; the first page is left to the browser. */
function useFocusOnNavigation(main: React.RefObject<HTMLElement | null>) {
  const [path] = useLocation()
  const first = useRef(true)
  useEffect(() => {
    if (first.current) {
      first.current = false
      return
    }
    window.scrollTo(0, 0)
    main.current?.focus({ preventScroll: true })
  }, [path, main])
}
