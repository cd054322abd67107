import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { answerQuestions } from '../browser/answer-questions.ts'
import { address, complaints, openPage } from '../browser/open-page.ts'

let page: Page

describe('a mother of 71 who lost her only child, in Tianjia’an', () => {
  beforeAll(async () => {
    page = await openPage()
    await page.goto(`${address}/tianjiaan?on=2026-03-01`)
  })

  it('is told at once that the plan is a draft', async () => {
    await page.locator('.place-head .notice.warn').waitFor()
    expect(await page.locator('.place-head .notice.warn').textContent()).toMatch(/送审稿|征求意见稿/u)
  })

  it('says whom it is about and is asked of nothing else', async () => {
    await page.getByRole('button', { name: /特殊家庭/u }).click()
    const asked = await answerQuestions(page, [
      { question: /出生日期/u, reply: { day: '1954-06-15' } },
      { question: /计划生育特殊家庭吗/u, reply: { press: '独生子女死亡' } },
    ])
    expect(asked.join()).not.toMatch(
      /流产|辅助生殖|婚育消费贷款|登记结婚|独生子女的父母吗|正在住院|托育|孩子的出生日期|这位家人的户口/u,
    )
  })

  it('is told of nothing that concerns parents of the young', async () => {
    const text = await page.locator('main').innerText()
    expect(text).not.toMatch(/避孕|婚前|孕前|产假|贷款/u)
  })

  it('sees 400 yuan a month and why', async () => {
    const card = page.locator('article.answer-card', { hasText: '护理补贴' }).first()
    const text = await card.innerText()
    expect(text).toContain('每月 400 元')
    expect(text).toMatch(/因为.*特殊家庭.*已满 60 岁/su)
    expect(text).toMatch(/70 岁 400 元/u)
    await card.locator('details').evaluate((element) => element.setAttribute('open', ''))
    expect(await card.locator('cite').innerText()).toMatch(/田家庵区/u)
  })

  it('sees on the card, unfolded, that it is not in force yet', async () => {
    expect(
      await page.locator('article.answer-card', { hasText: '护理补贴' }).first().locator('.doubt').textContent(),
    ).toMatch(/没有正式施行|没有生效/u)
  })

  it('met no error on the way', () => {
    expect(complaints).toEqual([])
  })
})
