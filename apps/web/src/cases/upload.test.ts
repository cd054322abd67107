import { expect, it } from 'vitest'
import { claimedType } from './upload.ts'

it('takes the type from the ending where the phone leaves it empty', () => {
  expect(claimedType({ name: 'IMG_0001.HEIC', type: '' })).toBe('image/heic')
  expect(claimedType({ name: 'a.pdf', type: 'application/pdf' })).toBe('application/pdf')
  expect(claimedType({ name: 'note', type: '' })).toBe('application/octet-stream')
})
