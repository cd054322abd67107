import { dayText, todayHere } from '../format/day.ts'
import { useWords } from '../messages/language.tsx'

/** Prints the page with every fold open, and folds again what was folded. */
export function PrintButton() {
  const { t, language } = useWords()
  const print = () => {
    const folded = [
      ...document.querySelectorAll<HTMLDetailsElement>(
        'main details:not([open], .panel-fold, #group-ineligible details)',
      ),
    ]
    for (const details of folded) details.open = true
    window.addEventListener(
      'afterprint',
      () => {
        for (const details of folded) details.open = false
      },
      { once: true },
    )
    window.print()
  }
  return (
    <>
      <button type="button" className="quiet-button start no-print" onClick={print}>
        {t.print.button}
      </button>
      <p className="only-print fine">{t.print.printed(dayText(todayHere(), language))}</p>
    </>
  )
}
