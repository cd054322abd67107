import { type Answer, compareAnswers, type ComparedAnswer } from '@junheng/entitlements'
import { findNext, rank } from '../answers/group-answers.ts'
import type { Household } from '../situation/household.ts'
import { rowLabel } from '../situation/row-label.ts'
import { useWords } from '../messages/language.tsx'
import './compare.css'

export interface Side {
  readonly title: string
  readonly answers: readonly Answer[]
}

export interface ComparisonProps {
  readonly a: Side
  readonly b: Side
  readonly on: string
  /** Names the children, where there are several. */
  readonly household: Household
}

/** Two lists of answers side by side: first what differs, then, folded, what is the same. */
export function ComparisonTable({ a, b, on, household }: ComparisonProps) {
  const { t } = useWords()
  const rows = compareAnswers(a.answers, b.answers)
    .filter((row) => isOfUse(row, on))
    .toSorted((x, y) => rankOf(x) - rankOf(y))
  const same = rows.filter(isSame)
  const different = rows.filter((row) => !isSame(row))
  return (
    <div className="stack">
      <h3>{t.compare.different(different.length)}</h3>
      {different.length > 0 && <Rows a={a} b={b} rows={different} on={on} household={household} />}
      {same.length > 0 && (
        <details className="panel-fold">
          <summary>{t.compare.same(same.length)}</summary>
          <Rows a={a} b={b} rows={same} on={on} household={household} />
        </details>
      )}
      <p className="small quiet">{t.compare.closed}</p>
    </div>
  )
}

/** Other days or another source alone are no other answer for a family. */
function isSame({ difference, a, b }: ComparedAnswer): boolean {
  return difference === 'same' || (difference === 'terms' && a?.force === b?.force)
}

function rankOf({ a, b }: ComparedAnswer): number {
  const answer = a ?? b
  return answer === null ? 0 : rank(answer)
}

function isOfUse({ a, b }: ComparedAnswer, on: string): boolean {
  return [a, b].some(
    (answer) => answer !== null && (answer.status !== 'ineligible' || findNext(answer, on) !== undefined),
  )
}

function Rows({ a, b, rows, on, household }: ComparisonProps & { readonly rows: readonly ComparedAnswer[] }) {
  const { t, say, language } = useWords()
  const nameOf = ({ a, b, index }: ComparedAnswer) =>
    rowLabel(household, {
      table: (a ?? b)?.subject.type === 'member' ? 'members' : 'children',
      index: index ?? 0,
      language,
    })
  const several = new Set(rows.map((row) => row.id)).size < rows.length
  return (
    <table className="comparison">
      <thead>
        <tr>
          <th scope="col">{t.compare.benefit}</th>
          <th scope="col">{a.title}</th>
          <th scope="col">{b.title}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.id}#${row.index}`}>
            <th scope="row">
              {say(row.label)}
              {several && row.index !== null && <span className="quiet fine"> {nameOf(row)}</span>}
            </th>
            <Cell answer={row.a} on={on} />
            <Cell answer={row.b} on={on} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell({ answer, on }: { readonly answer: Answer | null; readonly on: string }) {
  const { t, say } = useWords()
  if (answer === null) return <td className="quiet">{t.compare.none}</td>
  const future = answer.status === 'ineligible' && findNext(answer, on) !== undefined
  const label =
    answer.status === 'incomplete'
      ? t.answers.incomplete
      : answer.status === 'eligible'
        ? answer.force === 'entitled'
          ? null
          : t.answers.encouraged
        : future
          ? t.answers.future
          : t.answers.ineligible
  return (
    <td className={answer.status}>
      {answer.status === 'eligible' && answer.amount !== null && <strong>{say(answer.amountText)}</strong>}
      {answer.status === 'eligible' && answer.amount === null && t.compare.has}
      {label !== null && <span className="small quiet verdict">{label}</span>}
    </td>
  )
}
