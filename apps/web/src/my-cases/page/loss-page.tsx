import type { CaseShown } from '../../cases/case-types.ts'
import { dayText } from '../../format/day.ts'
import { useFirstFocus } from '../../design/use-first-focus.ts'
import { useMyCaseWords } from '../use-my-case-words.ts'
import { Contact } from './contact.tsx'

/** After a loss: somebody's name and number first, what others take care of, and nothing that counts, colours or calls. */
export function LossPage({ shown }: { readonly shown: CaseShown }) {
  const { words, say, language } = useMyCaseWords()
  const heading = useFirstFocus<HTMLHeadingElement>()
  const items = shown.items.filter(({ status }) => status !== 'not-needed' && status !== 'stopped')
  return (
    <div className="stack loss">
      <h1 ref={heading} tabIndex={-1}>
        {shown.loss === 'stillbirth' ? words.lossStill : words.lossDeath}
        <br />
        {words.lossSorry}
      </h1>
      <p>{words.lossLead}</p>
      <Contact shown={shown} />
      <section className="stack" aria-labelledby="loss-items">
        <h2 id="loss-items">{words.lossItems}</h2>
        <ul className="stack">
          {items.map((item) => (
            <li key={item.id}>
              <p>
                {say(item.label)}{' '}
                <span className="quiet">
                  {item.answer?.result === 'done'
                    ? words.lossDone(dayText(item.answer.on, language))
                    : say(item.unitLabel)}
                </span>
              </p>
              {item.note === null ? null : <p className="small quiet">{say(item.note)}</p>}
            </li>
          ))}
        </ul>
      </section>
      <p className="small quiet">{words.number(shown.number)}</p>
    </div>
  )
}
