import { Converter } from 'opencc-js/t2cn'

const convert = Converter({ from: 't', to: 'cn' })
/** Characters the converter leaves because Taiwan keeps them; in these documents they are machine traditional. */
const left: Readonly<Record<string, string>> = { 著: '着', 乾: '干', 於: '于' }

/** Simplified Chinese of the same length, so that positions stay true. */
export function toSimplified(text: string): string {
  const whole = convert(text)
  const same = whole.length === text.length ? whole : Array.from(text, oneCharacter).join('')
  return same.replace(/[著乾於]/g, (c: string) => left[c] ?? c)
}

function oneCharacter(c: string): string {
  const simple = convert(c)
  return simple.length === c.length ? simple : c
}
