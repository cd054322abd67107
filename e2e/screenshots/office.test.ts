import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { choosePurpose, nameOf, openAs, openPerson, type Role, searchFor } from '../browser/office.ts'
import { address, desk, openPage, phone } from '../browser/open-page.ts'
import { smallPng } from './small-png.ts'

const folder = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url))

interface Shot {
  readonly name: string
  readonly role: Role | null
  readonly path: string
  readonly open: (page: Page) => Promise<void>
}

const heading = (name: RegExp) => (page: Page) => page.getByRole('heading', { name }).first().waitFor()

const person = async (page: Page): Promise<void> => {
  await choosePurpose(page)
  await openPerson(page, await nameOf('mother'))
}

const shots: readonly Shot[] = [
  { name: 'office-door', role: null, path: '/desk', open: heading(/演示：点一张卡片/u) },
  { name: 'office-home', role: 'township', path: '/desk', open: heading(/要办的事/u) },
  {
    name: 'office-people',
    role: 'officer',
    path: '/desk/people',
    open: async (page) => {
      await choosePurpose(page)
      await searchFor(page, '陈')
      await page.keyboard.press('ArrowDown')
    },
  },
  { name: 'office-person', role: 'officer', path: '/desk/people', open: person },
  {
    name: 'office-correct',
    role: 'officer',
    path: '/desk/people',
    open: async (page) => {
      await person(page)
      await page.getByRole('button', { name: '更正：民族' }).click()
    },
  },
  {
    name: 'office-newborn',
    role: 'village',
    path: '/desk/people',
    open: async (page) => {
      await person(page)
      await page.getByRole('link', { name: '登记新生儿' }).click()
      await page.getByRole('form').waitFor()
    },
  },
  { name: 'office-posts', role: 'administrator', path: '/desk/posts', open: heading(/岗位与空缺/u) },
  { name: 'office-log', role: 'reviewer', path: '/desk/log', open: (page) => page.getByRole('row').nth(3).waitFor() },
  {
    name: 'office-refusals',
    role: 'reviewer',
    path: '/desk/refusals',
    open: (page) => page.getByRole('row').nth(1).waitFor(),
  },
  {
    name: 'office-break-glass',
    role: 'reviewer',
    path: '/desk/break-glass',
    open: (page) => page.locator('li.panel').first().waitFor(),
  },
  {
    name: 'office-users',
    role: 'administrator',
    path: '/desk/users',
    open: (page) => page.getByRole('row').nth(3).waitFor(),
  },
  { name: 'my-data-door', role: null, path: '/me', open: heading(/演示：点一张卡片/u) },
  { name: 'my-data', role: 'mother', path: '/me', open: (page) => page.locator('.readings > li').first().waitFor() },
]

/** The office and one's own data as the documents show them. Runs only when JUNHENG_SCREENSHOTS=1 asks for it. */
it.each(shots)('takes $name at phone and desk size', async ({ name, role, path, open }) => {
  await mkdir(folder, { recursive: true })
  for (const [size, viewport] of [
    ['phone', phone],
    ['desk', desk],
  ] as const) {
    const page =
      role === null ? await openPage({ viewport, serviceWorkers: 'block' }) : await openAs(role, path, { viewport })
    if (role === null) await page.goto(`${address}${path}`)
    await open(page)
    await page.waitForLoadState('networkidle')
    await page.evaluate(() => document.fonts.ready)
    const png = smallPng(await page.screenshot())
    expect(png.length).toBeLessThan(200_000)
    await writeFile(`${folder}${name}-${size}.png`, png)
  }
})
