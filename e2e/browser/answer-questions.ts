import type { Page } from 'playwright-core'

/** How to answer one question: a button's text, what to type, a day, or to skip it. */
export type Reply =
  | { readonly press: string | RegExp }
  | { readonly type: string }
  | { readonly day: string }
  | { readonly skip: true }

export interface Rule {
  /** Of the question. */
  readonly question: RegExp
  /** Of whom it is about, where that matters. */
  readonly about?: RegExp
  readonly reply: Reply
}

const most = 80

/** Answers what the page asks, by the first rule that fits, until it asks nothing more. Returns the questions asked. */
export async function answerQuestions(
  page: Page,
  rules: readonly Rule[],
  otherwise: Reply = { skip: true },
): Promise<readonly string[]> {
  const asked: string[] = []
  const panel = page.locator('section.question')
  while (asked.length < most) {
    const { progress, text, question } = await panel.evaluate((element) => ({
      progress: element.querySelector('.question-progress')?.textContent ?? null,
      text: element.textContent,
      question: element.querySelector('h2')?.textContent ?? '',
    }))
    if (progress === null) return asked
    asked.push(question)
    const rule = rules.find((one) => one.question.test(question) && (one.about === undefined || one.about.test(text)))
    await reply(page, rule?.reply ?? otherwise)
  }
  throw new Error(`still asking after ${most} questions: ${asked.slice(-3).join(' / ')}`)
}

/** Gives one answer to the question shown. */
export async function reply(page: Page, answer: Reply): Promise<void> {
  const panel = page.locator('section.question')
  if ('press' in answer) {
    await panel
      .getByRole('button', { name: answer.press, exact: typeof answer.press === 'string' })
      .first()
      .click()
  } else if ('skip' in answer) {
    await panel.getByRole('button', { name: /先跳过|skip it/u }).click()
  } else if ('type' in answer) {
    await panel.getByRole('textbox').fill(answer.type)
    await panel.getByRole('button', { name: /^(?:下一步|Next)$/u }).click()
  } else {
    const boxes = panel.getByRole('textbox')
    const parts = answer.day.split('-').map((part) => String(Number(part)))
    for (const [index, part] of parts.entries()) await boxes.nth(index).fill(part)
    await panel.getByRole('button', { name: /^(?:下一步|Next)$/u }).click()
  }
}
