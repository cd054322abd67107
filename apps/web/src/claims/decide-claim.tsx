import { useState } from 'react'
import { useDeed } from '../api/use-deed.ts'
import { Failure } from '../design/failure.tsx'
import { fenText } from '../format/fen.ts'
import { activePost, useSession } from '../sign-in/session.tsx'
import { type ClaimDeed, type ClaimShown, decideOnClaim } from './calls.ts'
import { DecideOtherwise } from './decide-otherwise.tsx'
import { useClaimWords } from './use-claim-words.ts'

/** A deed without its id, which belongs to one press. */
export type DeedSaid = ClaimDeed extends infer One ? (One extends ClaimDeed ? Omit<One, 'id'> : never) : never

/** What can be done with the claim from this post, the rules' own answer first. */
export function DecideClaim({ claim, onDone }: { readonly claim: ClaimShown; readonly onDone: () => void }) {
  const { words, language } = useClaimWords()
  const { session } = useSession()
  const abilities = activePost(session)?.abilities ?? []
  const [told, setTold] = useState<string | null>(null)
  const deed = useDeed(
    (said: DeedSaid) => decideOnClaim(claim.id, { ...said, id: crypto.randomUUID() }),
    ({ what }) => {
      setTold(what === 'needs-second' ? words.needsSecond : what === 'done' ? words.done : words.nothingChanged)
      onDone()
    },
  )
  const { stage, rules } = claim
  const decides = abilities.includes('decide-claims')
  const granted = (rules?.due ?? []).reduce((all, { fen }) => all + fen, 0)
  const press = (label: string, said: DeedSaid, first = true) => (
    <button
      type="button"
      className={first ? 'button' : 'choice fit'}
      disabled={deed.doing}
      onClick={() => deed.run(said)}
    >
      {label}
    </button>
  )
  const confirmed = ['to-pay', 'on-way', 'paid', 'account', 'to-recover'].includes(stage)
  return (
    <section className="stack">
      {claim.outdated ? <p className="notice warn">{words.outdated}</p> : null}
      <div className="row">
        {stage === 'checking' && abilities.includes('check-claims') ? press(words.check, { kind: 'check' }) : null}
        {stage === 'confirming' && decides && rules?.status === 'eligible' && rules.limitFen === null
          ? press(words.confirm(fenText(granted, language)), { kind: 'confirm' })
          : null}
        {stage === 'second' && decides ? (
          <>
            {press(words.agree, { kind: 'second', agree: true })}
            {press(words.disagree, { kind: 'second', agree: false }, false)}
          </>
        ) : null}
        {confirmed && decides ? press(words.recompute, { kind: 'recompute' }, claim.outdated) : null}
      </div>
      {stage === 'second' ? <p className="fine quiet">{words.waitsSecond}</p> : null}
      {stage === 'confirming' && decides ? <DecideOtherwise claim={claim} doing={deed.doing} onSay={deed.run} /> : null}
      <Failure failed={deed.failed} />
      {told === null ? null : <p role="status">{told}</p>}
    </section>
  )
}
