import { useState } from 'react'
import type { StaffUser, TownshipRow } from './calls.ts'
import { PostCell } from './post-cell.tsx'
import { usePostsWords } from './use-posts-words.ts'

/** One township: its own posts always in sight, of its villages those without anyone; all of them on request and on paper. */
export function TownshipSection({
  township,
  onlyGaps,
  users,
  onChanged,
}: {
  readonly township: TownshipRow
  readonly onlyGaps: boolean
  readonly users: readonly StaffUser[] | null
  readonly onChanged: (text: string) => void
}) {
  const { words, say } = usePostsWords()
  const { villages, gap, posts, code } = township
  const empty = villages.filter((village) => village.gap)
  const shown = onlyGaps ? empty : villages
  const [open, setOpen] = useState(false)
  const name = say(township.name)
  return (
    <section className="panel township" aria-labelledby={`township-${code}`}>
      <div className="township-head">
        <h2 id={`township-${code}`} lang="zh-CN">
          {name}
        </h2>
        <ul className="post-list">
          {posts.map((row) => (
            <li key={row.id}>
              <PostCell row={row} where={name} users={users} onChanged={onChanged} />
            </li>
          ))}
          {gap > 0 && posts.length === 0 ? <li className="late-text">{words.noPost}</li> : null}
        </ul>
        <button
          type="button"
          className={empty.length > 0 ? 'fold late-text' : 'fold'}
          aria-expanded={open}
          aria-controls={`villages-${code}`}
          onClick={() => setOpen(!open)}
        >
          {words.villageGaps(empty.length, villages.length)}
        </button>
      </div>
      {shown.length === 0 ? null : (
        <ul
          className={open ? 'village-grid' : 'village-grid folded'}
          id={`villages-${code}`}
          aria-label={words.unfold(name)}
        >
          {shown.map((village) => (
            <li key={village.code} className={village.gap ? 'gap' : ''}>
              <span lang="zh-CN">{say(village.name)}</span>
              {village.posts.length === 0 ? <span className="late-text">{words.noPost}</span> : null}
              {village.posts.map((row) => (
                <PostCell key={row.id} row={row} where={say(village.name)} users={users} onChanged={onChanged} />
              ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
