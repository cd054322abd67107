import { useCallback, useState } from 'react'
import { useAnswer } from '../api/use-answer.ts'
import { Asked } from '../design/asked.tsx'
import { PrintButton } from '../design/print-button.tsx'
import { usePageTitle } from '../design/use-page-title.ts'
import { useStaff } from '../sign-in/session.tsx'
import { fetchPosts, fetchUsers, type PostsOverview, type StaffUser } from './calls.ts'
import { gapsFirst } from './gaps-first.ts'
import { PostCell } from './post-cell.tsx'
import { TownshipSection } from './township-section.tsx'
import { usePostsWords } from './use-posts-words.ts'
import './posts.css'

/** Who works where: townships and villages, those without anyone first; the administrator fills them here. */
export function PostsPage() {
  const { words } = usePostsWords()
  const { post } = useStaff()
  usePageTitle(words.title)
  const answer = useAnswer(fetchPosts)
  const manages = post?.abilities.includes('manage-staff') === true
  const users = useAnswer(manages ? fetchUsers : null)
  const [note, setNote] = useState<string | null>(null)
  const { again } = answer
  const onChanged = useCallback(
    (text: string) => {
      setNote(text)
      again()
    },
    [again],
  )
  return (
    <div className="stack posts-page">
      <Asked answer={answer}>
        {(overview) => (
          <Overview
            overview={overview}
            users={manages ? (users.value?.users ?? []) : null}
            note={note}
            onChanged={onChanged}
          />
        )}
      </Asked>
    </div>
  )
}

function Overview({
  overview,
  users,
  note,
  onChanged,
}: {
  readonly overview: PostsOverview
  /** null: looking only. */
  readonly users: readonly StaffUser[] | null
  readonly note: string | null
  readonly onChanged: (text: string) => void
}) {
  const { words, say } = usePostsWords()
  const [onlyGaps, setOnlyGaps] = useState(false)
  const { totals, units } = overview
  const townships = gapsFirst(overview.townships).filter(
    ({ gap, villages }) => !onlyGaps || gap > 0 || villages.some((village) => village.gap),
  )
  return (
    <>
      <header className="row spread">
        <div>
          <h1>{words.title}</h1>
          <p className={totals.townshipsWithGap + totals.villagesWithGap > 0 ? 'late-text' : 'ok-text'} role="status">
            {words.gaps(totals.townshipsWithGap, totals.villagesWithGap)}
          </p>
          <p className="quiet fine">
            {words.totals(totals.townships, totals.villages)} {words.lead}
          </p>
        </div>
        <div className="row no-print">
          <label className="check">
            <input type="checkbox" checked={onlyGaps} onChange={(event) => setOnlyGaps(event.target.checked)} />
            {words.onlyGaps}
          </label>
          <PrintButton />
        </div>
      </header>
      {note === null ? null : (
        <p className="notice done" role="status">
          {note}
        </p>
      )}
      {overview.townships.length === 0 ? <p className="quiet">{words.empty}</p> : null}
      {onlyGaps && townships.length === 0 ? <p className="quiet">{words.noneWithGap}</p> : null}
      {townships.map((township) => (
        <TownshipSection
          key={township.code}
          township={township}
          onlyGaps={onlyGaps}
          users={users}
          onChanged={onChanged}
        />
      ))}
      {onlyGaps || units.length === 0 ? null : (
        <section className="panel" aria-labelledby="units">
          <h2 id="units">{words.units}</h2>
          <table className="dense stacks">
            <thead>
              <tr>
                <th scope="col">{words.unit}</th>
                <th scope="col">{words.post}</th>
                <th scope="col">{words.holder}</th>
              </tr>
            </thead>
            <tbody>
              {units.flatMap((unit) =>
                unit.posts.map((row) => (
                  <tr key={row.id}>
                    <th scope="row">{say(unit.name)}</th>
                    <td>{say(row.title)}</td>
                    <td>
                      <PostCell row={row} where={say(unit.name)} users={users} onChanged={onChanged} />
                    </td>
                  </tr>
                )),
              )}
            </tbody>
          </table>
        </section>
      )}
    </>
  )
}
