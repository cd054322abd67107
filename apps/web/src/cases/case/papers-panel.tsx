import { useId } from 'react'
import { useDeed } from '../../api/use-deed.ts'
import { Failure } from '../../design/failure.tsx'
import { shortInstant } from '../../format/instant.ts'
import type { CaseShown } from '../case-types.ts'
import { paperAddress, uploadPaper } from '../upload.ts'
import { useCaseDeskWords } from '../words/use-case-desk-words.ts'

/** Papers of a case: opened with a press, which the log keeps; one more may be added. */
export function PapersPanel({ shown, onChanged }: { readonly shown: CaseShown; readonly onChanged: () => void }) {
  const { words, say } = useCaseDeskWords()
  const id = useId()
  const { documents, items } = shown
  const deed = useDeed((file: File) => uploadPaper('desk', shown.id, { file }), onChanged)
  const nameOf = (itemId: string | null, paper: string | null): string => {
    const item = items.find((one) => one.id === itemId)
    const wanted = item?.shows.find((one) => one.id === paper)
    return wanted !== undefined ? say(wanted.label) : item === undefined ? words.otherPaper : say(item.label)
  }
  return (
    <section className="panel" aria-labelledby="case-papers">
      <h2 id="case-papers">{words.documents}</h2>
      {documents.length === 0 ? <p className="quiet">{words.documentsNone}</p> : null}
      <ul className="stack">
        {documents.map((document) => (
          <li key={document.id}>
            <a href={paperAddress('desk', shown.id, document.id)} download>
              {nameOf(document.item, document.paper)}
            </a>{' '}
            <span className="quiet fine">{shortInstant(document.uploadedAt)}</span>
          </li>
        ))}
      </ul>
      <label className="quiet-button start file-choice" htmlFor={id}>
        {words.upload}
        <input
          id={id}
          type="file"
          className="visually-hidden"
          accept="image/*,application/pdf"
          disabled={deed.doing}
          onChange={(event) => {
            const [file] = event.target.files ?? []
            event.target.value = ''
            if (file !== undefined) deed.run(file)
          }}
        />
      </label>
      <Failure failed={deed.failed} />
    </section>
  )
}
