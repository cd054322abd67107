import { type FormEvent, useState } from 'react'
import { messageAt } from '../api/refused.ts'
import { useAnswer } from '../api/use-answer.ts'
import { useDeed } from '../api/use-deed.ts'
import { Asked } from '../design/asked.tsx'
import { Failure } from '../design/failure.tsx'
import { Field } from '../design/field.tsx'
import { usePageTitle } from '../design/use-page-title.ts'
import { useSession } from '../sign-in/session.tsx'
import { addUser, fetchUsers, resetUser } from './calls.ts'
import { usePostsWords } from './use-posts-words.ts'
import './posts.css'

interface Once {
  readonly text: string
  /** Shown this once. */
  readonly password: string | null
}

/** Accounts of staff: who may sign in, a new one, a forgotten password. */
export function UsersPage() {
  const { words } = usePostsWords()
  const answer = useAnswer(fetchUsers)
  const [once, setOnce] = useState<Once | null>(null)
  const [wanted, setWanted] = useState('')
  usePageTitle(words.users)
  const reset = useDeed(
    async ({ id, name }: { readonly id: string; readonly name: string }) => ({ name, ...(await resetUser(id)) }),
    ({ name, password }) => setOnce({ text: words.resetDone(name), password: password ?? null }),
  )
  return (
    <div className="stack users-page">
      <header>
        <h1>{words.users}</h1>
        <p className="quiet">{words.usersLead}</p>
      </header>
      {once === null ? null : (
        <div className="notice done" role="status">
          <p>{once.text}</p>
          {once.password === null ? null : (
            <p>
              {words.onceOnly} <code translate="no">{once.password}</code>
            </p>
          )}
        </div>
      )}
      <AddUser
        onAdded={(what) => {
          setOnce(what)
          answer.again()
        }}
      />
      <Failure failed={reset.failed} />
      <section className="panel" aria-label={words.users}>
        <Asked answer={answer}>
          {({ users }) => (
            <>
              <Field label={words.findUser}>
                {(props) => (
                  <input
                    {...props}
                    type="search"
                    autoComplete="off"
                    value={wanted}
                    onChange={(event) => setWanted(event.target.value)}
                  />
                )}
              </Field>
              <p role="status" className="fine quiet">
                {words.usersShown(matching(users, wanted).length, users.length)}
              </p>
              <table className="dense stacks">
                <thead>
                  <tr>
                    <th scope="col">{words.name}</th>
                    <th scope="col">{words.username}</th>
                    <th scope="col">{words.userPosts}</th>
                    <th scope="col">
                      <span className="visually-hidden">{words.reset}</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {matching(users, wanted).map((user) => (
                    <tr key={user.id}>
                      <th scope="row" lang="zh-CN">
                        {user.name}
                      </th>
                      <td translate="no">{user.username}</td>
                      <td lang="zh-CN">{user.posts.map(({ title, area }) => `${area.zh} ${title.zh}`).join('；')}</td>
                      <td>
                        <button
                          type="button"
                          className="link-button"
                          aria-label={words.resetOf(user.name)}
                          disabled={reset.doing}
                          onClick={() => reset.run(user)}
                        >
                          {words.reset}
                        </button>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </>
          )}
        </Asked>
      </section>
    </div>
  )
}

type User = Awaited<ReturnType<typeof fetchUsers>>['users'][number]

/** Users whose name, user name, post or place holds every word that was typed. */
function matching(users: readonly User[], typed: string): readonly User[] {
  const parts = typed.toLowerCase().split(/\s+/u).filter(Boolean)
  return users.filter(({ name, username, posts }) => {
    const said = posts.flatMap(({ title, area }) => [title.zh, title.en, area.zh, area.en])
    const text = [name, username ?? '', ...said].join(' ').toLowerCase()
    return parts.every((part) => text.includes(part))
  })
}

const empty = { name: '', username: '', phone: '', subject: '' }

function AddUser({ onAdded }: { readonly onAdded: (once: Once) => void }) {
  const { words } = usePostsWords()
  const { session } = useSession()
  const provider = session.providers.find(({ people }) => people === 'staff')
  const [entry, setEntry] = useState(empty)
  const deed = useDeed(
    () =>
      addUser({
        name: entry.name,
        username: entry.username,
        ...(entry.phone === '' ? {} : { phone: entry.phone }),
        ...(provider === undefined || entry.subject.trim() === ''
          ? {}
          : { identity: { provider: provider.id, subject: entry.subject.trim() } }),
      }),
    ({ password }) => {
      onAdded({ text: words.added(entry.name), password: password ?? null })
      setEntry(empty)
    },
  )
  const problem = deed.failed?.problem ?? null
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    deed.run()
  }
  const box = (name: keyof typeof empty, { label, hint }: { readonly label: string; readonly hint: string | null }) => (
    <Field label={label} hint={hint} error={messageAt(problem, name)}>
      {(props) => (
        <input
          {...props}
          type="text"
          autoComplete="off"
          value={entry[name]}
          onChange={(event) => setEntry({ ...entry, [name]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <form className="panel write-form" onSubmit={submit} aria-label={words.addTitle} noValidate>
      <h2>{words.addTitle}</h2>
      <div className="form-grid">
        {box('name', { label: words.name, hint: null })}
        {box('username', { label: words.username, hint: words.usernameHint })}
        {box('phone', { label: words.phone, hint: words.optional })}
        {provider === undefined ? null : box('subject', { label: words.subject, hint: words.subjectHint })}
      </div>
      <Failure failed={deed.failed} fields={['name', 'username', 'phone', 'subject']} />
      <div>
        <button type="submit" className="button" disabled={deed.doing}>
          {words.add}
        </button>
      </div>
    </form>
  )
}
