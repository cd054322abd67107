import type { Words } from '@junheng/kernel'
import { pinyin } from 'pinyin-pro'
import { latin } from '../register/name-keys.ts'
import type { postKinds } from '../staff/post-kinds.ts'
import { drawId } from './draw-id.ts'
import type { DemoPlaces, DemoTownship } from './places.ts'

type Kind = (typeof postKinds)[number]['kind']

export interface DemoUnit {
  readonly id: string
  readonly area: string
  readonly name: Words
}

export interface DemoPost {
  readonly id: string
  readonly kind: Kind
  readonly unit: string
  readonly area: string
  /** Nobody: the post is vacant. */
  readonly holder: string | null
  readonly substitute: string | null
}

export interface DemoUser {
  readonly id: string
  readonly name: string
  readonly username: string
}

/** Who works in a county of the demonstration, in which unit, and which posts nobody fills. */
export interface DemoStaff {
  readonly units: readonly DemoUnit[]
  readonly posts: readonly DemoPost[]
  readonly users: readonly DemoUser[]
}

const countyUnits = [
  { key: 'data', name: { zh: '数据与网络中心', en: 'Data centre' }, posts: ['administrator', 'data-officer'] },
  {
    key: 'health',
    name: { zh: '卫生健康局人口家庭科', en: 'Health bureau, population and family' },
    posts: ['county-officer', 'county-officer', 'county-officer'],
  },
  {
    key: 'hospital',
    name: { zh: '妇幼保健院', en: 'Maternal and child health hospital' },
    posts: ['health-worker', 'health-worker', 'hospital-clerk'],
  },
  {
    key: 'police',
    name: { zh: '公安分局户籍窗口', en: 'Police, household registration' },
    posts: ['police-registrar'],
  },
  { key: 'school', name: { zh: '教育局招生办', en: 'Education bureau, school entry' }, posts: ['school-clerk'] },
  { key: 'insurance', name: { zh: '医疗保障局', en: 'Medical insurance bureau' }, posts: ['insurance-clerk'] },
  {
    key: 'social-security',
    name: { zh: '人力资源和社会保障局', en: 'Social security bureau' },
    posts: ['social-security-clerk'],
  },
  { key: 'tax', name: { zh: '税务局', en: 'Tax bureau' }, posts: ['tax-clerk'] },
  { key: 'civil-affairs', name: { zh: '民政局', en: 'Civil affairs bureau' }, posts: ['civil-affairs-clerk'] },
  { key: 'audit', name: { zh: '审计局', en: 'Audit bureau' }, posts: ['reviewer', 'reviewer'] },
  {
    key: 'benefits',
    name: { zh: '卫生健康局待遇审核组', en: 'Health bureau, benefits' },
    // Two: to decide otherwise than the rules say needs a second person.
    posts: ['benefit-officer', 'benefit-officer'],
  },
  { key: 'finance', name: { zh: '财政局', en: 'Finance bureau' }, posts: ['cashier-preparer', 'cashier-approver'] },
] as const

/** Every so many-th post of a kind is vacant, so that gaps show: one township in nine has nobody at all. */
const vacant = { countyOfficer: 3, secondOfTownship: 5, wholeTownship: 9, village: 14 }

/**
 * Units, posts and their holders. `keep` names the places whose posts are filled whatever the pattern says, because the
 * demonstration is played there.
 */
export function planStaff(options: {
  readonly region: string
  readonly seed: number
  readonly places: DemoPlaces
  readonly names: readonly string[]
  readonly keep: { readonly township: string; readonly village: string }
}): DemoStaff {
  const { region, seed, places, names, keep } = options
  const users: DemoUser[] = []
  const hire = (): string => {
    const at = users.length
    const name = names[at % names.length] ?? '王明'
    const id = drawId(region, seed, 'user', at)
    users.push({ id, name, username: `${latin(pinyin(name, { toneType: 'none' })).slice(0, 30)}${at + 1}` })
    return id
  }
  const units: DemoUnit[] = []
  const posts: DemoPost[] = []
  const open = (unit: DemoUnit, post: { kind: Kind; area: string; key: string; filled: boolean }) =>
    posts.push({
      id: postId({ region, seed }, post.key),
      kind: post.kind,
      unit: unit.id,
      area: post.area,
      holder: post.filled ? hire() : null,
      substitute: null,
    })
  for (const { key, name, posts: kinds } of countyUnits) {
    const unit = { id: drawId(region, seed, 'unit', key), area: region, name }
    units.push(unit)
    kinds.forEach((kind, i) => {
      const number = kinds.slice(0, i).filter((one) => one === kind).length
      const filled = kind !== 'county-officer' || number + 1 !== vacant.countyOfficer
      open(unit, { kind, area: region, key: `${kind} ${number}`, filled })
    })
  }
  places.townships.forEach((township, at) => {
    const unit = townshipUnit(township, { region, seed })
    units.push(unit)
    const nobody = (at + 1) % vacant.wholeTownship === 0 && township.code !== keep.township
    for (const second of at % 4 === 3 ? [0] : [0, 1]) {
      const filled = !nobody && (second === 0 || (at + 1) % vacant.secondOfTownship !== 0)
      open(unit, { kind: 'township-worker', area: township.code, key: `${township.code} ${second}`, filled })
    }
    township.villages.forEach(({ code }, i) => {
      const filled = (at * 5 + i) % vacant.village !== 3 || code === keep.village
      open(unit, { kind: 'village-worker', area: code, key: code, filled })
    })
  })
  return { units, users, posts: withSubstitute(posts, keep) }
}

/** The id of a post: of a county's by kind and number from 0, of a township's by code and number, of a village's by code. */
export function postId({ region, seed }: { readonly region: string; readonly seed: number }, key: string): string {
  return drawId(region, seed, 'post', key)
}

function townshipUnit({ code, name }: DemoTownship, { region, seed }: { region: string; seed: number }): DemoUnit {
  const office = name.zh.endsWith('街道') ? '办事处' : '人民政府'
  return {
    id: drawId(region, seed, 'unit', code),
    area: code,
    name: { zh: `${name.zh}${office}`, en: `${name.en} Government` },
  }
}

/** The first worker of another township than the played one is away; a neighbour's worker stands in. */
function withSubstitute(posts: readonly DemoPost[], keep: { readonly township: string }): readonly DemoPost[] {
  const workers = posts.filter(
    ({ kind, holder, area }) => kind === 'township-worker' && holder !== null && area !== keep.township,
  )
  const [away, other] = [workers[0], workers.find(({ area }) => area !== workers[0]?.area)]
  return posts.map((post) => (post === away && other !== undefined ? { ...post, substitute: other.holder } : post))
}
