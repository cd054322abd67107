/** Words after which a new part of an address begins. */
const ends = /(?<=[省市区县旗州盟镇乡村街道路巷弄里组号栋幢楼室院庄寨屯湾])/
const longestKey = 24
const mostKeys = 8

/** Beginnings by which an address is found: of the whole and of each part, e.g. 永安街道…, 怀德路…, 12号…. */
export function addressKeys(address: string): readonly string[] {
  const text = normaliseAddress(address)
  const parts = text.split(ends)
  const keys = new Set<string>()
  for (let at = 0; at < parts.length && keys.size < mostKeys; at++) {
    const rest = parts.slice(at).join('')
    // A part of one character (道 after 街) begins nothing.
    if (rest.length > 1 && (parts[at] ?? '').length > 1) keys.add(rest.slice(0, longestKey))
  }
  return [...keys]
}

/** What is looked for among the keys; a whole address pasted in is longer than any key. */
export function addressPrefix(typed: string): string {
  return normaliseAddress(typed).slice(0, longestKey)
}

/** One form for what is typed in many: full-width figures and letters made narrow, no spaces. */
function normaliseAddress(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s,，、.]/g, '')
    .toLowerCase()
}
