import { useState } from 'react'
import { newId } from '../api/new-id.ts'
import { useDeed } from '../api/use-deed.ts'
import { Failure } from '../design/failure.tsx'
import { fenText } from '../format/fen.ts'
import { activePost, useSession } from '../sign-in/session.tsx'
import { type ClaimDeed, type ClaimShown, decideOnClaim } from './calls.ts'
import { ChangedList } from './changed-list.tsx'
import { DecideOtherwise } from './decide-otherwise.tsx'
import { useClaimWords } from './use-claim-words.ts'
import { WithReason } from './with-reason.tsx'
import { WouldBe } from './would-be.tsx'

/** A deed without its id, which belongs to one press. */
export type DeedSaid = ClaimDeed extends infer One ? (One extends ClaimDeed ? Omit<One, 'id'> : never) : never

/** Stages of a claim that has been decided. */
const decided: ReadonlySet<ClaimShown['stage']> = new Set([
  'to-pay',
  'on-way',
  'paid',
  'account',
  'to-recover',
  'to-look',
  'refused',
])

/** What can be done with the claim from this post, the rules' own answer first. */
export function DecideClaim({ claim, onDone }: { readonly claim: ClaimShown; readonly onDone: () => void }) {
  const { words, say, language } = useClaimWords()
  const { session } = useSession()
  const abilities = activePost(session)?.abilities ?? []
  const [told, setTold] = useState<string | null>(null)
  const deed = useDeed(
    (said: DeedSaid) => decideOnClaim(claim.id, { ...said, id: newId() }),
    ({ what }) => {
      setTold(what === 'needs-second' ? words.needsSecond : what === 'done' ? words.done : words.nothingChanged)
      onDone()
    },
  )
  const { stage, rules, look, changed, money, outdated } = claim
  const decides = abilities.includes('decide-claims')
  const granted = fenText(
    (rules?.due ?? []).reduce((all, { fen }) => all + fen, 0),
    language,
  )
  const byRules = rules !== null && rules.status !== 'incomplete' && rules.limitFen === null && rules.due.length > 0
  const paid = money.heldFen + money.onWayFen > 0
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
  const open = stage === 'confirming' || stage === 'again'
  return (
    <section className="stack">
      {look === null && !outdated ? null : (
        <div className="notice warn stack">
          <p>{look === null ? words.outdated : say(look)}</p>
          {changed.length === 0 ? null : <ChangedList changed={changed} />}
          <WouldBe claim={claim} />
        </div>
      )}
      {stage === 'again' ? (
        <div className="notice">
          <p>{words.againHint}</p>
          <WouldBe claim={claim} />
        </div>
      ) : null}
      <div className="row">
        {stage === 'checking' && abilities.includes('check-claims') ? press(words.check, { kind: 'check' }) : null}
        {open && decides && byRules && !paid ? press(words.confirm(granted), { kind: 'confirm' }) : null}
        {stage === 'second' && decides ? (
          <>
            {press(words.agree, { kind: 'second', agree: true })}
            {press(words.disagree, { kind: 'second', agree: false }, false)}
          </>
        ) : null}
        {decided.has(stage) && stage !== 'refused' && decides && outdated
          ? press(words.takeRules(granted), { kind: 'recompute' })
          : null}
      </div>
      {stage === 'second' ? <p className="fine quiet">{words.waitsSecond}</p> : null}
      {open && decides && byRules && paid ? (
        <WithReason
          title={words.again2}
          hint={null}
          label={words.reason}
          press={words.confirm(granted)}
          doing={deed.doing}
          open
          onSay={(reason) => deed.run({ kind: 'confirm', reason })}
        />
      ) : null}
      {open && decides ? <DecideOtherwise claim={claim} doing={deed.doing} onSay={deed.run} /> : null}
      {decides && look !== null ? (
        <WithReason
          title={words.keep}
          hint={null}
          label={words.keepReason}
          press={words.keep}
          doing={deed.doing}
          onSay={(reason) => deed.run({ kind: 'keep', reason })}
        />
      ) : null}
      {decides && decided.has(stage) && stage !== 'on-way' ? (
        <WithReason
          title={words.again}
          hint={words.againHint}
          label={words.againReason}
          press={words.againStart}
          doing={deed.doing}
          onSay={(reason) => deed.run({ kind: 'reopen', reason })}
        />
      ) : null}
      <Failure failed={deed.failed} />
      {told === null ? null : <p role="status">{told}</p>}
    </section>
  )
}
