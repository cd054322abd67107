import { lazy, Suspense, useRef } from 'react'
import { Link, Route, Switch } from 'wouter'
import { LanguageButton } from '../design/language-button.tsx'
import { useFocusOnNavigation } from '../design/use-focus-on-navigation.ts'
import { usePageTitle } from '../design/use-page-title.ts'
import { useWords } from '../messages/language.tsx'
import { ExpiredDialog } from '../sign-in/expired-dialog.tsx'
import { MyCasesList } from '../my-cases/my-cases-list.tsx'
import { TellLink } from '../my-cases/tell/tell-link.tsx'
import { MyClaimsList } from '../my-claims/my-claims-list.tsx'
import { SessionProvider, useSession } from '../sign-in/session.tsx'
import { SignOutButton } from '../sign-in/sign-out-button.tsx'
import { MyRecordPage } from './my-record-page.tsx'
import { PhoneSignIn } from './phone-sign-in.tsx'
import { StaffAtMine } from './staff-at-mine.tsx'
import { useMyDataWords } from './use-my-data-words.ts'
import '../design/forms.css'
import './my-data.css'

const MyClaimPage = lazy(async () => ({ default: (await import('../my-claims/my-claim-page.tsx')).MyClaimPage }))
const TellPage = lazy(async () => ({ default: (await import('../my-cases/tell/tell-page.tsx')).TellPage }))
const MyBenefitsPage = lazy(async () => ({
  default: (await import('../my-claims/my-benefits-page.tsx')).MyBenefitsPage,
}))
const ClaimBenefitPage = lazy(async () => ({
  default: (await import('../my-claims/claim-benefit-page.tsx')).ClaimBenefitPage,
}))
const MyCasePage = lazy(async () => ({ default: (await import('../my-cases/my-case-page.tsx')).MyCasePage }))

/** A resident's own page, in the families' look: phone first. */
export function MyDataPages() {
  const { t } = useWords()
  const { words } = useMyDataWords()
  const main = useRef<HTMLElement>(null)
  useFocusOnNavigation(main)
  return (
    <>
      <a className="skip-link no-print" href="#main">
        {t.skipToMain}
      </a>
      <header className="masthead no-print">
        <Link className="brand" href="/">
          <span className="brand-mark" lang="zh-CN" aria-hidden="true">
            衡
          </span>
          {words.brand}
        </Link>
        <LanguageButton />
      </header>
      <SessionProvider>
        <main id="main" className="page my-data" ref={main} tabIndex={-1}>
          <Mine />
        </main>
        <ExpiredDialog>
          <PhoneSignIn />
        </ExpiredDialog>
      </SessionProvider>
      <footer className="site-foot">
        <p>{words.footer}</p>
      </footer>
    </>
  )
}

function Mine() {
  const { t } = useWords()
  const { session } = useSession()
  if (!session.signedIn) return <SignedOut />
  if (session.kind === 'staff') return <StaffAtMine />
  return (
    <>
      <Switch>
        <Route path="/me/cases/:id">
          {({ id }) => (
            <Suspense fallback={<p className="quiet">{t.home.loading}</p>}>
              <MyCasePage id={id} key={id} />
            </Suspense>
          )}
        </Route>
        <Route path="/me/births">
          <Suspense fallback={<p className="quiet">{t.home.loading}</p>}>
            <TellPage />
          </Suspense>
        </Route>
        <Route path="/me/claims/:id">
          {({ id }) => (
            <Suspense fallback={<p className="quiet">{t.home.loading}</p>}>
              <MyClaimPage id={id} key={id} />
            </Suspense>
          )}
        </Route>
        <Route path="/me/benefits">
          <Suspense fallback={<p className="quiet">{t.home.loading}</p>}>
            <MyBenefitsPage />
          </Suspense>
        </Route>
        <Route path="/me/benefits/:subject/:benefit">
          {({ subject, benefit }) => (
            <Suspense fallback={<p className="quiet">{t.home.loading}</p>}>
              <ClaimBenefitPage subject={subject} benefit={benefit} key={`${subject} ${benefit}`} />
            </Suspense>
          )}
        </Route>
        <Route>
          <MyCasesList />
          <MyClaimsList />
          <TellLink />
          <MyRecordPage />
        </Route>
      </Switch>
      <p className="my-foot">
        <SignOutButton />
      </p>
    </>
  )
}

function SignedOut() {
  const { words } = useMyDataWords()
  usePageTitle(words.title)
  return (
    <div className="stack narrow">
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <PhoneSignIn />
    </div>
  )
}
