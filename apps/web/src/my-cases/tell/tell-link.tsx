import { Link } from 'wouter'
import { useMyCaseWords } from '../use-my-case-words.ts'

/** The way to tell of a birth that no hospital tells of. */
export function TellLink() {
  const { words } = useMyCaseWords()
  return (
    <p>
      <Link className="back" href="/me/births">
        {words.tellLink}
      </Link>
    </p>
  )
}
