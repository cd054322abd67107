import type { Words } from '@junheng/kernel'
import type { ClientBase } from 'pg'
import type { Reader } from '../database/statements.ts'
import type { DemoCard } from '../sign-in/demonstration.ts'
import { getPostKind } from '../staff/post-kinds.ts'
import { namesOfUsers } from '../staff/user-names.ts'
import { drawId } from './draw-id.ts'
import { postId } from './plan-staff.ts'

export interface DemoPlace {
  /** The county, six digits. */
  readonly region: string
  readonly seed: number
}

/** The users of the two residents who can be played. */
export function residentUser({ region, seed }: DemoPlace, who: 'mother' | 'elder'): string {
  return drawId(region, seed, 'resident', who)
}

const whatStaffTry: Readonly<Record<string, Words>> = {
  'county-officer': {
    zh: '查找全区的人、看一页档案、更正一条记录、紧急查看',
    en: 'Find people of the whole district, read a page, correct a record, read in an emergency',
  },
  'township-worker': {
    zh: '看本乡镇的待办、登记新生儿、替同事值班',
    en: 'See the township’s work, register a newborn',
  },
  'village-worker': { zh: '只看到本村（社区）的人和待办', en: 'See the people and the work of one village only' },
  'health-worker': {
    zh: '凭案件查看健康记录；紧急查看须写理由',
    en: 'Read health notes in a case; give a reason in an emergency',
  },
  'police-registrar': {
    zh: '办理落户；试着查看生育情况会被数据库拒绝并留痕',
    en: 'Register households; asking for births is refused by the database and recorded',
  },
  'school-clerk': { zh: '招生核对；生育情况同样看不到', en: 'Check school entry; births stay closed here too' },
  'hospital-clerk': {
    zh: '报一个新生儿，看家庭确认后各部门依次办结',
    en: 'Tell of a birth, and see the departments finish one after another',
  },
  'insurance-clerk': {
    zh: '办参保；系统停了就在这里办',
    en: 'Enrol in insurance, at the desk when the system is down',
  },
  'social-security-clerk': { zh: '办社保卡', en: 'Make social-security cards' },
  'tax-clerk': { zh: '收居民医保费', en: 'Take premiums' },
  'civil-affairs-clerk': { zh: '办收养登记，接收福利机构的孩子', en: 'Register adoptions, take children into care' },
  'data-officer': {
    zh: '让一个部门停机再恢复，处理死信，和部门对账',
    en: 'Take a department down and back, settle dead letters, reconcile',
  },
  'benefit-officer': {
    zh: '看规则的结论和依据，审核申领；更正后重新计算',
    en: 'See what the rules say and why, confirm claims, compute them anew',
  },
  'benefit-colleague': {
    zh: '同意或不同意另一位的意见；答复家庭的异议',
    en: 'Agree or disagree with a colleague’s proposal; answer objections',
  },
  'cashier-preparer': {
    zh: '制付款单、导入银行回单、对账到分；自己制的单自己不能批',
    en: 'Prepare payments, take the bank’s answer, reconcile to the fen; never approve one’s own',
  },
  'cashier-approver': {
    zh: '复核付款单，导出给银行',
    en: 'Approve payments and export them for the bank',
  },
  administrator: { zh: '设岗、配人、看空岗；看不到任何居民', en: 'Fill posts and see gaps; sees no resident at all' },
  reviewer: {
    zh: '查访问记录、看被拒绝的尝试、复核紧急查看',
    en: 'Read the access log and refusals, review emergencies',
  },
}

/** Order of the cards: those who serve people first. */
const staffCards = [
  'county-officer',
  'township-worker',
  'village-worker',
  'hospital-clerk',
  'health-worker',
  'police-registrar',
  'insurance-clerk',
  'social-security-clerk',
  'tax-clerk',
  'civil-affairs-clerk',
  'benefit-officer',
  'benefit-colleague',
  'cashier-preparer',
  'cashier-approver',
  'data-officer',
  'school-clerk',
  'administrator',
  'reviewer',
] as const

const residentCards = [
  {
    who: 'mother',
    title: { zh: '居民（一位妈妈）', en: 'Resident, a mother' },
    what: {
      zh: '看自己的档案、谁看过、为什么；申请更正',
      en: 'See one’s own data, who read it and why; ask for a correction',
    },
  },
  {
    who: 'elder',
    title: { zh: '居民（一位老人）', en: 'Resident, an elder' },
    what: { zh: '看自己的档案和查看记录', en: 'See one’s own data and its readings' },
  },
] as const

/** The post that is played of a kind, in the places of the played family. */
export function playedPost(
  place: DemoPlace,
  kind: string,
  at: { readonly township: string; readonly village: string },
): string {
  if (kind === 'township-worker') return postId(place, `${at.township} 0`)
  if (kind === 'village-worker') return postId(place, at.village)
  // The second of two: what differs from the rules needs another person.
  if (kind === 'benefit-colleague') return postId(place, 'benefit-officer 1')
  return postId(place, `${kind} 0`)
}

/** The cards of a demonstration as it stands in the database; none where it was never made. */
export async function readCards(client: ClientBase, place: DemoPlace): Promise<readonly DemoCard[]> {
  const { region } = place
  const { rows: linked } = await client.query<{
    id: string
    person: string
  }>('select actor as id, person from access.resident where region = $1 and actor = any ($2::uuid[])', [
    region,
    residentCards.map(({ who }) => residentUser(place, who)),
  ])
  const residents = await named(client, linked, ({ id }) => id)
  const mother = residents.find(({ id }) => id === residentUser(place, 'mother'))
  const { rows: homes } = await client.query<{ township: string; village: string | null }>(
    'select township, village from register.person where region = $1 and id = $2',
    [region, mother?.person],
  )
  const [home] = homes
  if (home === undefined || home.village === null) return []
  const at = { township: home.township, village: home.village }
  const { rows: holdings } = await client.query<{
    post: string
    user: string
    area: string
    zh: string
    en: string
  }>(
    `select h.post, h.holder as user, p.area, a.name_zh as zh, a.name_en as en from staff.holding h
     join staff.post p on p.region = h.region and p.id = h.post
     join staff.place a on a.region = p.region and a.code = p.area
     where p.region = $1 and a.region = $1 and h.region = $1 and h.role = 'holder' and h.valid @> staff.today() and h.post = any ($2::uuid[])`,
    [region, staffCards.map((kind) => playedPost(place, kind, at))],
  )
  const holders = await named(client, holdings, ({ user }) => user)
  const staff = staffCards.flatMap((kind) => {
    const found = holders.find(({ post }) => post === playedPost(place, kind, at))
    if (found === undefined) return []
    const { title } = getPostKind(kind === 'benefit-colleague' ? 'benefit-officer' : kind)
    const local = found.area !== region
    return [
      {
        id: kind,
        user: found.user,
        post: found.post,
        name: found.name,
        title: local ? { zh: `${found.zh} · ${title.zh}`, en: `${title.en}, ${found.en}` } : title,
        what: whatStaffTry[kind] ?? title,
      },
    ]
  })
  const people = residentCards.flatMap(({ who, title, what }) => {
    const found = residents.find(({ id }) => id === residentUser(place, who))
    return found === undefined
      ? []
      : [{ id: `resident-${who}`, user: found.id, person: found.person, post: null, name: found.name, title, what }]
  })
  return [...staff, ...people]
}

/** Rows of users with their names; without those who are none. */
async function named<T>(client: ClientBase, rows: readonly T[], userOf: (row: T) => string) {
  const db: Reader = { query: async (sql, values) => (await client.query(sql, [...(values ?? [])])).rows }
  const names = await namesOfUsers(db, rows.map(userOf))
  return rows.flatMap((row) => {
    const name = names.get(userOf(row))
    return name === undefined ? [] : [{ ...row, name }]
  })
}
