import type { ClaimShown } from './calls.ts'
import { useClaimWords } from './use-claim-words.ts'

/** What is known otherwise than before, each in a sentence. */
export function ChangedList({ changed }: { readonly changed: ClaimShown['changed'] }) {
  const { words, say } = useClaimWords()
  return (
    <div className="fine">
      <p className="quiet">{words.why}</p>
      <ul>
        {changed.map((one) => (
          <li key={one.zh}>{say(one)}</li>
        ))}
      </ul>
    </div>
  )
}
