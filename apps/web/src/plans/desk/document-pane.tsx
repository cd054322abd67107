import { memo, useEffect, useMemo, useRef } from 'react'
import { usePlansWords } from '../words/use-plans-words.ts'
import type { Work } from '../work/work.ts'
import { placeOfId, type Selected } from './selection.ts'
import { scrollWithin } from './scroll-within.ts'
import { marksByLine, spansOf, type Marked } from './spans.ts'

/** The text as it was given, line by line; what was read in it is marked, and lights up with its row. */
export function DocumentPane(props: {
  readonly work: Work
  readonly selected: Selected
  readonly pointed: Selected
  readonly line: number | null
  readonly onSelect: (id: string) => void
  readonly onPoint: (id: string | null) => void
  readonly onLine: (line: number) => void
}) {
  const { work, selected, pointed, line, onSelect, onPoint, onLine } = props
  const { words } = usePlansWords()
  const rows = useMemo(() => work.text.split('\n'), [work.text])
  const marks = useMemo(() => marksByLine(markedIn(work)), [work])
  const pane = useRef<HTMLDivElement>(null)
  const place = selected === null ? null : placeOfId(work, selected)
  const section = work.sections.find(({ id }) => id === selected)?.section
  const placeLine = place?.line
  const heads = useMemo(() => new Set(work.sections.map((one) => one.section.line)), [work.sections])
  useEffect(() => {
    if (placeLine === undefined) return
    scrollWithin(pane.current, `[data-line="${placeLine}"]`, 'center')
  }, [selected, placeLine])
  return (
    <div className="pane document" ref={pane} role="region" aria-label={words.desk.document} tabIndex={0} lang="zh-CN">
      {rows.map((row, i) => {
        const number = i + 1
        const own = marks.get(number) ?? none
        const lit = own.filter(({ id }) => id === selected || id === pointed).map(({ id }) => id)
        return (
          <DocumentLine
            key={number}
            number={number}
            row={row}
            marks={own}
            lit={lit.join(' ')}
            tinted={section !== undefined && section.line <= number && number <= section.lastLine}
            chosen={line === number}
            heads={heads.has(number) && row.length <= 40}
            onSelect={onSelect}
            onPoint={onPoint}
            onLine={onLine}
          />
        )
      })}
    </div>
  )
}

const none: readonly Marked[] = []

function markedIn(work: Work): readonly Marked[] {
  const open = work.doubts.filter(({ done }) => !done)
  return [
    ...work.items.map(({ id, data }) => ({ id, at: data.at })),
    ...open.map(({ id, doubt }) => ({ id, at: doubt.at })),
  ]
}

const DocumentLine = memo(function DocumentLine(props: {
  readonly number: number
  readonly row: string
  readonly marks: readonly Marked[]
  readonly lit: string
  readonly tinted: boolean
  readonly chosen: boolean
  /** A heading stands here by itself. */
  readonly heads: boolean
  readonly onSelect: (id: string) => void
  readonly onPoint: (id: string | null) => void
  readonly onLine: (line: number) => void
}) {
  const { number, row, marks, lit, tinted, chosen, heads, onSelect, onPoint, onLine } = props
  const litIds = lit.split(' ')
  return (
    // The keyboard's way is the structure beside; here the pointer may touch a line or a mark.
    <p
      className={`line${row.trim() === '' ? ' blank' : ''}${heads ? ' heads' : ''}${tinted ? ' tinted' : ''}${chosen ? ' chosen' : ''}`}
      data-line={number}
      onClick={() => onLine(number)}
    >
      <span className="line-number" aria-hidden="true">
        {number}
      </span>
      <span className="line-text">
        {spansOf(row, marks).map(({ text, ids }, i) => {
          // The innermost thing is the last that begins: a date within a target, a doubt upon both.
          const id = ids.findLast((one) => !one.startsWith('doubt')) ?? ids.at(-1)
          if (id === undefined) return <span key={i}>{text}</span>
          const kinds = [...new Set(ids.map((one) => one.replace(/-.*/, '')))].join(' ')
          return (
            <mark
              key={i}
              className={`${kinds}${ids.some((one) => litIds.includes(one)) ? ' lit' : ''}`}
              onMouseEnter={() => onPoint(id)}
              onMouseLeave={() => onPoint(null)}
              onClick={(event) => {
                event.stopPropagation()
                onLine(number)
                onSelect(id)
              }}
            >
              {text}
            </mark>
          )
        })}
      </span>
    </p>
  )
})
