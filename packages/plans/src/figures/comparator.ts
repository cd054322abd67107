import type { Quantity } from './quantity.ts'

/** How a number binds: `>=` 不低于, `<=` 不超过, `range`, `=` with no modifier. */
export function comparatorOf(text: string, quantity: Quantity): '>=' | '<=' | '=' | 'range' {
  const ahead = text
    .slice(Math.max(0, quantity.start - 80), quantity.start)
    .replace(/《[^》]*》?/g, '')
    .slice(-24)
  const behind = text.slice(quantity.end, quantity.end + 10)
  if (atLeast(ahead, behind)) return '>='
  if (atMost(ahead, behind)) return '<='
  return Array.isArray(quantity.value) ? 'range' : '='
}

function atLeast(ahead: string, behind: string): boolean {
  if (/[≥＞>]$/.test(ahead) || /^(?:（含）)?(?:及|或)?(?:其)?以上/.test(behind)) return true
  return /(?:不低于|不少于|不得低于|不得少于|至少|最低|超过|不小于|大于|高于|突破|不早于|不短于)[\p{Script=Han}（）“]{0,12}$/u.test(
    ahead.replace(/不(?:得)?(?:超过|高于|大于)/g, '〇'),
  )
}

function atMost(ahead: string, behind: string): boolean {
  if (/[≤＜<]$/.test(ahead) || /^(?:（含）)?(?:及|或)?(?:以下|以内|之内|封顶|为限|内(?!容|设|部|外))/.test(behind))
    return true
  return /(?:不超过|不高于|不得高于|不得超过|不大于|至多|最多|最高|上限|低于|少于|小于|不晚于|封顶)(?:可|达到?|为|至|到|不超过|[\p{Script=Han}（）]{0,14})$/u.test(
    ahead.replace(/不(?:得)?(?:低于|少于|小于)/g, '〇'),
  )
}
