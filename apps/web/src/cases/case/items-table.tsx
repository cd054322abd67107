import type { CaseItem, CaseShown } from '../case-types.ts'
import { citedText } from '../cited.ts'
import { Due } from '../due.tsx'
import { useCaseDeskWords } from '../words/use-case-desk-words.ts'

/** Every item with its state, its clock and its clause; choosing one brings it into the decision. */
export function ItemsTable({
  shown,
  items,
  chosen,
  onChoose,
}: {
  readonly shown: CaseShown
  readonly items: readonly CaseItem[]
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
}) {
  const { words, say } = useCaseDeskWords()
  return (
    <section className="panel" aria-labelledby="case-items">
      <h2 id="case-items">{words.items}</h2>
      <table className="dense stacks case-items-table">
        <thead>
          <tr>
            <th scope="col">{words.item}</th>
            <th scope="col">{words.unit}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.due}</th>
            <th scope="col">{words.clockAndClause}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => {
            const open = shown.waiting.find((one) => one.item === item.id)
            const paused = item.clocks.some(({ state }) => state === 'paused')
            const delivery = item.deliveries.at(-1)
            return (
              <tr key={item.id} className={item.id === chosen ? 'chosen' : ''}>
                <th scope="row">
                  <button
                    type="button"
                    className="link-button"
                    aria-pressed={item.id === chosen}
                    onClick={() => onChoose(item.id)}
                  >
                    {say(item.label)}
                  </button>
                </th>
                <td>{say(item.unitLabel)}</td>
                <td>
                  {say(item.statusWords)}
                  {delivery === undefined || item.answer !== null ? null : (
                    <span className="quiet fine block">
                      {words.delivery[delivery.state] ?? delivery.state}
                      {delivery.attempts > 1 ? ` · ${words.attempts(delivery.attempts)}` : ''}
                    </span>
                  )}
                </td>
                <td className="nowrap">
                  {item.answer === null && open !== undefined ? (
                    <Due day={open.until} paused={paused} />
                  ) : (
                    <span className="quiet">{item.answer?.on ?? '—'}</span>
                  )}
                </td>
                <td className="fine">
                  <Clauses item={item} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

/** The clocks in words and where the law says so. */
export function Clauses({ item }: { readonly item: CaseItem }) {
  const { words, say } = useCaseDeskWords()
  return (
    <>
      {item.clocks.length === 0 ? <span className="quiet block">{words.noClock}</span> : null}
      {item.clocks.map((clock) => (
        <span key={clock.clock} className="block">
          {clock.binds === 'family' ? `${words.familyClock} · ` : ''}
          {clock.words === null ? say(clock.label) : say(clock.words)}
          {clock.due === null ? '' : ` · ${words.clockDue(clock.due)}`}
          {clock.due === null && clock.notBefore !== null ? ` · ${words.clockNotBefore(clock.notBefore)}` : ''} ·{' '}
          {words.clockState[clock.state] ?? clock.state}
          {clock.escalatedTo === null ? '' : ` · ${words.escalated(clock.escalatedTo)}`}
          {citedText(clock.source) === citedText(item.source) ? null : (
            <cite className="quiet" lang="zh-CN">
              {' '}
              {citedText(clock.source)}
            </cite>
          )}
        </span>
      ))}
      <cite className="quiet block" lang="zh-CN">
        {citedText(item.source)}
        {item.confidence === null ? '' : ` · ${say(item.confidence)}`}
      </cite>
    </>
  )
}
