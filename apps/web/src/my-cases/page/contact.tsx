import type { CaseShown } from '../../cases/case-types.ts'
import { useMyCaseWords } from '../use-my-case-words.ts'

/**
 * A name and a number. 12345: the public-service line of every place, at all hours (State Council General Office 2020
 * no. 53); 12356: the national counselling line, in every place since May 2025, at least 18 hours a day (National Health
 * Commission, notice of December 2024).
 */
export function Contact({ shown }: { readonly shown: Pick<CaseShown, 'contact' | 'loss'> }) {
  const { words, say } = useMyCaseWords()
  const { contact, loss } = shown
  return (
    <div className="stack contact">
      {contact === null ? null : (
        <p>
          <strong lang="zh-CN">{words.contactName(contact.name, say(contact.title))}</strong>
          <br />
          <span className="quiet">{say(contact.unit)}</span>
        </p>
      )}
      {loss === 'none' ? null : (
        <a className="choice" href="tel:12356">
          {words.heartline}
        </a>
      )}
      <a className="choice" href="tel:12345">
        {words.hotline}
      </a>
    </div>
  )
}
