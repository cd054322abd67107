import { usePlansWords } from '../words/use-plans-words.ts'
import { changeHead } from '../work/edits.ts'
import type { Desk } from '../work/desk-store.ts'
import { EditField } from './edit-field.tsx'

/** Title, issuer, date, number and place of the plan, to be corrected. */
export function HeadForm({ desk }: { readonly desk: Desk }) {
  const { words } = usePlansWords()
  const { head } = desk.work
  return (
    <details className="head-form">
      <summary>
        <span className="summary-label">{words.desk.head}</span>
        <span className="quiet" lang="zh-CN">
          {[head.issuer, head.date, head.docNumber, desk.work.read.region.join(' ')]
            .filter((text) => text !== '')
            .join(' · ')}
        </span>
      </summary>
      <div className="head-fields">
        {(['title', 'issuer', 'date', 'docNumber', 'region'] as const).map((field) => (
          <EditField
            key={field}
            label={words.desk.fields[field]}
            value={head[field]}
            {...(field === 'date' ? { hint: words.desk.dateHint } : {})}
            onChange={(typed) => desk.change((work) => changeHead(work, { [field]: typed.trim() }))}
          />
        ))}
      </div>
    </details>
  )
}
