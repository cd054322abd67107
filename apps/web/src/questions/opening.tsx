import { useState } from 'react'
import { useWords } from '../messages/language.tsx'
import { emptyHousehold, type Household } from '../situation/household.ts'
import './question-panel.css'

/** The first screen of a place: whom is it about? Sets up the rows and topics the questions then fill. */
export function Opening({
  hasProviders,
  onStart,
}: {
  readonly hasProviders: boolean
  readonly onStart: (household: Household) => void
}) {
  const { t } = useWords()
  const [counting, setCounting] = useState(false)
  if (counting) {
    return (
      <section className="card question opening" aria-labelledby="count-title">
        <h2 id="count-title">{t.opening.childrenCount}</h2>
        <p className="small quiet">{t.opening.childrenCountHint}</p>
        <div className="counts" role="group" aria-labelledby="count-title">
          {[1, 2, 3, 4, 5, 6].map((count) => (
            <button
              key={count}
              type="button"
              className="choice"
              onClick={() =>
                onStart({ ...emptyHousehold, rows: { children: Array.from({ length: count }, () => ({})) } })
              }
            >
              {t.opening.childrenCountMore(count)}
            </button>
          ))}
        </div>
        <div className="question-foot">
          <button type="button" className="quiet-button start" onClick={() => setCounting(false)}>
            {t.question.back}
          </button>
        </div>
      </section>
    )
  }
  return (
    <section className="card question opening" aria-labelledby="opening-title">
      <h2 id="opening-title">{t.opening.heading}</h2>
      <div className="choices" role="group" aria-labelledby="opening-title">
        <StartChoice label={t.opening.child} hint={t.opening.childHint} onChoose={() => setCounting(true)} />
        <StartChoice
          label={t.opening.elder}
          hint={t.opening.elderHint}
          onChoose={() =>
            onStart({ ...emptyHousehold, rows: { children: [], members: [{}] }, topics: ['former-policy'] })
          }
        />
        {hasProviders && (
          <StartChoice
            label={t.opening.provider}
            hint={t.opening.providerHint}
            onChoose={() => onStart({ ...emptyHousehold, rows: { children: [] }, topics: ['provider'] })}
          />
        )}
      </div>
    </section>
  )
}

function StartChoice({
  label,
  hint,
  onChoose,
}: {
  readonly label: string
  readonly hint: string
  readonly onChoose: () => void
}) {
  return (
    <button type="button" className="choice" onClick={onChoose}>
      <span>
        {label}
        <small>{hint}</small>
      </span>
    </button>
  )
}
