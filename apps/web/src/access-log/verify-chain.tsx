import { useState } from 'react'
import { useDeed } from '../api/use-deed.ts'
import { Failure } from '../design/failure.tsx'
import { shortInstant } from '../format/instant.ts'
import { type Verified, verifyLog } from './calls.ts'
import { useLogWords } from './use-log-words.ts'

/** Computes the whole chain anew and says whether every link holds. */
export function VerifyChain() {
  const { words, language, say } = useLogWords()
  const [verified, setVerified] = useState<Verified | null>(null)
  const deed = useDeed(verifyLog, setVerified)
  return (
    <div className="row">
      {verified === null ? null : verified.first === null ? (
        <span className="ok-text" role="status">
          {words.verified(verified.entries.toLocaleString(language), shortInstant(verified.checkedAt))}
        </span>
      ) : (
        <span className="late-text" role="alert">
          {words.broken(verified.first.chain, verified.first.seq, say(verified.first.message))}
        </span>
      )}
      <Failure failed={deed.failed} />
      <button type="button" className="choice fit" disabled={deed.doing} onClick={() => deed.run()}>
        {deed.doing ? words.verifying : words.verify}
      </button>
    </div>
  )
}
