import { expect, it } from 'vitest'
import { clockText, instantText, shortInstant } from './instant.ts'

it('says instants by the clocks of China, in both languages', () => {
  expect(instantText('2026-03-01T16:05:09.123456Z', 'zh')).toBe('2026年3月2日 00:05')
  expect(instantText('2026-03-01T16:05:09Z', 'en')).toBe('2 March 2026 00:05')
  expect(shortInstant('2026-12-31T15:59:00Z')).toBe('2026-12-31 23:59')
  expect(clockText('2026-12-31T16:00:00Z')).toBe('00:00')
})
