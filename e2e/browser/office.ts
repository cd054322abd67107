import type { Page } from 'playwright-core'
import { address, desk, openPage } from './open-page.ts'

/** The cards of the demonstration, by what stands on them. */
export const cards = {
  officer: /区卫健局人口家庭科/u,
  township: /乡镇（街道）人口服务员/u,
  village: /村（社区）人口服务员/u,
  health: /区妇幼保健院/u,
  police: /公安户籍窗口/u,
  administrator: /系统管理员/u,
  reviewer: /审计与复核/u,
  mother: /一位妈妈/u,
  hospital: /助产医院产科/u,
  card: /社保卡窗口/u,
  data: /数据对账员/u,
} as const

export type Role = keyof typeof cards
type Cookies = Awaited<ReturnType<ReturnType<Page['context']>['cookies']>>

const sessions = new Map<Role, Cookies>()

/**
 * A page where somebody of the demonstration is signed in, at an address of ours. The card is pressed once a file; later
 * pages bring the same session, as another tab would.
 */
export async function openAs(role: Role, path: string, options: Parameters<typeof openPage>[0] = {}): Promise<Page> {
  const page = await openPage({ viewport: desk, serviceWorkers: 'block', ...options })
  const kept = sessions.get(role)
  if (kept === undefined) {
    await signInByCard(page, role)
    sessions.set(role, await page.context().cookies())
  } else await page.context().addCookies(kept)
  await page.goto(`${address}${path}`)
  return page
}

/** Presses the card of a role and waits for the page behind it. */
export async function signInByCard(page: Page, role: Role): Promise<void> {
  await page.goto(`${address}${role === 'mother' ? '/me' : '/desk'}`)
  await page.getByRole('button', { name: cards[role] }).click()
  await page.getByRole('button', { name: '退出' }).waitFor()
}

/** The name on a role's card: people are drawn by chance, so that no test knows one beforehand. */
export async function nameOf(role: Role): Promise<string> {
  const page = await openPage({ viewport: desk })
  await page.goto(`${address}/desk`)
  const name = await page.getByRole('button', { name: cards[role] }).locator('[lang="zh-CN"]').textContent()
  if (name === null) throw new Error(`no name on the card of ${role}`)
  return name
}

/** Says why people are looked up, where the page still asks. */
export async function choosePurpose(page: Page, label = '人口登记'): Promise<void> {
  const button = page.getByRole('button', { name: label, exact: true })
  const chosen = page.getByRole('group', { name: '查看目的' }).getByText(label)
  await button.or(chosen).first().waitFor()
  if (await button.isVisible()) await button.click()
}

/** Types into the search box and presses Enter. */
export async function searchFor(page: Page, text: string): Promise<void> {
  await page.getByRole('searchbox').fill(text)
  await page.keyboard.press('Enter')
  await page.getByRole('status').filter({ hasText: /找到/u }).waitFor()
}

/** Finds a person and opens their page. */
export async function openPerson(page: Page, name: string): Promise<void> {
  await searchFor(page, name)
  await page.getByRole('link', { name, exact: true }).first().click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}
