import { expect, it } from 'vitest'
import { shareLink } from './share-link.ts'

it('is made of the place and the benefit and nothing else', () => {
  const origin = 'https://example.org'
  expect(shareLink({ origin, placeId: 'xianan' })).toBe('https://example.org/xianan')
  expect(shareLink({ origin, placeId: 'xianan', benefitId: 'nursery-enrolment-aid' })).toBe(
    'https://example.org/xianan/benefit/nursery-enrolment-aid',
  )
})
