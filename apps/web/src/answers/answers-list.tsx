import type { Answer, Place } from '@junheng/entitlements'
import { useWords } from '../messages/language.tsx'
import type { FactKey } from '../situation/household.ts'
import { AnswerCard } from './answer-card.tsx'
import { type GroupedAnswers, type GroupId, groupIds, isService } from './group-answers.ts'

export interface AnswersListProps {
  readonly grouped: GroupedAnswers
  readonly place: Place
  readonly on: string
  readonly subjectOf: (answer: Answer) => string | null
  readonly nameRow: (table: string, index: number) => string | null
  readonly onAnswer: (key: FactKey) => void
}

/** All answers by group. Answers that cannot be had are folded, so that the eye meets first what can. */
export function AnswersList(props: AnswersListProps) {
  const { t } = useWords()
  const shown = groupIds.filter((id) => props.grouped.groups[id].length > 0)
  if (shown.length === 0) return <p className="quiet">{t.answers.none}</p>
  return (
    <>
      <nav className="jumps no-print" aria-label={t.answers.heading}>
        {shown.map((id) => (
          <a key={id} href={`#group-${id}`}>
            {t.answers.jump(t.answers[id], props.grouped.groups[id].length)}
          </a>
        ))}
      </nav>
      {shown.map((id) => (
        <AnswerGroup key={id} id={id} {...props} />
      ))}
      {props.grouped.closed.length > 0 && (
        <p className="quiet small">{t.answers.hiddenByTopic(props.grouped.closed.length)}</p>
      )}
    </>
  )
}

const leads = {
  draft: 'draftLead',
  encouraged: 'encouragedLead',
  incomplete: 'incompleteLead',
  future: 'futureLead',
  past: 'pastLead',
  ineligible: 'ineligibleLead',
} as const

function AnswerGroup({ id, ...props }: AnswersListProps & { readonly id: GroupId }) {
  const { t } = useWords()
  const answers = props.grouped.groups[id]
  const folded = id === 'ineligible' || id === 'encouraged' || id === 'past'
  const cards = folded ? [] : answers.filter((answer) => !isService(answer))
  const short = folded ? answers : answers.filter(isService)
  return (
    <section className="answer-group" id={`group-${id}`} aria-labelledby={`group-${id}-title`}>
      <header>
        <h2 id={`group-${id}-title`}>
          {t.answers[id]} <span className="count">{answers.length}</span>
        </h2>
        {id !== 'eligible' && <p>{t.answers[leads[id]]}</p>}
      </header>
      {cards.length > 0 && (
        <ul className="answer-list">
          {cards.map((answer) => (
            <li key={keyOf(answer)}>
              <Card {...props} answer={answer} />
            </li>
          ))}
        </ul>
      )}
      {short.length > 0 && cards.length > 0 && <h3>{t.answers.more}</h3>}
      {short.length > 0 &&
        (id === 'past' || id === 'ineligible' ? (
          <details className="fold-group">
            <summary>{t.answers.unfold(short.length)}</summary>
            <ShortList {...props} answers={short} />
          </details>
        ) : (
          <ShortList {...props} answers={short} />
        ))}
    </section>
  )
}

function ShortList({ answers, ...props }: AnswersListProps & { readonly answers: readonly Answer[] }) {
  return (
    <ul className="short-list">
      {answers.map((answer) => (
        <li key={keyOf(answer)}>
          <ShortAnswer {...props} answer={answer} />
        </li>
      ))}
    </ul>
  )
}

type OneProps = AnswersListProps & { readonly answer: Answer }

function Card({
  answer,
  place,
  on,
  subjectOf,
  nameRow,
  onAnswer,
  unfolded = false,
}: OneProps & { readonly unfolded?: boolean }) {
  return (
    <AnswerCard
      answer={answer}
      place={place}
      on={on}
      subject={subjectOf(answer)}
      nameRow={nameRow}
      onAnswer={onAnswer}
      unfolded={unfolded}
    />
  )
}

function ShortAnswer(props: OneProps) {
  const { say } = useWords()
  const subject = props.subjectOf(props.answer)
  return (
    <details>
      <summary>
        <span>
          {say(props.answer.label)}
          {subject !== null && (
            <>
              {' '}
              <span className="quiet small subject">{subject}</span>
            </>
          )}
        </span>
      </summary>
      <Card {...props} unfolded />
    </details>
  )
}

function keyOf(answer: Answer): string {
  return `${answer.id}#${answer.subject.index}`
}
