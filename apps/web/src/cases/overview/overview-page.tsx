import { useAnswer } from '../../api/use-answer.ts'
import { Asked } from '../../design/asked.tsx'
import { PrintButton } from '../../design/print-button.tsx'
import { usePageTitle } from '../../design/use-page-title.ts'
import { fetchOverview, type OverviewShown } from '../calls.ts'
import { useCaseDeskWords } from '../words/use-case-desk-words.ts'
import { isBeyond } from './is-beyond.ts'
import '../cases.css'

/** For whoever answers for the whole: what is late and where, and what was promised against what it took. */
export function OverviewPage() {
  const { words } = useCaseDeskWords()
  const answer = useAnswer(fetchOverview)
  usePageTitle(words.overview)
  return (
    <div className="stack">
      <Asked answer={answer}>{(shown) => <Overview shown={shown} />}</Asked>
    </div>
  )
}

function Overview({ shown }: { readonly shown: OverviewShown }) {
  const { words, say } = useCaseDeskWords()
  const { lines, pace, cases } = shown
  const waiting = lines.reduce((sum, line) => sum + line.waiting, 0)
  const late = lines.reduce((sum, line) => sum + line.late, 0)
  const [worst] = lines
  const most = Math.max(1, ...lines.map((line) => line.waiting))
  const step = (line: OverviewShown['lines'][number]): string =>
    line.itemLabel === null ? words.whole : say(line.itemLabel)
  return (
    <>
      <header className="row spread">
        <div>
          <h1>{words.overview}</h1>
          <p className={late > 0 ? 'late-text' : ''}>
            {words.overviewSentence(waiting, late)}{' '}
            {worst === undefined || worst.late === 0 ? '' : words.worst(say(worst.unitLabel), step(worst), worst.late)}
          </p>
          <p className="quiet fine">{words.overviewLead}</p>
        </div>
        <PrintButton />
      </header>
      <dl className="facts-line panel">
        {cases.map(({ status, n }) => (
          <div key={status}>
            <dt>{words.status[status] ?? status}</dt>
            <dd>{words.caseCount(n)}</dd>
          </div>
        ))}
      </dl>
      <section className="panel" aria-labelledby="overview-where">
        <h2 id="overview-where">{words.where}</h2>
        {lines.length === 0 ? <p className="quiet">{words.whereEmpty}</p> : null}
        <table className="dense stacks" hidden={lines.length === 0}>
          <thead>
            <tr>
              <th scope="col">{words.unit}</th>
              <th scope="col">{words.step}</th>
              <th scope="col">{words.waiting}</th>
              <th scope="col" className="number">
                {words.lateCount}
              </th>
              <th scope="col" className="number">
                {words.longest}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={`${line.unit} ${say(line.procedureLabel)} ${line.item ?? ''}`}>
                <th scope="row">{say(line.unitLabel)}</th>
                <td>
                  {step(line)} <span className="quiet fine">{say(line.procedureLabel)}</span>
                </td>
                <td>
                  <span className="share-bar" aria-hidden="true">
                    <span className="late" style={{ inlineSize: `${(100 * line.late) / most}%` }} />
                    <span style={{ inlineSize: `${(100 * (line.waiting - line.late)) / most}%` }} />
                  </span>
                  {line.waiting}
                </td>
                <td className={line.late > 0 ? 'number late-text' : 'number quiet'}>
                  <span className="stacked-label">{words.lateCount} </span>
                  {line.late}
                  {line.escalated > 0 ? <span className="fine"> {words.escalatedCount(line.escalated)}</span> : null}
                </td>
                <td className="number">
                  <span className="stacked-label">{words.longest} </span>
                  {words.dayCount(line.longest)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section className="panel" aria-labelledby="overview-pace">
        <h2 id="overview-pace">{words.pace}</h2>
        <p className="quiet fine">{words.paceLead}</p>
        {pace.length === 0 ? <p className="quiet">{words.paceEmpty}</p> : null}
        <table className="dense stacks" hidden={pace.length === 0}>
          <thead>
            <tr>
              <th scope="col">{words.step}</th>
              <th scope="col">{words.promised}</th>
              <th scope="col" className="number">
                {words.median}
              </th>
              <th scope="col" className="number">
                {words.slowest}
              </th>
              <th scope="col" className="number">
                {words.answered}
              </th>
            </tr>
          </thead>
          <tbody>
            {pace.map((line) => (
              <tr key={`${say(line.procedureLabel)} ${line.item}`}>
                <th scope="row">
                  {say(line.itemLabel)} <span className="quiet fine">{say(line.procedureLabel)}</span>
                </th>
                <td className={line.promised === null ? 'quiet' : ''}>
                  {line.promised === null ? words.noPromise : say(line.promised.words)}
                </td>
                <td className="number">
                  <span className="stacked-label">{words.median} </span>
                  {words.dayCount(line.median)}
                </td>
                <td className={isBeyond(line) ? 'number late-text' : 'number'}>
                  <span className="stacked-label">{words.slowest} </span>
                  {words.dayCount(line.slowest)}
                  {isBeyond(line) ? ` · ${words.beyond}` : ''}
                </td>
                <td className="number">
                  <span className="stacked-label">{words.answered} </span>
                  {line.answered}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}
