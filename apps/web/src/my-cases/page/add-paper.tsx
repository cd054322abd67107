import { useId, useState } from 'react'
import { useDeed } from '../../api/use-deed.ts'
import { Failure } from '../../design/failure.tsx'
import { type PaperOf, uploadLimitBytes, uploadPaper } from '../../cases/upload.ts'
import { useMyCaseWords } from '../use-my-case-words.ts'

/** A photo or a file of a paper; the browser's own control, made large. */
export function AddPaper({
  caseId,
  onAdded,
  ...of
}: PaperOf & { readonly caseId: string; readonly onAdded: () => void }) {
  const { words } = useMyCaseWords()
  const id = useId()
  const [added, setAdded] = useState<readonly string[]>([])
  const [tooLarge, setTooLarge] = useState(false)
  const deed = useDeed(
    (file: File) => uploadPaper('my', caseId, { file, ...of }).then(() => file.name),
    (name) => {
      setAdded([...added, name])
      onAdded()
    },
  )
  return (
    <div className="stack">
      {added.length === 0 ? null : (
        <p className="small ok-note" role="status">
          {added.map((name) => words.uploaded(name)).join(' ')}
        </p>
      )}
      <label className="choice file-choice" htmlFor={id}>
        {deed.doing ? words.sending : words.addPhoto}
        <input
          id={id}
          type="file"
          className="visually-hidden"
          accept="image/*,application/pdf"
          disabled={deed.doing}
          onChange={(event) => {
            const [file] = event.target.files ?? []
            event.target.value = ''
            if (file === undefined) return
            const large = file.size > uploadLimitBytes
            setTooLarge(large)
            if (!large) deed.run(file)
          }}
        />
      </label>
      {tooLarge ? (
        <p className="error" role="alert">
          {words.tooLarge}
        </p>
      ) : null}
      <Failure failed={deed.failed} />
    </div>
  )
}
