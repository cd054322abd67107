import { useId, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { fileProblem, type FileText, largestFile, readFile } from '@junheng/plans/formats'
import { isPlan, readPlan } from '@junheng/plans'
import { useWords } from '../../messages/language.tsx'
import { openWork } from '../work/desk-store.ts'
import { startWork } from '../work/work.ts'
import { usePlansWords } from '../words/use-plans-words.ts'

const readHere = async (file: Blob): Promise<FileText> =>
  file.size > largestFile
    ? { ok: false, problem: fileProblem('too-large') }
    : readFile(new Uint8Array(await file.arrayBuffer()))

/** Takes a file from the person, reads it here, and lays it on the desk. What cannot be read is told; nothing is kept. */
export function UploadBox() {
  const { words } = usePlansWords()
  const { say } = useWords()
  const [, navigate] = useLocation()
  const [reading, setReading] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [over, setOver] = useState(false)
  const [pasted, setPasted] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const id = useId()

  async function take(file: Blob, name: string): Promise<void> {
    setProblem(null)
    setReading(name)
    // The readers of Word and PDF files come when they are needed: without a network they may not.
    const result = await readHere(file).catch(() => null)
    setReading(null)
    if (result === null) {
      setProblem(`${name}：${words.upload.unread}`)
      return
    }
    if (!result.ok) {
      setProblem(`${name}：${say(result.problem.message)}`)
      return
    }
    const outline = readPlan(result.text)
    if (!isPlan(outline, result.text)) {
      setProblem(`${name}：${say(fileProblem('not-a-plan').message)}`)
      return
    }
    openWork(startWork(name, result.text, outline))
    navigate('/plans/read')
  }

  return (
    <section className="panel" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{words.upload.heading}</h2>
      <div
        className={over ? 'drop over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          const [file] = event.dataTransfer.files
          if (file) void take(file, file.name)
        }}
      >
        <label className="button" htmlFor={`${id}-file`}>
          {words.upload.choose}
        </label>
        <input
          ref={input}
          id={`${id}-file`}
          className="visually-hidden"
          type="file"
          accept=".txt,.htm,.html,.md,.docx,.pdf,text/plain,text/html,application/pdf"
          onChange={(event) => {
            const file = event.target.files?.[0]
            event.target.value = ''
            if (file) void take(file, file.name)
          }}
        />
        <span className="quiet">{words.upload.drop}</span>
      </div>
      <p role="status" className="quiet">
        {reading === null ? '' : words.upload.reading(reading)}
      </p>
      {problem === null ? null : (
        <p role="alert" className="error">
          {problem}
        </p>
      )}
      <details>
        <summary>{words.upload.paste}</summary>
        <textarea
          aria-label={words.upload.paste}
          rows={6}
          value={pasted}
          onChange={(event) => setPasted(event.target.value)}
        />
        <button
          type="button"
          className="choice fit"
          disabled={pasted.trim() === ''}
          onClick={() => void take(new Blob([pasted]), words.upload.pasteName)}
        >
          {words.upload.pasteRead}
        </button>
      </details>
    </section>
  )
}
