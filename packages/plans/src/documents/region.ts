import { regionAncestors, regionsUnder, type Region } from '@junheng/kernel/regions'

export type PlaceLevel =
  | 'national'
  | 'province'
  | 'prefecture'
  | 'city'
  | 'county-level city'
  | 'county'
  | 'district'
  | 'banner'

export interface PlaceNamed {
  /** From the province down; empty where none is named. */
  readonly region: readonly string[]
  readonly level: PlaceLevel | null
  /** Six-digit code where the name is known and only one place bears it here. */
  readonly code: number | null
}

const nowhere: PlaceNamed = { region: [], level: null, code: null }
let byName: ReadonlyMap<string, readonly Region[]> | undefined

/** All places by name, read at first use. */
function regionsByName(): ReadonlyMap<string, readonly Region[]> {
  if (byName) return byName
  const found = new Map<string, Region[]>()
  const add = (region: Region): void => {
    found.set(region.name, [...(found.get(region.name) ?? []), region])
    if (region.level !== 'county') for (const inner of regionsUnder(region.code)) add(inner)
  }
  for (const province of regionsUnder(0)) add(province)
  byName = found
  return byName
}

const longestName = 15

/** Places of the table named in a text, longest first at each spot. */
function placesIn(
  text: string,
): readonly { readonly at: number; readonly name: string; readonly regions: readonly Region[] }[] {
  const names = regionsByName()
  const found: { at: number; name: string; regions: readonly Region[] }[] = []
  for (let at = 0; at < text.length; at += 1) {
    for (let length = Math.min(longestName, text.length - at); length >= 2; length -= 1) {
      const name = text.slice(at, at + length)
      const regions = names.get(name)
      // 郊区, 城区, 矿区 are places of the table and also plain words.
      if (!regions || (length === 2 && name.endsWith('区'))) continue
      found.push({ at, name, regions })
      at += length - 1
      break
    }
  }
  return found
}

/**
 * The jurisdiction of a document. `own` are the texts that name it (title, issuer), most telling first; `around` is
 * what stands near, read only to tell places of one name apart.
 */
export function placeNamed(own: readonly string[], around: string): PlaceNamed {
  const near = new Set(placesIn([...own, around].join('\n').slice(0, 3000)).map((place) => place.name))
  for (const name of own) {
    const text = name.replace(/(深圳|珠海|汕头|厦门)经济特区/, '$1市')
    const known = knownPlace(text, near)
    if (known) return known
    const unknown = unknownPlace(text)
    if (unknown) return unknown
  }
  return nowhere
}

/** The innermost place of the table that a text names first. */
function knownPlace(text: string, near: ReadonlySet<string>): PlaceNamed | null {
  const [first, ...others] = placesIn(text)
  if (first === undefined) return null
  // 湖北省咸宁市咸安区: names that follow at once go deeper.
  let end = first.at + first.name.length
  let chosen = first
  for (const other of others) {
    if (other.at !== end) break
    chosen = other
    end = other.at + other.name.length
  }
  const tail = unknownTail.exec(text.slice(end))
  if (tail) {
    const [region] = chosen.regions
    const path = region ? [...regionAncestors(region.code).map(({ name }) => name), chosen.name] : [chosen.name]
    return { region: [...path, tail[0]], level: levelOf(tail[0]), code: null }
  }
  const named = (region: Region): number => regionAncestors(region.code).filter(({ name }) => near.has(name)).length
  const most = Math.max(...chosen.regions.map(named))
  const candidates = chosen.regions.filter((region) => named(region) === most)
  const [region] = candidates
  if (region === undefined || candidates.length > 1)
    return { region: [chosen.name], level: levelOf(chosen.name), code: null }
  return {
    region: [...regionAncestors(region.code).map(({ name }) => name), region.name],
    level: region.level === 'province' ? 'province' : levelOf(region.name, region),
    code: region.code,
  }
}

const unknownTail =
  /^[\p{Script=Han}]{1,4}?(?:新区|开发区|区|县|旗)(?=[\p{Script=Han}]{0,4}(?:优化|关于|促进|人民|政府|党|积极|生育|育儿|托育|三年|加快|实施|卫生|$))/u
const invented =
  /^(?:中共|中国共产党)?(?:关于(?:印发|进一步|加快|促进|推进|做好|优化|加强|支持|完善)*)?《?((?:[\p{Script=Han}]{2,4}?(?:省|自治区))?(?:[\p{Script=Han}]{2,5}?(?:自治州|地区|盟|市))?(?:(?:(?!委)[\p{Script=Han}]){1,5}?(?:自治县|自治旗|新区|开发区|区|县|旗|市))?)(?=[\p{Script=Han}\d])/u

/** A place the table does not hold, by the look of its name at the head of a text. */
function unknownPlace(text: string): PlaceNamed | null {
  const whole = invented.exec(text)?.[1] ?? ''
  if (whole === '' || /^(?:国家|中央|社区|全区|本区|各)/.test(whole) || /人口|生育|社会|经济|措施/.test(whole))
    return null
  const region =
    whole.match(/[\p{Script=Han}]{1,5}?(?:自治区|自治州|自治县|自治旗|新区|开发区|省|地区|盟|市|区|县|旗)/gu) ?? []
  const last = region[region.length - 1]
  return last === undefined ? null : { region, level: levelOf(last), code: null }
}

function levelOf(name: string, region?: Region): PlaceLevel {
  if (/(?:省|自治区)$/.test(name) || /^(?:北京|上海|天津|重庆)市$/.test(name)) return 'province'
  if (/(?:盟|自治州|地区)$/.test(name)) return 'prefecture'
  if (name.endsWith('市')) return region?.level === 'county' ? 'county-level city' : 'city'
  if (name.endsWith('旗')) return 'banner'
  return name.endsWith('县') ? 'county' : 'district'
}
