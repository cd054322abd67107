import { findRegion, regionPath } from '@junheng/kernel/regions'
import { keyOf } from '../random/mix.ts'

/** Where a household lives, as numbers. */
export interface AddressCode {
  readonly county: number
  readonly countyName: string
  readonly urban: boolean
  /** Town or street office 0… of the county, and village or community 0… of the town. */
  readonly town: number
  readonly village: number
  /** House, or building and flat. */
  readonly number: number
}

/** Villages or communities of a town. */
export const villagesPerTown = 12

const front = Array.from('永长安新平兴和太福光春泰庆吉丰胜华明昌顺宁仁广建红金银龙凤青清玉云双石白杨柳桥河泉')
const back = Array.from('安兴宁平和乐春华康丰庆泰川河湖塘桥湾坪岭山庄堡店集溪泉林坝营寨口台园桥滩沟')
const roads = Array.from('解放建设人民中山幸福迎宾文化健康团结光明朝阳和平')

/** The names of an invented town or street office and of a village or community of it: 永安街道, 新河社区. */
export interface PlaceNames {
  readonly town: string
  readonly village: string
}

/** As they stand in the addresses of their households. */
export function placeNamesOf({ county, urban, town, village }: Omit<AddressCode, 'countyName' | 'number'>): PlaceNames {
  const pastoral = isPastoral(county)
  const townKind = urban ? '街道' : pastoral ? '苏木' : town % 3 === 2 ? '乡' : '镇'
  const villageKind = urban ? '社区' : pastoral ? '嘎查' : '村'
  return {
    town: `${inventedName(county, town, 0)}${townKind}`,
    village: `${inventedName(county, town, village + 1)}${villageKind}`,
  }
}

/** An address with a real county and invented town, village and street: `湖北省咸宁市咸安区永安街道…`. */
export function addressOf({ county, countyName, urban, town, village, number }: AddressCode): string {
  const head = regionHead(county, countyName)
  const names = placeNamesOf({ county, urban, town, village })
  const place = `${head}${names.town}${names.village}`
  if (!urban) return `${place}${1 + (number % 9)}组${1 + (number % 213)}号`
  const road = (keyOf(county, town, village) % (roads.length / 2)) * 2
  const building = 1 + (number % 37)
  const flat = `${1 + (Math.floor(number / 37) % 18)}0${1 + (Math.floor(number / 666) % 4)}`
  return `${place}${roads[road] ?? ''}${roads[road + 1] ?? ''}路${1 + (number % 198)}号${building}栋${flat}室`
}

/** The code by which a county is named in a fact: development zones of the census go by their city. */
export function registrationCode(county: number): number {
  return findRegion(county) === undefined ? Math.floor(county / 100) * 100 : county
}

const heads = new Map<number, string>()

function regionHead(county: number, name: string): string {
  let head = heads.get(county)
  if (head === undefined) {
    const path = regionPath(county) ?? `${regionPath(registrationCode(county)) ?? ''}${name}`
    heads.set(county, (head = path.replaceAll(' ', '')))
  }
  return head
}

/** Banners of the leagues of Inner Mongolia. */
function isPastoral(county: number): boolean {
  return Math.floor(county / 10_000) === 15 && Math.floor(county / 100) % 100 >= 20
}

function inventedName(county: number, town: number, village: number): string {
  const key = keyOf(county, town, village)
  return (front[key % front.length] ?? '') + (back[Math.floor(key / 1024) % back.length] ?? '')
}
