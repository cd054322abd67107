import type { Words } from '@junheng/kernel'

/** Longest name accepted, in characters: Tibetan and Mongolian names with father's name and title stay far below. */
const longest = 100

/** Letters and marks of any script, characters of private use (rare characters not yet in Unicode), and joints. */
const allowed = /^[\p{L}\p{M}\p{Co}·'’\- \u0f0b\u0f0c\u180a-\u180e\u200c\u200d]+$/u
const oneAllowed = /[\p{L}\p{M}\p{Co}·'’\- \u0f0b\u0f0c\u180a-\u180e\u200c\u200d]/u

export type ReadName = { readonly ok: true; readonly name: string } | { readonly ok: false; readonly message: Words }

/** A name as it is kept: one form of each character (NFC), one kind of middle dot, single spaces. */
export function readName(text: string): ReadName {
  if (!text.isWellFormed()) {
    return no({ zh: '姓名里有损坏的字符，请重新输入', en: 'The name holds a broken character; type it again' })
  }
  const name = text
    .normalize('NFC')
    .replace(/[•‧・∙⋅･]/g, '·')
    .replace(/\s+/g, ' ')
    .trim()
  const length = Array.from(name).length
  if (length === 0) return no({ zh: '请填写姓名', en: 'Give a name' })
  if (length > longest) {
    return no({
      zh: `姓名最多 ${longest} 个字符，现在有 ${length} 个`,
      en: `A name has at most ${longest} characters; this has ${length}`,
    })
  }
  if (!allowed.test(name) || !/[\p{L}\p{Co}]/u.test(name)) {
    const wrong = Array.from(name).find((character) => !oneAllowed.test(character)) ?? name
    return no({ zh: `姓名里不能有“${wrong}”`, en: `A name cannot hold "${wrong}"` })
  }
  return { ok: true, name }
}

function no(message: Words): ReadName {
  return { ok: false, message }
}
