import { pinyin } from 'pinyin-pro'

/** What a name is found by. Latin keys are small letters without tones or spaces. */
export interface NameKeys {
  /** The name without its surname; the name itself where there is none to take off. */
  readonly givenName: string
  readonly pinyin: string
  readonly givenPinyin: string
  readonly initials: string
}

const chinese = /\p{Script=Han}/u
/** The double surnames still borne by many; any other Han name has a surname of one character. */
const doubleSurnames = new Set(
  '欧阳 上官 司马 诸葛 皇甫 尉迟 公孙 慕容 令狐 司徒 司空 夏侯 东方 南宫 端木 百里 呼延 轩辕 宇文 长孙 独孤 澹台 公冶 宗政 濮阳 淳于 单于 太叔 申屠 仲孙 钟离 闻人 赫连 万俟 闾丘 第五'.split(
    ' ',
  ),
)
const known = new Map<string, readonly string[]>()

/** Keys of a name as it is kept (see readName). */
export function nameKeys(name: string): NameKeys {
  const characters = Array.from(name)
  const han = characters.every((character) => chinese.test(character))
  const surnameLength =
    !han || characters.length < 2 ? 0 : doubleSurnames.has(name.slice(0, 2)) && characters.length > 2 ? 2 : 1
  // A name of several parts (古丽娜尔·艾买提) is found by its last part too.
  const parts = name.split(/[· ]/).filter(Boolean)
  const givenName = han ? characters.slice(surnameLength).join('') : (parts.at(-1) ?? name)
  const syllables = readSyllables(name, 'head')
  return {
    givenName,
    pinyin: syllables.join(''),
    givenPinyin: readSyllables(givenName, 'off').join(''),
    initials: syllables.map((syllable) => syllable.slice(0, 1)).join(''),
  }
}

/** One syllable a Han character, one word a run of Latin letters; scripts without a reading are left out. */
function readSyllables(text: string, surname: 'head' | 'off'): readonly string[] {
  const key = surname + text
  const found = known.get(key)
  if (found !== undefined) return found
  const syllables = text
    .split(/[\s·'’-]+/)
    .flatMap((part) => pinyin(part, { toneType: 'none', type: 'array', surname, v: true, nonZh: 'consecutive' }))
    .map((syllable) => latin(syllable))
    .filter((syllable) => syllable !== '')
  // Names repeat: a county of a million has a quarter as many.
  if (known.size > 300_000) known.clear()
  known.set(key, syllables)
  return syllables
}

/** Small letters a to z only; accents are taken off. */
export function latin(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
}
