import { expect, it } from 'vitest'
import { citedText } from './cited.ts'

it('says the law and the article, as people say them', () => {
  expect(citedText({ title: '中华人民共和国户口登记条例', clause: '第七条' })).toBe('《户口登记条例》第七条')
  expect(citedText({ title: '《出生一件事实施方案》', clause: '二/(一)' })).toBe('《出生一件事实施方案》二/(一)')
})

it('invents no title', () => {
  expect(citedText({ title: null, clause: '第七条' })).toBe('第七条')
})
