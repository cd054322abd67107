import type { Locator, Page } from 'playwright-core'

/** Everything waits for what it shows, not for a clock: a busy machine is only slower. */
const patience = 90_000

/** Reloads until the page shows it: pages do not renew themselves. */
export async function untilShown(page: Page, what: string | RegExp | Locator): Promise<void> {
  const end = Date.now() + patience
  for (;;) {
    const found = (typeof what === 'string' || what instanceof RegExp ? page.getByText(what) : what).first()
    const there = await found.waitFor({ timeout: 2000 }).then(
      () => true,
      () => false,
    )
    if (there) return
    if (Date.now() > end) throw new Error(`not shown: ${String(what)}\n${await page.locator('main').innerText()}`)
    await page.reload()
  }
}
