import { paperAddress } from '../../cases/upload.ts'
import type { CaseShown } from '../../cases/case-types.ts'
import { dayText } from '../../format/day.ts'
import { dayInChina } from '../../format/instant.ts'
import { useMyCaseWords } from '../use-my-case-words.ts'
import { AddPaper } from './add-paper.tsx'

/** What was handed in, to be looked at again; and a way to add something nobody asked for. */
export function Documents({ shown, onChanged }: { readonly shown: CaseShown; readonly onChanged: () => void }) {
  const { words, say, language } = useMyCaseWords()
  const { documents, items, id, endedOn } = shown
  const nameOf = (item: string | null, paper: string | null): string => {
    const found = items.find((one) => one.id === item)
    const wanted = found?.shows.find((one) => one.id === paper)
    return wanted !== undefined ? say(wanted.label) : found === undefined ? words.otherPaper : say(found.label)
  }
  return (
    <section className="stack" aria-labelledby="case-documents">
      <h2 id="case-documents">{words.documents}</h2>
      {documents.length === 0 ? <p className="small quiet">{words.documentsNone}</p> : null}
      <ul className="stack">
        {documents.map((document) => (
          <li key={document.id} className="row spread">
            <span>
              {nameOf(document.item, document.paper)}{' '}
              <span className="small quiet">
                {words.documentOf(dayText(dayInChina(document.uploadedAt), language))}
              </span>
            </span>
            <a
              className="quiet-button"
              href={paperAddress('my', id, document.id)}
              download
              aria-label={`${words.look} ${nameOf(document.item, document.paper)}`}
            >
              {words.look}
            </a>
          </li>
        ))}
      </ul>
      {endedOn === null ? <AddPaper caseId={id} onAdded={onChanged} /> : null}
    </section>
  )
}
