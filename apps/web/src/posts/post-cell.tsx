import { useState } from 'react'
import type { PostRow, StaffUser } from './calls.ts'
import { AppointForm } from './appoint-form.tsx'
import { usePostsWords } from './use-posts-words.ts'

/** Who fills a post and who stands in; for the administrator, the way to change it in place. */
export function PostCell({
  row,
  where,
  users,
  onChanged,
}: {
  readonly row: PostRow
  readonly where: string
  readonly users: readonly StaffUser[] | null
  readonly onChanged: (text: string) => void
}) {
  const { words } = usePostsWords()
  const [open, setOpen] = useState<'holder' | 'substitute' | null>(null)
  const { holder, substitute } = row
  const act = (role: 'holder' | 'substitute', label: string) => (
    <button
      type="button"
      className="link-button no-print"
      aria-label={`${label}：${where}`}
      onClick={() => setOpen(role)}
    >
      {label}
    </button>
  )
  return (
    <div className="post-cell">
      <span>
        {holder === null ? (
          <strong className="late-text">{words.vacant}</strong>
        ) : (
          <>
            <span lang="zh-CN">{holder.name}</span> <span className="fine quiet">{words.since(holder.since)}</span>
          </>
        )}
        {substitute === null ? null : (
          <span className="fine waiting-text"> {words.substitute(substitute.name, substitute.to)}</span>
        )}
      </span>
      {users === null || open !== null ? null : (
        <span className="row">
          {act('holder', holder === null ? words.assign : words.replace)}
          {substitute === null ? act('substitute', words.substituteAct) : null}
        </span>
      )}
      {users === null || open === null ? null : (
        <AppointForm
          row={row}
          where={where}
          role={open}
          users={users}
          onDone={(text) => {
            setOpen(null)
            onChanged(text)
          }}
          onCancel={() => setOpen(null)}
        />
      )}
    </div>
  )
}
