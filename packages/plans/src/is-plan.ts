import type { Outline } from './outline.ts'

const words = '人口|生育|托育|育儿|婴幼儿|照护|优生|妇幼|母婴|孕产|托位|女职工'
const subject = new RegExp(words)
const subjects = new RegExp(words, 'g')

/** Whether a text is a plan or rule about population, births or childcare: it has numbered items and speaks of them. */
export function isPlan(outline: Outline, text: string): boolean {
  if (outline.sections.length === 0) return false
  const sample = text.slice(0, 200_000)
  const found = new Set(sample.match(subjects) ?? [])
  const headed = `${outline.title ?? ''}${outline.sections.map(({ heading }) => heading).join('')}`
  return found.size >= 3 || subject.test(headed)
}
