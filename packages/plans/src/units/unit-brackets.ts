import { readUnitList } from './unit-list.ts'

export interface BracketUnits {
  readonly lead: readonly string[]
  readonly support: readonly string[]
  readonly joint: readonly string[]
  readonly implement: readonly string[]
  readonly missingSeparator: boolean
  /** Units the bracket states for the whole document. */
  readonly everywhere: readonly string[]
  /** Offsets in the clean text, brackets included, end exclusive. */
  readonly start: number
  readonly end: number
}

/** Brackets of a line, outermost first, with their nesting respected. */
export function bracketsOf(text: string): readonly { start: number; end: number; inner: string }[] {
  const found: { start: number; end: number; inner: string }[] = []
  let depth = 0
  let start = -1
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === '（') {
      if (depth === 0) start = i
      depth += 1
    } else if (text[i] === '）' && depth > 0) {
      depth -= 1
      if (depth === 0) found.push({ start, end: i + 1, inner: text.slice(start + 1, i) })
    }
  }
  return found
}

const role = /牵头|责任单位|责任部门|负责|落实$|配合单位|参与单位|主办单位|实施单位/

/** Reads a bracket as responsible units, or null when it is not one. Roles come from words, never from order. */
export function readUnitBracket(inner: string): Omit<BracketUnits, 'start' | 'end'> | null {
  if (!role.test(inner) || inner.length > 400) return null
  const lead: string[] = []
  const support: string[] = []
  const joint: string[] = []
  const implement: string[] = []
  const everywhere: string[] = []
  let missing = false
  const take = (into: string[], text: string): void => {
    const list = readUnitList(text)
    missing ||= list.missingSeparator
    into.push(...list.units.filter((unit) => !into.includes(unit)))
  }
  let body = inner
  // A sentence hidden in the bracket: these units answer for every measure of the document.
  const standing =
    /[，,]?\s*以下(?:各项)?(?:措施|任务|内容)?均?需?由?(.+?)(?:按职责分工)?负责[，,；]?\s*(?:不再(?:重复)?(?:罗列|列出|一一列出))?/.exec(
      body,
    )
  if (standing) {
    take(everywhere, standing[1] ?? '')
    body = body.slice(0, standing.index)
  }
  const labelled =
    /(牵头(?:单位|部门)?|责任(?:单位|部门)|配合(?:单位|部门)|参与(?:单位|部门)|落实单位)[:：]([^；;：:]*?)(?=$|[；;。]|(?:牵头|责任|配合|参与|落实)(?:单位|部门)[:：])/g
  const labels = [...body.matchAll(labelled)]
  if (labels.length > 0) {
    for (const [, label = '', names = ''] of labels) {
      take(
        label.startsWith('牵头')
          ? lead
          : label.startsWith('责任')
            ? joint
            : label.startsWith('落实')
              ? implement
              : support,
        names,
      )
    }
    return { lead, support, joint, implement, everywhere, missingSeparator: missing }
  }
  const work = body
    .replace(/(?:等)?(?:按照?各?自?(?:职责|职能)(?:分工)?)?(?:分别|共同|具体)?负责.*$/, '')
    .replace(/[:：]/g, '')
  const heads = /^(.*?)(?:按职责分工)?牵头(?:负责)?[，,、；]?(.*)$/.exec(work === '' ? body : work)
  if (heads) {
    take(lead, heads[1] ?? '')
    take(support, (heads[2] ?? '').replace(/^(?:会同|配合|协同)/, '').replace(/配合$/, ''))
  } else if (body.endsWith('落实')) take(implement, body.replace(/(?:具体|分别|组织)?落实$/, ''))
  else take(joint, work)
  if (lead.length + support.length + joint.length + implement.length === 0) return null
  return { lead, support, joint, implement, everywhere, missingSeparator: missing }
}

/** All brackets of responsible units of a line, in order. */
export function unitBracketsOf(text: string): readonly BracketUnits[] {
  return bracketsOf(text).flatMap(({ start, end, inner }) => {
    const units = readUnitBracket(inner)
    return units ? [{ ...units, start, end }] : []
  })
}
