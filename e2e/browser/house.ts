import { afterAll, afterEach, beforeEach, inject, type TestContext } from 'vitest'

async function ask<Answer>(method: string, house = ''): Promise<Answer> {
  const response = await fetch(`${inject('housekeeper')}?house=${encodeURIComponent(house)}`, { method })
  if (!response.ok) throw new Error(`no house: ${await response.text()}`)
  return (await response.json()) as Answer
}

const opened = await ask<{ readonly address: string; readonly shift: number }>('POST')

/** Where the house of this test file answers, without a slash at the end. */
export const address = opened.address.replace(/\/$/u, '')

/** The house's clock less this machine's, milliseconds. Pages tell the time by the house's clock. */
export const { shift } = opened

/** The day in China by the house's clock, or so many days before it. */
export function today(daysAgo = 0): string {
  const now = Temporal.Now.instant().add({ milliseconds: shift }).toZonedDateTimeISO('Asia/Shanghai')
  return now.toPlainDate().subtract({ days: daysAgo }).toString()
}

async function printTail(name: string): Promise<void> {
  const lines = await ask<readonly string[]>('GET', opened.address)
  process.stderr.write(`the server before “${name}” failed:\n  ${lines.join('\n  ')}\n`)
}

let began = false
beforeEach(() => {
  began = true
})

afterEach(async ({ task }: TestContext) => {
  if (task.result?.state === 'fail') await printTail(task.name)
})

afterAll(async () => {
  // A hook that failed leaves tests that never began.
  if (!began) await printTail('the first test')
  await ask('DELETE', opened.address)
})
