import { type ReactNode, useRef } from 'react'
import { Link, useLocation } from 'wouter'
import { LanguageButton } from '../design/language-button.tsx'
import { useFocusOnNavigation } from '../design/use-focus-on-navigation.ts'
import { useWords } from '../messages/language.tsx'
import { SignOutButton } from '../sign-in/sign-out-button.tsx'
import { activePost, useSession } from '../sign-in/session.tsx'
import { deskPages, mayOpen, pageAddress } from './pages-of-post.ts'
import { PostSwitch } from './post-switch.tsx'
import { useDeskWords } from './use-desk-words.ts'

/** One bar above, the page below. */
export function DeskFrame({ children }: { readonly children: ReactNode }) {
  const { t } = useWords()
  const { words } = useDeskWords()
  const main = useRef<HTMLElement>(null)
  useFocusOnNavigation(main)
  return (
    <>
      <a className="skip-link no-print" href="#main">
        {t.skipToMain}
      </a>
      <header className="desk-bar no-print">
        <Link className="brand" href="/desk">
          <span className="brand-mark" lang="zh-CN" aria-hidden="true">
            衡
          </span>
          {words.brand}
        </Link>
        <DeskNav />
        <Who />
        <LanguageButton />
      </header>
      <main id="main" className="page" ref={main} tabIndex={-1}>
        {children}
      </main>
    </>
  )
}

function DeskNav() {
  const { words } = useDeskWords()
  const { session } = useSession()
  const [path] = useLocation()
  const post = activePost(session)
  if (post === null) return null
  const links = [
    ['/desk', words.home] as const,
    ...deskPages.filter((page) => mayOpen(post, page)).map((page) => [pageAddress[page], words[page]] as const),
  ]
  return (
    <nav aria-label={words.nav}>
      {links.map(([href, label]) => {
        const here = href === '/desk' ? path === href : path.startsWith(href)
        return (
          <Link key={href} href={href} aria-current={here ? 'page' : undefined}>
            {label}
          </Link>
        )
      })}
    </nav>
  )
}

function Who() {
  const { session } = useSession()
  if (!session.signedIn) return null
  return (
    <div className="who">
      <span lang="zh-CN">{session.user.name}</span>
      {session.kind === 'staff' ? <PostSwitch /> : null}
      <SignOutButton />
    </div>
  )
}
