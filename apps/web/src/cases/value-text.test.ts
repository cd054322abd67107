import { expect, it } from 'vitest'
import { valueText } from './value-text.ts'

const zh = {
  say: (text: { readonly zh: string }) => text.zh,
  language: 'zh',
  words: { yes: '是', no: '否', onFile: '已登记', yuan: (amount: string) => `${amount} 元` },
} as const
const text = { type: { kind: 'text' } }

it('says codes by their names, days in words, and yes and no', () => {
  const codes = [{ code: 'mother', label: { zh: '随母亲', en: 'with the mother' } }]
  expect(valueText({ type: { kind: 'code' }, codes }, 'mother', zh)).toBe('随母亲')
  expect(valueText({ type: { kind: 'date' } }, '2026-03-02', zh)).toBe('2026年3月2日')
  expect(valueText({ type: { kind: 'boolean' } }, false, zh)).toBe('否')
  expect(valueText({ type: { kind: 'money' } }, '500', zh)).toBe('500 元')
})

it('shows nothing of what the register keeps', () => {
  expect(valueText(text, 'ref:3f2a', zh)).toBe('已登记')
  expect(valueText(text, '李小溪', zh)).toBe('李小溪')
})
