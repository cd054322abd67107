import { lazy, type ReactNode, Suspense, useRef } from 'react'
import { Link, Route, Switch, useRoute } from 'wouter'
import { LanguageButton } from './design/language-button.tsx'
import { useFocusOnNavigation } from './design/use-focus-on-navigation.ts'
import { LanguageProvider, useWords } from './messages/language.tsx'
import { PlacePage } from './places/place-page.tsx'
import { PlacesPage } from './places/places-page.tsx'

// For the people who keep a pack; a family never loads it.
const PlansPages = lazy(async () => ({ default: (await import('./plans/plans-pages.tsx')).PlansPages }))

// Staff's desk and a resident's own record have frames of their own; a family loads neither.
const DeskPages = lazy(async () => ({ default: (await import('./desk/desk-pages.tsx')).DeskPages }))
const MyDataPages = lazy(async () => ({ default: (await import('./my-data/my-data-pages.tsx')).MyDataPages }))

/** One address, three faces: families, the desk, and what is kept about oneself. */
export function App() {
  return (
    <LanguageProvider>
      <Switch>
        <Route path="/desk/*?">
          <Later>
            <DeskPages />
          </Later>
        </Route>
        <Route path="/me/*?">
          <Later>
            <MyDataPages />
          </Later>
        </Route>
        <Route>
          <Frame />
        </Route>
      </Switch>
    </LanguageProvider>
  )
}

function Later({ children }: { readonly children: ReactNode }) {
  const { t } = useWords()
  return (
    <Suspense
      fallback={
        <main className="page">
          <p className="quiet">{t.home.loading}</p>
        </main>
      }
    >
      {children}
    </Suspense>
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
          <Link href="/me">{t.myData}</Link> · <Link href="/desk">{t.staffDesk}</Link> ·{' '}
          <Link href="/plans">{t.staffPlans}</Link>
        </p>
      </footer>
    </>
  )
}

function Masthead() {
  const { t } = useWords()
  const [plans] = useRoute('/plans/*?')
  return (
    <header className="masthead no-print">
      <Link className="brand" href={plans ? '/plans' : '/'}>
        <span className="brand-mark" lang="zh-CN" aria-hidden="true">
          衡
        </span>
        {plans ? t.staffPlans : t.title}
      </Link>
      <LanguageButton />
    </header>
  )
}
