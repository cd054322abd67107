import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { address, desk, openPage, phone } from '../browser/open-page.ts'
import { openPlan } from '../browser/open-plan.ts'
import { smallPng } from './small-png.ts'

const folder = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url))

interface Shot {
  readonly name: string
  readonly open: (page: Page) => Promise<void>
}

const visit =
  (path: string, ready: string) =>
  async (page: Page): Promise<void> => {
    await page.goto(`${address}${path}`)
    await page.getByText(ready).first().waitFor()
  }

const shots: readonly Shot[] = [
  { name: 'plans', open: visit('/plans', '比较两个地方的方案') },
  { name: 'plan-clauses', open: visit('/plans/place/xianan', '政策包怎样落实') },
  { name: 'plans-compare', open: visit('/plans/compare/xianan/tianjiaan', '两边都有') },
  {
    name: 'plan-desk',
    open: async (page) => {
      await openPlan(page)
      await page
        .getByRole('option', { name: /一次性生育补贴/u })
        .first()
        .click()
    },
  },
  {
    name: 'plan-document',
    open: async (page) => {
      await openPlan(page)
      await page.getByRole('option', { name: /降低托育机构成本/u }).click()
      const tab = page.getByRole('button', { name: '原文', exact: true })
      if (await tab.isVisible()) await tab.click()
    },
  },
]

/** The staff's pages as the documents show them. Runs only when JUNHENG_SCREENSHOTS=1 asks for it. */
it.each(shots)('takes $name at phone and desk size', async ({ name, open }) => {
  await mkdir(folder, { recursive: true })
  for (const [size, viewport] of [
    ['phone', phone],
    ['desk', desk],
  ] as const) {
    const page = await openPage({ viewport, serviceWorkers: 'block' })
    await open(page)
    await page.waitForLoadState('networkidle')
    await page.evaluate(() => document.fonts.ready)
    const png = smallPng(await page.screenshot())
    expect(png.length).toBeLessThan(200_000)
    await writeFile(`${folder}${name}-${size}.png`, png)
  }
})
