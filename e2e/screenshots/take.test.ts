import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { keepHousehold, type KeptHousehold, xiananFamily } from '../browser/household.ts'
import { address, desk, openPage, phone } from '../browser/open-page.ts'

const folder = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url))
const when = 'on=2026-01-15'
const elder: KeptHousehold = {
  rows: {
    children: [],
    members: [
      {
        'member.birthDate': '1954-06-15',
        'member.specialFamily': 'child-deceased',
        'member.registrationRegion': 340403,
      },
    ],
  },
  topics: ['former-policy'],
}

interface Shot {
  readonly name: string
  readonly path: string
  readonly household: KeptHousehold | null
  /** Text to wait for. */
  readonly ready: string
  /** What to scroll to. */
  readonly at?: string
}

const shots: readonly Shot[] = [
  { name: 'places', path: '/', household: null, ready: '咸宁市咸安区' },
  { name: 'opening', path: '/xianan', household: null, ready: '怀孕了' },
  {
    name: 'question',
    path: `/xianan?${when}`,
    household: { rows: { children: [{ 'child.birthDate': '2025-10-01' }] } },
    ready: '个问题',
  },
  { name: 'answers', path: `/xianan?${when}`, household: xiananFamily, ready: '每学期 500 元', at: '#group-eligible' },
  { name: 'forecast', path: '/xianan/forecast', household: null, ready: '年出生约' },
  { name: 'timeline', path: `/xianan/timeline?${when}`, household: xiananFamily, ready: '一共约' },
  { name: 'compare', path: `/xianan/compare?${when}`, household: xiananFamily, ready: '项不一样' },
  {
    name: 'special-family',
    path: '/tianjiaan?on=2026-03-01',
    household: elder,
    ready: '每月 400 元',
    at: '#group-draft',
  },
]

const settle = async (page: Page) => {
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready)
}

/** The page as the documents show it. Runs only when JUNHENG_SCREENSHOTS=1 asks for it. */
it.each(shots)('takes $name at phone and desk size', async ({ name, path, household, ready, at }) => {
  await mkdir(folder, { recursive: true })
  for (const [size, viewport] of [
    ['phone', phone],
    ['desk', desk],
  ] as const) {
    const page = await openPage({ viewport, serviceWorkers: 'block' })
    if (household !== null) await keepHousehold(page, household)
    await page.goto(`${address}${path}`)
    await page.getByText(ready).first().waitFor()
    await settle(page)
    if (at !== undefined) await page.locator(at).evaluate((element) => element.scrollIntoView({ block: 'start' }))
    const png = await page.screenshot()
    expect(png.length).toBeLessThan(200_000)
    await writeFile(`${folder}${name}-${size}.png`, png)
  }
})
