import { useLocation } from 'wouter'
import { useDeed } from '../api/use-deed.ts'
import { choosePost } from '../sign-in/calls.ts'
import { activePost, useSession } from '../sign-in/session.tsx'
import { useDeskWords } from './use-desk-words.ts'

/** Which post one works in: plain text where there is one, a list where there are several. */
export function PostSwitch() {
  const { words, say } = useDeskWords()
  const { session, reload } = useSession()
  const [, navigate] = useLocation()
  const post = activePost(session)
  const deed = useDeed(choosePost, () => {
    // What one post had open is not for the other.
    navigate('/desk')
    reload()
  })
  if (!session.signedIn || post === null) return null
  if (session.posts.length === 1)
    return (
      <span className="quiet">
        {say(post.title)}
        {post.area === null ? '' : ` · ${say(post.area.name)}`}
      </span>
    )
  return (
    <select
      className="fit"
      aria-label={words.post}
      disabled={deed.doing}
      value={post.id}
      onChange={(event) => deed.run(event.target.value)}
    >
      {session.posts.map(({ id, title, area }) => (
        <option key={id} value={id}>
          {say(title)}
          {area === null ? '' : ` · ${say(area.name)}`}
        </option>
      ))}
    </select>
  )
}
