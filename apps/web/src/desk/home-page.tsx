import { useRef } from 'react'
import { Link } from 'wouter'
import { usePageTitle } from '../design/use-page-title.ts'
import { useStaff } from '../sign-in/session.tsx'
import { SearchForm } from '../people/search-form.tsx'
import { deskPages, mayOpen, pageAddress, worksOnCases } from './pages-of-post.ts'
import { useDeskWords } from './use-desk-words.ts'
import { useSlashKey } from './use-slash-key.ts'
import { WorkList } from './work-list.tsx'

/** The desk in the morning: who I am here, whom to look up, what is due. */
export function HomePage() {
  const { words, say } = useDeskWords()
  const { session, post } = useStaff()
  const box = useRef<HTMLInputElement>(null)
  useSlashKey(box)
  usePageTitle(words.home)
  if (post === null) return null
  return (
    <div className="desk-home">
      <header className="panel me-here">
        <h1>
          {words.hello[0]}
          <span lang="zh-CN">{session.user.name}</span>
          {words.hello[1]}
        </h1>
        <dl className="facts-line">
          <div>
            <dt>{words.post}</dt>
            <dd>{say(post.title)}</dd>
          </div>
          <div>
            <dt>{words.unit}</dt>
            <dd>{say(post.unit.name)}</dd>
          </div>
          <div>
            <dt>{words.area}</dt>
            <dd>
              {post.area === null
                ? words.whole(post.regionName === null ? post.region : say(post.regionName))
                : say(post.area.name)}
            </dd>
          </div>
          <div>
            <dt>{words.may}</dt>
            <dd>
              {post.purposes.length === 0 ? words.mayNone : words.list(post.purposes.map(({ label }) => say(label)))}
            </dd>
          </div>
          {post.fields.length === 0 ? null : (
            <div>
              <dt>{words.whole2}</dt>
              <dd>{words.list(post.fields.map((field) => words.fields[field] ?? field))}</dd>
            </div>
          )}
        </dl>
        {mayOpen(post, 'people') ? <SearchForm box={box} /> : null}
      </header>
      {mayOpen(post, 'people') || !worksOnCases(post) ? <WorkList /> : <OwnPages />}
    </div>
  )
}

/** For a post that knows cases only: the way to its pages, in place of people and their register. */
function OwnPages() {
  const { words } = useDeskWords()
  const { post } = useStaff()
  if (post === null) return null
  return (
    <ul className="row">
      {deskPages
        .filter((page) => mayOpen(post, page))
        .map((page) => (
          <li key={page}>
            <Link className="choice fit" href={pageAddress[page]}>
              {words[page]}
            </Link>
          </li>
        ))}
    </ul>
  )
}
