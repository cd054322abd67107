import type { UnitRoles } from '../outline.ts'
import { organHead } from './organ-words.ts'
import { readUnitList } from './unit-list.ts'

type Role = keyof UnitRoles

/** Who answers for what, as one bracket or line says it. */
export interface UnitStatement extends UnitRoles {
  readonly missingSeparator: boolean
  /** Units the statement names for the whole document. */
  readonly everywhere: readonly string[]
  /** What the statement says of the time: 完成时限：2025年底. Offsets in the statement. */
  readonly timing: { readonly start: number; readonly end: number } | null
  /** A list of names without a word for their part: taken as joint. */
  readonly bare: boolean
}

/** Labels before a list: 牵头单位：… */
const labels: readonly { readonly role: Role; readonly words: RegExp }[] = [
  { role: 'lead', words: /牵头|主责|主管|主办/ },
  { role: 'support', words: /配合|参与|协办|协助|协同|支持/ },
  { role: 'implement', words: /落实|实施|承办|执行/ },
  { role: 'joint', words: /责任|负责|分工/ },
]
const label =
  /(?:^|[；;。，,、\s（]|(?<=[局委厅办会府部]))((?:第一)?(?:牵头|主责|主管|主办|责任|配合|参与|协办|协助|落实|实施|承办|执行|负责)(?:和责任|及责任|责任)?(?:单位|部门|主体|科室|处室)|(?:牵头|配合|参与|协办|责任|落实|主办|承办)(?=[：:]))(?:[：:]|为(?!$|[，；。])|(?<=^.{4}|^.{6}))/g
const timing =
  /(?:完成时限|完成时间|时间要求|时限要求|完成期限|时间节点|推进时间|工作时限)[：:]?|(?<=[；;，。])(?=20\d\d年[^；;，。]{0,8}完成)/

/** Words behind a list: …牵头, …按职责分工负责, …配合, …落实. */
const rolePhrases: readonly { readonly role: Role | 'answer'; readonly phrase: RegExp }[] = [
  {
    role: 'lead',
    phrase:
      /(?:作?为(?=牵头单位|牵头部门))?(?:按(?:照)?(?:各自)?职责(?:分工)?)?(?:负责)?牵头(?:单位|部门|负责|组织|落实|实施|推进|抓总)?/g,
  },
  {
    role: 'support',
    phrase:
      /(?:作?为(?=配合单位|参与单位|协办单位))?(?:按(?:照)?(?:各自)?职责(?:分工)?)?(?:积极|做好|协同|予以|共同)?(?:配合|参与|协助|协办|协同)(?:单位|部门|做好|落实|推进|实施)?/g,
  },
  {
    role: 'implement',
    phrase: /(?:按(?:照)?(?:各自)?职责(?:分工)?)?(?:具体|分别|负责|组织|抓好)?(?:落实|实施|组织实施)(?=$|[，；。])/g,
  },
  {
    role: 'answer',
    phrase:
      /(?:等)?(?:(?:按照?|依|根据)(?:各自)?(?:职责|职能|责任)(?:分工)?)?(?:分别|共同|具体|各自|分工)?负责(?:推进|实施|落实)?|(?:按照?|依|根据)(?:各自)?(?:职责|职能)(?:分工)/g,
  },
]

/** A rule within the list; whether it holds is settled for the whole text. */
const firstRule =
  /[，,；;。]?(?:排|列)(?:名)?(?:在)?(?:第一|首)位?的?(?:单位|部门)?(?:均)?为(?:该项)?(?:工作)?牵头(?:单位|部门)/g

/** Persons who answer are no bodies. */
const persons = /(?:责任领导|责任人|联系人|分管领导|牵头领导|包保领导)[：:][^；;。]*[；;。]?/g

const anyRole = /牵头|责任单位|责任部门|责任主体|负责|落实|配合|参与单位|主办单位|主责|实施单位|承办单位|协办|按职责/
const strongRole = /牵头|责任单位|责任部门|责任主体|按(?:照)?(?:各自)?职责|主责|配合单位|参与单位|[委局厅办府会部]负责/
const longest = 600

/** Reads a statement of responsible units, or null when it is none. Roles come from words, never from order. */
export function readUnitStatement(inner: string): UnitStatement | null {
  if (inner.length > longest || !anyRole.test(inner)) return null
  const roles = { lead: [] as string[], support: [] as string[], joint: [] as string[], implement: [] as string[] }
  const everywhere: string[] = []
  let missingSeparator = false
  const take = (into: string[], text: string): void => {
    const list = readUnitList(text)
    missingSeparator ||= list.missingSeparator
    into.push(...list.units.filter((unit) => !into.includes(unit)))
  }
  const time = timing.exec(inner)
  const timeEnd = time ? endOfTiming(inner, time.index) : 0
  let body = time ? inner.slice(0, time.index) + inner.slice(timeEnd) : inner
  body = body.replace(persons, '').replace(firstRule, '')
  const standing = standingUnits(body)
  if (standing) {
    take(everywhere, standing.units)
    body = body.slice(0, standing.from)
  }
  const labelled = labelledLists(body)
  if (labelled.length > 0) {
    const led = labelled.some(({ role }) => role === 'lead')
    for (const { role, list } of labelled) {
      // Beside a lead, those merely responsible are in support.
      if (!readPhrases(list, roles, take, role)) take(roles[role === 'joint' && led ? 'support' : role], list)
    }
  } else readPhrases(body, roles, take, null)
  const { lead, support, joint, implement } = roles
  // Words such as 参与 and 落实 also tell of other things: alone they count only beside names of bodies.
  if (!strongRole.test(inner) && ![...lead, ...support, ...joint, ...implement].every((unit) => organHead.test(unit)))
    return null
  if (lead.length > 0 && joint.length > 0) support.push(...joint.splice(0).filter((unit) => !support.includes(unit)))
  if (lead.length + support.length + joint.length + implement.length + everywhere.length === 0) return null
  return {
    ...roles,
    missingSeparator,
    everywhere,
    timing: time ? { start: time.index, end: timeEnd } : null,
    bare: false,
  }
}

/** A bracket that holds nothing but names of bodies. */
export function readBareUnits(inner: string): UnitStatement | null {
  if (inner.length < 4 || inner.length > longest || /[。：“”《]/.test(inner)) return null
  const { units, missingSeparator, sound } = readUnitList(inner)
  if (
    !sound ||
    units.filter((unit) =>
      /^(?:[省市区县州盟旗]|自治|各|团|国家|人民银行|[\p{Script=Han}]{2,5}[省市区县州盟旗])/u.test(unit),
    ).length *
      3 <
      units.length * 2
  )
    return null
  if (!units.some((unit) => /[委局厅办联会部院]$|政府$|街道$|乡镇$|中心$/.test(unit))) return null
  return {
    lead: [],
    support: [],
    joint: units,
    implement: [],
    everywhere: [],
    missingSeparator,
    timing: null,
    bare: true,
  }
}

function endOfTiming(inner: string, from: number): number {
  const stop = inner.slice(from).search(/[；;。]|，(?=.{0,3}(?:牵头|责任|配合))/)
  return stop < 0 ? inner.length : from + stop + 1
}

const standingPattern =
  /[，,；;。]?\s*(?:以下|以上|上述|下列|本方案|后续|其他)?(?:各?项?(?:措施|任务|内容|工作|条款))?[^，；。]{0,6}?(?:均需?|都需?|均由|需)由?([^。；]{2,80}?)(?:按(?:照)?(?:各自)?职责(?:分工)?)?(?:负责|落实|参与|配合|为责任单位|作为责任单位)(?:落实|实施)?[，,；;]?\s*(?:以?下?均?不再(?:重复|一一|逐一|逐条|单独)?(?:罗列|列出|列举|标注|注明|赘述))?$/

/** A sentence hidden at a bracket's end that names units for every measure. */
function standingUnits(body: string): { units: string; from: number } | null {
  if (!/以下|以上|上述|不再|各项/.test(body)) return null
  const match = standingPattern.exec(body.replace(/[。；]$/, ''))
  return match && /不再|以下|以上|上述|各项/.test(match[0]) ? { units: match[1] ?? '', from: match.index } : null
}

function labelledLists(body: string): readonly { role: Role; list: string }[] {
  const found = [...body.matchAll(label)]
  return found.flatMap((match, i) => {
    const word = match[1] ?? ''
    const from = match.index + match[0].length
    const list = body.slice(from, found[i + 1]?.index ?? body.length).replace(/^[：:]/, '')
    const role = labels.find(({ words }) => words.test(word))?.role
    return role && list.length >= 2 ? [{ role, list: list.replace(/[；;。，,]+$/, '') }] : []
  })
}

/** Reads lists by the words behind them; false when there is no such word. */
function readPhrases(
  body: string,
  roles: Record<Role, string[]>,
  take: (into: string[], text: string) => void,
  inherited: Role | null,
): boolean {
  const marked = markLeads(body)
  if (marked) {
    take(roles.lead, marked.leads)
    take(roles.support, marked.others)
    return true
  }
  const hits = rolePhrases
    .flatMap(({ role, phrase }) =>
      [...body.matchAll(phrase)].map((match) => ({ role, at: match.index, end: match.index + match[0].length })),
    )
    .toSorted((a, b) => a.at - b.at || b.end - a.end)
  let from = 0
  let led = false
  let any = false
  for (const hit of hits) {
    if (hit.at < from) continue
    const list = body
      .slice(from, hit.at)
      .replace(/^[，,；;、。]+/, '')
      .replace(/[，,；;、。]+$/, '')
      .replace(/^(?:由|会同|请|其中)/, '')
    from = hit.end
    if (list.length < 2) continue
    any = true
    const role: Role = hit.role === 'answer' ? (led ? 'support' : (inherited ?? 'joint')) : hit.role
    led ||= role === 'lead'
    take(roles[role], list)
  }
  if (!any) return false
  const rest = body
    .slice(from)
    .replace(/^[，,；;、。]+/, '')
    .replace(/^(?:会同|配合单位|配合)/, '')
  if (rest.length >= 2 && led) take(roles.support, rest)
  else if (rest.length >= 3 && readUnitList(rest).sound) take(roles[inherited ?? 'joint'], rest)
  return true
}

/** `区卫健局（牵头）、区财政局`: the mark stands behind the name. */
function markLeads(body: string): { leads: string; others: string } | null {
  if (!/（(?:牵头|主办|牵头单位)）/.test(body)) return null
  const pieces = body.replace(/(?:按(?:照)?职责(?:分工)?)?负责$/, '').split(/[、，；]/)
  const leads = pieces.filter((piece) => /（(?:牵头|主办|牵头单位)）/.test(piece))
  return {
    leads: leads.map((piece) => piece.replace(/（[^）]*）/, '')).join('、'),
    others: pieces.filter((piece) => !leads.includes(piece)).join('、'),
  }
}
