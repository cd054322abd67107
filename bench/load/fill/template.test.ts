import { describe, expect, it } from 'vitest'
import { copyText } from './copy-text.ts'
import { makeTemplate } from './template.ts'

describe('a template', () => {
  const read = (found: string) => (found === 'x' ? (copy: { x: string }) => copy.x : null)

  it('fills its gaps and leaves the rest', () => {
    const template = makeTemplate('axbyx', { pattern: /[xy]/g, read })
    expect(template.write({ x: '1' })).toBe('a1by1')
    expect(template.write({ x: '' })).toBe('aby')
  })

  it('treats only what lies between', () => {
    const template = makeTemplate('axyb', { pattern: /[xy]/g, read, plain: (part) => part.toUpperCase() })
    expect(template.write({ x: 'small' })).toBe('AsmallYB')
  })
})

describe('values for COPY', () => {
  it('are written as PostgreSQL reads them', () => {
    expect(copyText(null)).toBe(String.raw`\N`)
    expect(copyText('a\tb\\c\nd')).toBe(String.raw`a\tb\\c\nd`)
    expect(copyText(Buffer.from('01ff', 'hex'))).toBe(String.raw`\\x01ff`)
    expect(copyText({ a: 'q"' })).toBe(String.raw`{"a":"q\\""}`)
    expect(copyText(['a', 'b"'])).toBe(String.raw`{"a","b\\""}`)
    expect(copyText(false)).toBe('f')
  })
})
