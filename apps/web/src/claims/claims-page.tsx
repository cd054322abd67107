import { useCallback, useEffect, useState } from 'react'
import { Link } from 'wouter'
import { useAnswer } from '../api/use-answer.ts'
import { useDeed } from '../api/use-deed.ts'
import { Asked } from '../design/asked.tsx'
import { Failure } from '../design/failure.tsx'
import { usePageTitle } from '../design/use-page-title.ts'
import { fenText } from '../format/fen.ts'
import { activePost, useSession } from '../sign-in/session.tsx'
import { type ClaimLine, type ClaimList, fetchClaims, recomputeClaims, type Stage } from './calls.ts'
import { stageChoices } from './stages.ts'
import { useClaimWords } from './use-claim-words.ts'
import './claims.css'

/** Claims within the post's reach: by stage, the newest first. */
export function ClaimsPage() {
  const { words, say } = useClaimWords()
  const { session } = useSession()
  const post = activePost(session)
  const decides = post?.abilities.includes('decide-claims') ?? false
  const [stage, setStage] = useState<Stage | ''>(
    decides ? 'confirming' : (post?.abilities.includes('prepare-payments') ?? false) ? 'to-recover' : 'checking',
  )
  const load = useCallback(() => fetchClaims(stage, null), [stage])
  const answer = useAnswer(load)
  const [told, setTold] = useState<string | null>(null)
  const recompute = useDeed(recomputeClaims, ({ changed, looked, flagged }) => {
    setTold(words.recomputed(changed, looked, flagged))
    answer.again()
  })
  usePageTitle(words.title)
  return (
    <div className="stack">
      <header className="row spread">
        <h1>{words.title}</h1>
        <div className="row">
          <select
            className="fit"
            aria-label={words.stage}
            value={stage}
            onChange={(event) => setStage(event.target.value as Stage | '')}
          >
            <option value="">{words.allStages}</option>
            {stageChoices.map(([id, label]) => (
              <option key={id} value={id}>
                {say(label)}
              </option>
            ))}
          </select>
          {decides ? (
            <button type="button" className="choice fit" disabled={recompute.doing} onClick={recompute.run}>
              {words.recomputeAll}
            </button>
          ) : null}
        </div>
      </header>
      {decides ? <p className="fine quiet">{words.recomputeDaily}</p> : null}
      <Failure failed={recompute.failed} />
      {told === null ? null : <p role="status">{told}</p>}
      <Asked answer={answer}>{(first) => <Lines first={first} stage={stage} />}</Asked>
    </div>
  )
}

function Lines({ first, stage }: { readonly first: ClaimList; readonly stage: Stage | '' }) {
  const { words } = useClaimWords()
  const [rest, setRest] = useState<readonly ClaimList[]>([])
  useEffect(() => setRest([]), [first])
  const { next } = rest.at(-1) ?? first
  const more = useDeed(
    () => fetchClaims(stage, next),
    (page) => setRest([...rest, page]),
  )
  const lines = [first, ...rest].flatMap((page) => page.lines)
  if (lines.length === 0) return <p className="notice">{words.empty}</p>
  return (
    <>
      <ClaimsTable lines={lines} />
      <Failure failed={more.failed} />
      {next === null ? null : (
        <div>
          <button type="button" className="choice fit" disabled={more.doing} onClick={more.run}>
            {words.more}
          </button>
        </div>
      )}
    </>
  )
}

/** Stages in which something did not go as it should. */
const strange: ReadonlySet<Stage> = new Set(['to-recover', 'account', 'to-look'])

function ClaimsTable({ lines }: { readonly lines: readonly ClaimLine[] }) {
  const { words, say, language } = useClaimWords()
  return (
    <div className="table-scroll" role="region" aria-label={words.title} tabIndex={0}>
      <table className="dense stacks">
        <thead>
          <tr>
            <th scope="col">{words.about}</th>
            <th scope="col">{words.benefit}</th>
            <th scope="col">{words.stage}</th>
            <th scope="col" className="money">
              {words.amount}
            </th>
            <th scope="col">{words.opened}</th>
            <th scope="col">{words.number}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td>
                <Link href={`/desk/claims/${line.id}`} lang={line.about === null ? undefined : 'zh-CN'}>
                  {line.about ?? words.unregistered}
                </Link>
              </td>
              <td>
                {say(line.benefit.label)} <span className="quiet fine">{words.period(line.period)}</span>
              </td>
              <td className={strange.has(line.stage) ? 'late-text' : ''}>{say(line.stageWords)}</td>
              <td className="money">{line.dueFen === 0 ? '' : fenText(line.dueFen, language)}</td>
              <td className="nowrap">{line.openedOn}</td>
              <td className="fine quiet nowrap">{line.number}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
