import { describe, expect, it } from 'vitest'
import { Random } from '../random/random.ts'
import { ethnicities, han, hui, minorityPicker, mongolian, tibetan, uyghur } from './ethnicities.ts'
import { nameFashions, rareCharacters } from './given-characters.ts'
import { drawGivenName, drawSurname, hasSurname, nameOf, noSurname } from './name-code.ts'
import { surnames } from './surnames.ts'

function names(ethnicity: number, count: number, birthYear = 1990): readonly string[] {
  const random = new Random(ethnicity + birthYear)
  return Array.from({ length: count }, (_, at) => {
    const sex = at % 2 === 0 ? 'male' : 'female'
    const surname = drawSurname(ethnicity, random)
    return nameOf({ surname, given: drawGivenName({ ethnicity, sex, birthYear }, random), sex })
  })
}

describe('names', () => {
  it('have a surname from a list of a hundred and more, without repeats, in the ministry’s order', () => {
    expect(new Set(surnames).size).toBe(surnames.length)
    expect(surnames.slice(0, 5)).toEqual(['王', '李', '张', '刘', '陈'])
    expect([surnames.indexOf('万') + 1, surnames.indexOf('欧') + 1]).toEqual([91, 97])
  })

  it('have surnames as often as people have them', () => {
    const random = new Random(1)
    const counts = new Map<string, number>()
    for (let at = 0; at < 100_000; at++) {
      const name = surnames[drawSurname(han, random)] ?? ''
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
    const percent = (name: string) => (counts.get(name) ?? 0) / 1000
    expect(Math.abs(percent('王') - 7.25)).toBeLessThan(0.4)
    expect(Math.abs(percent('张') - 6.83)).toBeLessThan(0.4)
    const hundred = surnames.slice(0, 100).reduce((sum, name) => sum + percent(name), 0)
    expect(Math.abs(hundred - 85.9)).toBeLessThan(1)
  })

  it('are two or three characters for Han people of every time, four with a double surname', () => {
    for (const { from } of nameFashions) {
      for (const name of names(han, 400, from)) expect(Array.from(name).length).toBeGreaterThanOrEqual(2)
    }
    expect(names(han, 20_000).some((name) => name.startsWith('欧阳'))).toBe(true)
  })

  it('hold rare characters now and then, some of them outside the basic plane', () => {
    const rare = names(han, 60_000).filter((name) => Array.from(name).some((sign) => rareCharacters.includes(sign)))
    expect(rare.length).toBeGreaterThan(30)
    expect(rare.length).toBeLessThan(400)
    expect(rare.some((name) => name.length > Array.from(name).length)).toBe(true)
  })

  it('are long for Mongolian and Tibetan people, with no surname', () => {
    for (const people of [mongolian, tibetan, uyghur]) {
      expect(hasSurname(people)).toBe(false)
      expect(drawSurname(people, new Random(1))).toBe(noSurname)
    }
    expect(names(tibetan, 2000).some((name) => name.length >= 6)).toBe(true)
    expect(names(tibetan, 2000).some((name) => /(..)\1/.test(name))).toBe(false)
    expect(names(mongolian, 2000).some((name) => name.length >= 6)).toBe(true)
    expect(names(mongolian, 2000).some((name) => name.includes('·'))).toBe(true)
    expect(names(uyghur, 50).every((name) => name.includes('·'))).toBe(true)
    expect(names(hui, 500).filter((name) => name.startsWith('马')).length).toBeGreaterThan(180)
  })

  it('are never empty, whatever the people and the year', () => {
    for (const people of ethnicities.keys()) {
      for (const year of [1920, 1955, 1975, 1999, 2015, 2055]) {
        for (const name of names(people, 60, year)) expect(name.length).toBeGreaterThan(0)
      }
    }
  })

  it('follow the county’s minorities', () => {
    expect(minorityPicker(630225).codes).toContain(35)
    expect(minorityPicker(152921).codes[0]).toBe(mongolian)
    expect(minorityPicker(421202).codes).toEqual([97])
  })
})
