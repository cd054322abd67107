import type { Place } from '@junheng/entitlements'
import { useWords } from '../messages/language.tsx'
import type { Household } from '../situation/household.ts'

/** What a family may bring up of its own accord. Never asked unopened. */
export function Topics({
  place,
  household,
  onChange,
}: {
  readonly place: Place
  readonly household: Household
  readonly onChange: (household: Household) => void
}) {
  const { t, say } = useWords()
  const topics = place.topics.filter((topic) =>
    place.facts.some((fact) => fact.ask === 'volunteer' && fact.topic === topic.id),
  )
  if (topics.length === 0) return null
  const toggle = (topic: string) => {
    const open = !household.topics.includes(topic)
    const topics = open ? [...household.topics, topic] : household.topics.filter((one) => one !== topic)
    const members = household.rows['members'] ?? []
    const rows =
      topic === 'former-policy' && open && members.length === 0 ? { ...household.rows, members: [{}] } : household.rows
    onChange({ ...household, topics, rows })
  }
  return (
    <details className="panel-fold no-print">
      <summary>{t.topics.heading}</summary>
      <div className="stack">
        <p className="small quiet">{t.topics.lead}</p>
        {topics.map((topic) => (
          <button
            key={topic.id}
            type="button"
            className="choice"
            aria-pressed={household.topics.includes(topic.id)}
            onClick={() => toggle(topic.id)}
          >
            {t.topics.labels[topic.id] ?? say(topic.label)}
          </button>
        ))}
        {household.topics.includes('leave') && <p className="notice">{t.topics.care}</p>}
      </div>
    </details>
  )
}
