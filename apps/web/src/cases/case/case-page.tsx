import { useCallback, useState } from 'react'
import { Link, useSearch } from 'wouter'
import { useAnswer } from '../../api/use-answer.ts'
import { Asked } from '../../design/asked.tsx'
import { usePageTitle } from '../../design/use-page-title.ts'
import { fetchCase } from '../calls.ts'
import type { CaseShown } from '../case-types.ts'
import { useKeys } from '../use-keys.ts'
import { useCaseDeskWords } from '../words/use-case-desk-words.ts'
import { DecisionPanel } from './decision-panel.tsx'
import { FactsPanel } from './facts-panel.tsx'
import { firstToDecide } from './first-to-decide.ts'
import { HistoryList } from './history-list.tsx'
import { ItemsTable } from './items-table.tsx'
import { PapersPanel } from './papers-panel.tsx'
import { StopPanel } from './stop-panel.tsx'
import '../cases.css'

/** A case on one page: facts left, the decision always in the same place, items and history below it. */
export function CasePage({ id }: { readonly id: string }) {
  const { words } = useCaseDeskWords()
  const load = useCallback(() => fetchCase(id), [id])
  const answer = useAnswer(load)
  usePageTitle(answer.value?.number ?? words.queue)
  return (
    <div className="stack">
      <Asked answer={answer}>{(shown) => <Shown shown={shown} again={answer.again} />}</Asked>
    </div>
  )
}

function Shown({ shown, again }: { readonly shown: CaseShown; readonly again: () => void }) {
  const { words, say } = useCaseDeskWords()
  // The queue names the item of its line: that one is decided, though another of the case may be more urgent.
  const wanted = new URLSearchParams(useSearch()).get('item')
  const [chosen, setChosen] = useState<string | null>(shown.items.some(({ id }) => id === wanted) ? wanted : null)
  // What was just decided stays in the panel, with its undo; else the most urgent of what is ours.
  const item = shown.items.find(({ id }) => id === (chosen ?? firstToDecide(shown)))
  const needed = shown.items.filter(({ status }) => status !== 'not-needed')
  const go = (step: 1 | -1): void => {
    const at = needed.findIndex(({ id }) => id === item?.id)
    const next = needed[Math.min(Math.max(at + step, 0), needed.length - 1)]
    if (next !== undefined) setChosen(next.id)
  }
  useKeys({ j: () => go(1), k: () => go(-1) })
  const name = shown.form.fields.find((field) => field.name === 'child.name')?.value
  return (
    <>
      <header className="row spread case-head">
        <h1>
          <span lang="zh-CN">{typeof name === 'string' ? name : words.nobody}</span> · {say(shown.procedure.label)}{' '}
          <span className="quiet count" lang="zh-CN">
            {shown.number}
          </span>
        </h1>
        <p className="quiet">
          {say(shown.statusWords)} · {words.opened(shown.openedOn)}
          {shown.endedOn === null ? '' : ` · ${words.ended(shown.endedOn)}`} · {words.lead(say(shown.lead.label))}
          {shown.procedure.from === null ? '' : ` · ${words.version(shown.procedure.from)}`} ·{' '}
          <Link href="/desk/cases">{words.toQueue}</Link>
        </p>
      </header>
      <div className="case-columns">
        <div className="stack">
          <FactsPanel shown={shown} />
          <PapersPanel shown={shown} onChanged={again} />
          <StopPanel shown={shown} onChanged={again} />
        </div>
        <div className="stack">
          <DecisionPanel
            shown={shown}
            item={item ?? null}
            onDone={(decided) => {
              setChosen(decided)
              again()
            }}
          />
          <ItemsTable shown={shown} items={needed} chosen={item?.id ?? null} onChoose={setChosen} />
          <HistoryList shown={shown} />
        </div>
      </div>
    </>
  )
}
