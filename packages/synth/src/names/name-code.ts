import type { Random } from '../random/random.ts'
import { hui, mongolian, salar, tibetan, tu, uyghur } from './ethnicities.ts'
import { nameFashions, rareCharacters } from './given-characters.ts'
import { mongolianNames, tibetanNames, uyghurNames } from './peoples.ts'
import { huiSurnames, salarSurnames, surnamePicker, surnames, tuSurnames } from './surnames.ts'

/** Surname of a person whose people has none. */
export const noSurname = 0xffff

/** How a given name's code is to be read; its parts are bytes: style (low), then three indices. */
const style = { two: 0, one: 1, rare: 2, mongolian: 3, clan: 4, tibetan: 5, uyghur: 6 } as const

export interface NamedPerson {
  readonly ethnicity: number
  readonly sex: 'male' | 'female'
  readonly birthYear: number
}

export function hasSurname(ethnicity: number): boolean {
  return ethnicity !== mongolian && ethnicity !== tibetan && ethnicity !== uyghur
}

/** A surname for somebody who takes none from a father. */
export function drawSurname(ethnicity: number, random: Random): number {
  if (!hasSurname(ethnicity)) return noSurname
  if (ethnicity === hui) return huiSurnames.pick(random)
  if (ethnicity === salar) return salarSurnames.pick(random)
  return (ethnicity === tu ? tuSurnames : surnamePicker).pick(random)
}

/** A given name as one number; `nameOf` spells it. */
export function drawGivenName({ ethnicity, sex, birthYear }: NamedPerson, random: Random): number {
  if (ethnicity === mongolian) return drawMongolian(sex, random)
  if (ethnicity === tibetan) {
    // Two words, at times one; one in thirty has three, which is a name of six characters or more.
    const names = tibetanNames[sex]
    const words = random.chance(0.033) ? 3 : random.chance(0.15) ? 1 : 2
    const a = random.below(names.length)
    const b = another(a, names.length, random)
    const c = another(b, names.length, random)
    return pack(style.tibetan, a, words > 1 ? b + 1 : 0, words > 2 ? c + 1 : 0)
  }
  if (ethnicity === uyghur) {
    return pack(style.uyghur, random.below(uyghurNames[sex].length), random.below(uyghurNames.male.length), 0)
  }
  const fashion = fashionOf(birthYear)
  const { alone, first, second } = fashionsAt(fashion)[sex]
  const draw = random.unit()
  if (draw < 0.0015)
    return pack(style.rare, fashion, random.below(first.length + 1), random.below(rareCharacters.length))
  if (random.chance(fashionsAt(fashion).single)) return pack(style.one, fashion, random.below(alone.length), 0)
  return pack(style.two, fashion, skewed(first.length, random), skewed(second.length, random))
}

function drawMongolian(sex: 'male' | 'female', random: Random): number {
  const { first, second, alone } = mongolianNames[sex]
  if (random.chance(0.35)) return pack(style.mongolian, 255, random.below(alone.length), 0)
  const a = random.below(first.length)
  const drawn = random.below(second.length)
  const b = first[a] === second[drawn] ? another(drawn, second.length, random) : drawn
  if (random.chance(0.02)) return pack(style.clan, a, b, random.below(mongolianNames.clans.length))
  return pack(style.mongolian, a, b, 0)
}

/** The name a person is called by, surname first. */
export function nameOf({
  surname,
  given,
  sex,
}: {
  readonly surname: number
  readonly given: number
  readonly sex: 'male' | 'female'
}): string {
  return (surname === noSurname ? '' : (surnames[surname] ?? '')) + spell(given, sex)
}

function spell(given: number, sex: 'male' | 'female'): string {
  const [a, b, c] = [(given >>> 8) & 255, (given >>> 16) & 255, given >>> 24]
  switch (given & 255) {
    case style.two: {
      const { first, second } = fashionsAt(a)[sex]
      return (first[b] ?? '') + (second[c] ?? '')
    }
    case style.one:
      return fashionsAt(a)[sex].alone[b] ?? ''
    case style.rare:
      return (fashionsAt(a)[sex].first[b] ?? '') + (rareCharacters[c] ?? '')
    case style.mongolian:
    case style.clan: {
      const { first, second, alone } = mongolianNames[sex]
      if (a === 255) return alone[b] ?? ''
      const own = (first[a] ?? '') + (second[b] ?? '')
      return (given & 255) === style.clan ? `${mongolianNames.clans[c] ?? ''}·${own}` : own
    }
    case style.tibetan: {
      const names = tibetanNames[sex]
      return (names[a] ?? '') + (names[b - 1] ?? '') + (names[c - 1] ?? '')
    }
    default:
      return `${uyghurNames[sex][a] ?? ''}·${uyghurNames.male[b] ?? ''}`
  }
}

function pack(kind: number, a: number, b: number, c: number): number {
  return (kind | (a << 8) | (b << 16) | (c << 24)) >>> 0
}

/** Any index but this one: no word follows itself. */
function another(index: number, length: number, random: Random): number {
  return (index + 1 + random.below(length - 1)) % length
}

/** The front of a list is in fashion: the lesser of two draws. */
function skewed(length: number, random: Random): number {
  return Math.min(random.below(length), random.below(length))
}

function fashionOf(birthYear: number): number {
  let at = nameFashions.length - 1
  while (at > 0 && (nameFashions[at]?.from ?? 0) > birthYear) at--
  return at
}

function fashionsAt(at: number) {
  const fashion = nameFashions[at] ?? nameFashions[0]
  if (fashion === undefined) throw new RangeError('no fashions')
  return fashion
}
