const levels: readonly { pattern: RegExp; level: string }[] = [
  { pattern: /[\p{Script=Han}]{2,8}(?:自治区|省)/u, level: 'province' },
  { pattern: /(?:北京|上海|天津|重庆)市/u, level: 'province' },
  { pattern: /[\p{Script=Han}]{2,6}(?:自治州|盟|地区)/u, level: 'prefecture' },
  { pattern: /[\p{Script=Han}]{2,4}市/u, level: 'city' },
  { pattern: /[\p{Script=Han}]{2,4}(?:区|县|旗)/u, level: 'district' },
]

/** The jurisdiction a title or issuer names, and its level; empty when it names none. */
export function regionOf(text: string): { region: readonly string[]; level: string | null } {
  const cleaned = text.replace(/《|》|关于|中共|中国共产党|人口和计划生育|实施|印发/g, '')
  for (const { pattern, level } of levels.toReversed()) {
    const match = pattern.exec(cleaned)
    if (match && !/社区|辖区|地区|全区|自治区|各/.test(match[0]))
      return { region: [match[0]], level: municipal(match[0]) ? 'province' : level }
  }
  const province = levels[0]?.pattern.exec(cleaned)
  return province ? { region: [province[0]], level: 'province' } : { region: [], level: null }
}

const municipal = (name: string): boolean => /^(?:北京|上海|天津|重庆)市$/.test(name)
