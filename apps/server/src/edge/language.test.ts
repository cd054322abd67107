import { expect, it } from 'vitest'
import { acceptedLanguage } from './language.ts'

it.each([
  [undefined, 'zh'],
  ['', 'zh'],
  ['fr-FR', 'zh'],
  ['en', 'en'],
  ['en-US,en;q=0.9', 'en'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  ['zh;q=0.3,en;q=0.8', 'en'],
  ['en;q=0,zh', 'zh'],
  ['english', 'zh'],
])('reads %s as %s', (header, language) => {
  expect(acceptedLanguage(header)).toBe(language)
})
