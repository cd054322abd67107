/** Names of responsible units out of a list: separators, lost separators, elided prefixes. */

const organ =
  /(?:委员会|办公室|管理局|管理委员会|管委会|工委|委|局|厅|办|部|会|院|中心|行|社|处|公司|大队|支队|法院|检察院|政府|党委|街道|乡镇|镇|苏木|联|室|学院|办事处|单位|部门|协会|组|校|站|团|旗|区|县|市)$/

/** Level words a list may carry once for all its members. */
const prefix = /^(?:自治区|盟|省|市|州|区|县|旗|国家|中央|本级|区级|市级|县级|省级)/

/** Where a separator is lost, a new unit begins before these. */
const lostBefore = /(?<=[局委厅会办院部联室])(?=各(?:市|州|县|区|旗|乡|镇|街|级|有关|地))/g

export interface UnitList {
  readonly units: readonly string[]
  readonly missingSeparator: boolean
}

/** `盟发改委、卫健委，各旗人民政府` → 盟发改委, 盟卫健委, 各旗人民政府. */
export function readUnitList(text: string): UnitList {
  const cleaned = text.replace(/[（(][^（）()]*[）)]/g, (inner) => (/^[（(].{1,2}[）)]$/.test(inner) ? inner : ''))
  const split = cleaned.replace(lostBefore, '、')
  const missingSeparator = split !== cleaned
  const units: string[] = []
  // A full comma starts a group with its own prefix; 、和及 continue one.
  for (const group of split.split(/[，；]/)) {
    let carried = ''
    for (const piece of group.split(
      /、|以及|(?<=[局委厅会办院部联市])及(?=[各省市区县旗盟])|(?<=[局委厅会办院部])和(?=[各省市区县旗盟]|[^、]{2,8}(?:局|委|厅|会|办)$)/,
    )) {
      const name = piece
        .trim()
        .replace(/^(?:由|和|及|与|等)/, '')
        .replace(/(?:等|等部门|等单位|分别|按职责|共同)$/, '')
      if (name === '' || name.length > 30) continue
      const own = prefix.exec(name)?.[0] ?? ''
      if (name.startsWith('各')) {
        carried = '各'
        units.push(name)
      } else if (carried === '各' && !own) units.push(`各${name}`)
      else if (own !== '') {
        carried = own === '国家' || own === '中央' ? carried : own
        units.push(name)
      } else if (needsPrefix(name, carried)) units.push(`${carried}${name}`)
      else units.push(name)
    }
  }
  return { units: [...new Set(units)], missingSeparator }
}

/** Short department names lean on the prefix of the one before; proper names and party or league bodies do not. */
function needsPrefix(name: string, carried: string): boolean {
  if (carried === '' || carried === '各') return false
  if (/^(?:团|人大|政协|国家|[\u4e00-\u9fff]{2,6}(?:市|省|州|盟|县|区|银保监|人行))/.test(name)) return false
  return organ.test(name) && name.length <= 12
}
