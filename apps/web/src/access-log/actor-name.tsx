import type { LogEntry } from './calls.ts'
import { useLogWords } from './use-log-words.ts'

/** Who did it and in which post. */
export function ActorName({ actor }: { readonly actor: LogEntry['actor'] }) {
  const { words, say } = useLogWords()
  if (actor === null) return <span className="quiet">{words.nobody}</span>
  return (
    <>
      {actor.name === null ? words.someone : <span lang="zh-CN">{actor.name}</span>}
      {actor.post === null ? null : <span className="quiet fine"> {say(actor.post)}</span>}
    </>
  )
}
