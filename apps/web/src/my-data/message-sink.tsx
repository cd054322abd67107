import { useAnswer } from '../api/use-answer.ts'
import { clockText } from '../format/instant.ts'
import { fetchDemoMessages } from '../sign-in/calls.ts'
import { useMyDataWords } from './use-my-data-words.ts'

/** In the demonstration messages are shown here instead of being sent; marked so that nobody takes it for the real thing. */
export function MessageSink() {
  const { words } = useMyDataWords()
  const { value, again } = useAnswer(fetchDemoMessages)
  // Here somebody waits for a code; what families are told of their cases is none.
  const messages = value?.messages.filter(({ kind }) => kind === 'code') ?? []
  return (
    <aside className="sink stack" aria-labelledby="sink-title">
      <h2 id="sink-title">{words.sinkTitle}</h2>
      <p className="small quiet">{words.sinkLead}</p>
      {messages.length === 0 ? <p className="small">{words.sinkEmpty}</p> : null}
      <ul className="stack">
        {messages.slice(0, 1).map(({ at, to, text }) => (
          <li key={at + to}>
            <p className="small quiet">
              {clockText(at)} → {to}
            </p>
            <p lang="zh-CN">{text}</p>
          </li>
        ))}
      </ul>
      <div>
        <button type="button" className="quiet-button start" onClick={again}>
          {words.sinkShow}
        </button>
      </div>
    </aside>
  )
}
