import type { Text } from '../types.ts'

/** How a Chinese label that says something is so says that it is not, by its first words; the longest first. */
const chinese: readonly (readonly [prefix: string, negated: string])[] = [
  ['经认定', '未经认定'],
  ['已', '未'],
  ['需要', '不需要'],
  ['确需', '不需要'],
  ['符合', '不符合'],
  ['有', '没有'],
  ['在', '不在'],
  ['住在', '不住在'],
  ['参加', '未参加'],
  ['申请', '未申请'],
  ['取得', '未取得'],
  ['缴存', '未缴存'],
  ['确诊', '未确诊'],
  ['是', '不是'],
  ['吸纳', '未吸纳'],
  ['领有', '未领有'],
  ['持有', '未持有'],
]

/** The same inside a label. */
const negatedVerbs: Readonly<Record<string, string>> = {
  已: '未',
  在: '不在',
  是: '不是',
  参加: '未参加',
  持有: '未持有',
  领有: '未领有',
}

/** English verbs that begin a label, with their plain forms. */
const english: ReadonlyMap<string, string> = new Map([
  ['attends', 'attend'],
  ['needs', 'need'],
  ['meets', 'meet'],
  ['applies', 'apply'],
  ['wants', 'want'],
  ['lives', 'live'],
  ['adds', 'add'],
  ['builds', 'build'],
  ['employs', 'employ'],
  ['works', 'work'],
  ['has', 'have'],
  ['pays', 'pay'],
  ['holds', 'hold'],
  ['receives', 'receive'],
])

/** True when the label goes on from a subject: 已入托, attends a nursery. */
export function isPredicate(label: Text): { readonly zh: boolean; readonly en: boolean } {
  return {
    zh: chinese.some(([prefix]) => label.zh.startsWith(prefix)),
    en: english.has(firstWord(label.en)),
  }
}

/** 已入托 → 未入托; attends a nursery → does not attend a nursery; any other: 并非…, not …. */
export function negateLabel(label: Text): Text {
  return { zh: negateChinese(label.zh), en: negateEnglish(label.en) }
}

function negateChinese(zh: string): string {
  for (const [prefix, negated] of chinese) if (zh.startsWith(prefix)) return negated + zh.slice(prefix.length)
  // 托育机构已登记备案, 母亲在用人单位上班: the verb stands after its subject.
  const inside = /^(.{2,4}?)(已|在|是|参加|持有|领有)(.+)$/u.exec(zh)
  const verb = inside?.[2]
  if (inside !== null && verb !== undefined) return `${inside[1] ?? ''}${negatedVerbs[verb] ?? ''}${inside[3] ?? ''}`
  return `并非${zh}`
}

function negateEnglish(en: string): string {
  const first = firstWord(en)
  if (/^has (had|been|\w+ed) /.test(en)) return en.replace('has ', 'has not ')
  const plain = english.get(first)
  if (plain !== undefined) return `does not ${plain}${en.slice(first.length)}`
  if (/ has (had|been|\w+ed) /.test(en)) return en.replace(' has ', ' has not ')
  if (/ is /.test(en)) return en.replace(' is ', ' is not ')
  if (/ has /.test(en)) return en.replace(' has ', ' does not have ')
  return `not ${en}`
}

function firstWord(en: string): string {
  return en.split(' ')[0] ?? ''
}
