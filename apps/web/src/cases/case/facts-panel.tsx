import type { CaseShown } from '../case-types.ts'
import { valueText } from '../value-text.ts'
import { useCaseDeskWords } from '../words/use-case-desk-words.ts'

/** What is known, and from whom; what is not for this unit is named and not shown. */
export function FactsPanel({ shown }: { readonly shown: CaseShown }) {
  const { words, say, language } = useCaseDeskWords()
  return (
    <section className="panel" aria-labelledby="case-facts">
      <h2 id="case-facts">{words.facts}</h2>
      <dl className="case-facts">
        {shown.form.fields.map((field) => (
          <div key={field.name}>
            <dt>{say(field.label)}</dt>
            <dd lang={field.value === null ? undefined : 'zh-CN'} className={field.value === null ? 'quiet' : ''}>
              {field.value === null
                ? field.known
                  ? words.hidden
                  : words.unknown
                : valueText(field, field.value, { say, language, words })}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
