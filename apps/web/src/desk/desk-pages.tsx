import { lazy, type ReactNode, Suspense } from 'react'
import { Link, Route, Switch } from 'wouter'
import { useDeskLook } from '../design/use-desk-look.ts'
import { ExpiredDialog } from '../sign-in/expired-dialog.tsx'
import { activePost, SessionProvider, useSession } from '../sign-in/session.tsx'
import { ResidentAtDesk } from '../sign-in/resident-at-desk.tsx'
import { SignInPage } from '../sign-in/sign-in-page.tsx'
import { StaffSignIn } from '../sign-in/staff-sign-in.tsx'
import { ChoosePost } from './choose-post.tsx'
import { DeskFrame } from './desk-frame.tsx'
import { HomePage } from './home-page.tsx'
import { mayOpen } from './pages-of-post.ts'
import { useDeskWords } from './use-desk-words.ts'
import '../design/desk.css'
import '../design/forms.css'
import './desk.css'

const QueuePage = lazy(async () => ({ default: (await import('../cases/queue/queue-page.tsx')).QueuePage }))
const CasePage = lazy(async () => ({ default: (await import('../cases/case/case-page.tsx')).CasePage }))
const OverviewPage = lazy(async () => ({ default: (await import('../cases/overview/overview-page.tsx')).OverviewPage }))
const NoticePage = lazy(async () => ({ default: (await import('../births/notice-page.tsx')).NoticePage }))
const DeliveriesPage = lazy(async () => ({
  default: (await import('../deliveries/deliveries-page.tsx')).DeliveriesPage,
}))
const ClaimsPage = lazy(async () => ({ default: (await import('../claims/claims-page.tsx')).ClaimsPage }))
const ClaimPage = lazy(async () => ({ default: (await import('../claims/claim-page.tsx')).ClaimPage }))
const PaymentsPage = lazy(async () => ({ default: (await import('../payments/payments-page.tsx')).PaymentsPage }))
const BatchPage = lazy(async () => ({ default: (await import('../payments/batch-page.tsx')).BatchPage }))
const PeoplePage = lazy(async () => ({ default: (await import('../people/people-page.tsx')).PeoplePage }))
const PersonPage = lazy(async () => ({ default: (await import('../people/person-page.tsx')).PersonPage }))
const RegisterPage = lazy(async () => ({ default: (await import('../people/register-page.tsx')).RegisterPage }))
const PostsPage = lazy(async () => ({ default: (await import('../posts/posts-page.tsx')).PostsPage }))
const UsersPage = lazy(async () => ({ default: (await import('../posts/users-page.tsx')).UsersPage }))
const LogPage = lazy(async () => ({ default: (await import('../access-log/log-page.tsx')).LogPage }))
const RefusalsPage = lazy(async () => ({ default: (await import('../access-log/refusals-page.tsx')).RefusalsPage }))
const BreakGlassPage = lazy(async () => ({
  default: (await import('../access-log/break-glass-page.tsx')).BreakGlassPage,
}))

/** Staff's desk: the door, then the pages that the post may open. */
export function DeskPages() {
  useDeskLook()
  return (
    <SessionProvider>
      <DeskFrame>
        <Door />
      </DeskFrame>
      <ExpiredDialog>
        <StaffSignIn />
      </ExpiredDialog>
    </SessionProvider>
  )
}

function Door() {
  const { session } = useSession()
  const { words } = useDeskWords()
  if (!session.signedIn) return <SignInPage />
  if (session.kind === 'resident') return <ResidentAtDesk />
  if (session.secondFactor !== 'done') return <SignInPage />
  if (session.posts.length === 0) return <p className="notice">{words.noPost}</p>
  if (activePost(session) === null) return <ChoosePost />
  return (
    <Suspense fallback={<p className="quiet">{words.loading}</p>}>
      <Pages />
    </Suspense>
  )
}

function Pages() {
  return (
    <Switch>
      <Route path="/desk">
        <HomePage />
      </Route>
      <Route path="/desk/cases">
        <Allowed page="cases">
          <QueuePage />
        </Allowed>
      </Route>
      <Route path="/desk/cases/:id">
        {({ id }) => (
          <Allowed page="cases">
            <CasePage id={id} key={id} />
          </Allowed>
        )}
      </Route>
      <Route path="/desk/births">
        <Allowed page="births">
          <NoticePage />
        </Allowed>
      </Route>
      <Route path="/desk/overview">
        <Allowed page="overview">
          <OverviewPage />
        </Allowed>
      </Route>
      <Route path="/desk/deliveries">
        <Allowed page="deliveries">
          <DeliveriesPage />
        </Allowed>
      </Route>
      <Route path="/desk/claims">
        <Allowed page="claims">
          <ClaimsPage />
        </Allowed>
      </Route>
      <Route path="/desk/claims/:id">
        {({ id }) => (
          <Allowed page="claims">
            <ClaimPage id={id} key={id} />
          </Allowed>
        )}
      </Route>
      <Route path="/desk/payments">
        <Allowed page="payments">
          <PaymentsPage />
        </Allowed>
      </Route>
      <Route path="/desk/payments/:id">
        {({ id }) => (
          <Allowed page="payments">
            <BatchPage id={id} key={id} />
          </Allowed>
        )}
      </Route>
      <Route path="/desk/people">
        <Allowed page="people">
          <PeoplePage />
        </Allowed>
      </Route>
      <Route path="/desk/people/new">
        <Allowed page="people">
          <RegisterPage />
        </Allowed>
      </Route>
      <Route path="/desk/people/:id">
        {({ id }) => (
          <Allowed page="people">
            <PersonPage id={id} key={id} />
          </Allowed>
        )}
      </Route>
      <Route path="/desk/posts">
        <Allowed page="posts">
          <PostsPage />
        </Allowed>
      </Route>
      <Route path="/desk/log">
        <Allowed page="log">
          <LogPage />
        </Allowed>
      </Route>
      <Route path="/desk/refusals">
        <Allowed page="refusals">
          <RefusalsPage />
        </Allowed>
      </Route>
      <Route path="/desk/break-glass">
        <Allowed page="breakGlass">
          <BreakGlassPage />
        </Allowed>
      </Route>
      <Route path="/desk/users">
        <Allowed page="users">
          <UsersPage />
        </Allowed>
      </Route>
      <Route>
        <Nothing />
      </Route>
    </Switch>
  )
}

/** The service refuses on its own; this only says it before anything is asked. */
function Allowed({ page, children }: { readonly page: Parameters<typeof mayOpen>[1]; readonly children: ReactNode }) {
  const { session } = useSession()
  const { words } = useDeskWords()
  const post = activePost(session)
  if (post !== null && mayOpen(post, page)) return children
  return (
    <div className="notice warn">
      <h1>{words.denied}</h1>
      <p>{words.deniedDo}</p>
    </div>
  )
}

function Nothing() {
  const { words } = useDeskWords()
  return (
    <div className="stack">
      <h1>{words.notFound}</h1>
      <p>
        <Link href="/desk">{words.toHome}</Link>
      </p>
    </div>
  )
}
