import { Converter } from 'opencc-js/t2cn'

const convert = Converter({ from: 't', to: 'cn' })

/** Simplified Chinese of the same length, so that positions stay true. */
export function toSimplified(text: string): string {
  const whole = convert(text)
  return leftOvers(whole.length === text.length ? whole : Array.from(text, oneCharacter).join(''))
}

function oneCharacter(c: string): string {
  const simple = convert(c)
  return simple.length === c.length ? simple : c
}

/** Characters the converter leaves because they also have a life of their own in simplified text. */
function leftOvers(text: string): string {
  return text
    .replaceAll('於', '于')
    .replace(/(?<![显卓名编昭原论专])著(?![名作述称书])/g, '着')
    .replace(/乾(?![坤隆县安清])/g, '干')
}

const traditionalOnly = /[優發區縣辦務員責單來個時說國際經濟實題產業後會學體應關與為將對開護願還協機構這種養齡嬰醫衛]/g

/** Whether a text is written in traditional characters: more than one in fifty changes. */
export function isTraditional(text: string): boolean {
  const sample = text.slice(0, 20_000)
  return (sample.match(traditionalOnly)?.length ?? 0) * 50 > sample.length
}
