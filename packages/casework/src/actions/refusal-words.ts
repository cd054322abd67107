/** Every sentence with which an action is turned down, Chinese first, each naming what may be done instead. */
import { fromDayNumber } from '@junheng/kernel'
import type { Text } from '@junheng/rules'
import { problem, type Problem } from '../problem.ts'
import { family, program, type Ground, type Item, type NamedReason, type Procedure, type Shown } from '../procedure.ts'
import { findField } from '../state/case-environment.ts'
import type { CaseState, CaseStatus, ItemStatus } from '../state/case-state.ts'
import { askedFields } from '../state/missing-fields.ts'
import { caseStatusWords, itemStatusWords } from '../words/status-words.ts'

function refuse(path: string, code: string, zh: string, en: string): Problem {
  return problem(path, code, { zh, en })
}

const zhList = (words: readonly Text[]): string => words.map(({ zh }) => zh).join('、')
const enList = (words: readonly Text[]): string => words.map(({ en }) => en).join(', ')
const labels = (named: readonly { readonly label: Text }[]): readonly Text[] => named.map(({ label }) => label)

export const inTheFuture = (): Problem => refuse('on', 'in-the-future', '日期在今天之后', 'The day lies after today')
export const beforeTheLast = (last: number): Problem =>
  refuse(
    'on',
    'before-the-last',
    `日期早于这件事的上一步（${fromDayNumber(last)}）`,
    `The day lies before the last step of this case (${fromDayNumber(last)})`,
  )
export const alreadyOpen = (): Problem => refuse('', 'already-open', '这件事已经开办', 'The case is already open')
export const otherVersion = (from: string | null): Problem =>
  refuse(
    'version',
    'other-version',
    `表单不是这件事适用的版本${from === null ? '' : `（${from} 起施行）`}，请重新打开再填`,
    `The form is not of the version that judges this case${from === null ? '' : ` (in force from ${from})`}; open it anew`,
  )
export const notOpen = (): Problem => refuse('', 'not-open', '这件事还没有开办', 'The case is not open yet')
export const alreadyConfirmed = (): Problem =>
  refuse('', 'already-confirmed', '家庭已经确认过', 'It is confirmed already')
export const ended = (status: CaseStatus): Problem =>
  refuse(
    '',
    'case-ended',
    `这件事${caseStatusWords[status].zh}；有异议可以提出，或由牵头单位重开`,
    `The case is ${caseStatusWords[status].en}; object, or have the lead unit reopen it`,
  )
export const unknownItem = (items: readonly Item[]): Problem =>
  refuse(
    'item',
    'unknown-item',
    `没有这个事项；现有：${zhList(labels(items))}`,
    `There is no such item; items: ${items.map(({ id }) => id).join(', ')}`,
  )
export const itemSettled = ({ label }: Item): Problem =>
  refuse('item', 'item-settled', `“${label.zh}”已经有结果`, `"${label.en}" is settled already`)
export const notSettled = ({ label }: Item): Problem =>
  refuse(
    'items',
    'item-not-settled',
    `“${label.zh}”还没有结果，不用重开`,
    `"${label.en}" is not settled: nothing to reopen`,
  )
export const notReady = ({ label }: Item, status: ItemStatus): Problem =>
  refuse(
    'item',
    'not-ready',
    `“${label.zh}”还不能开始：${itemStatusWords[status].zh}`,
    `"${label.en}" cannot begin: it is ${itemStatusWords[status].en}`,
  )
export const alreadyStarted = ({ label }: Item): Problem =>
  refuse('item', 'already-started', `“${label.zh}”已经开始`, `"${label.en}" has begun already`)
export const notStarted = ({ label }: Item): Problem =>
  refuse('item', 'not-started', `“${label.zh}”还没有开始`, `"${label.en}" has not begun`)
export const alreadyDelivered = ({ label }: Item): Problem =>
  refuse('item', 'already-delivered', `“${label.zh}”已经送达过`, `"${label.en}" has been delivered already`)
export const notWorking = ({ label }: Item, status: ItemStatus): Problem =>
  refuse(
    'item',
    'not-working',
    `“${label.zh}”现在${itemStatusWords[status].zh}，不能答复`,
    `"${label.en}" is ${itemStatusWords[status].en}: it cannot be answered now`,
  )
export const noSuchGround = ({ label, refusals }: Item): Problem =>
  refusals.length === 0
    ? refuse(
        'ground',
        'cannot-refuse',
        `“${label.zh}”没有可以拒绝的理由`,
        `There is no ground on which "${label.en}" may be refused`,
      )
    : refuse(
        'ground',
        'no-such-ground',
        `拒绝“${label.zh}”只能因为：${zhList(labels(refusals))}`,
        `"${label.en}" may be refused only because: ${refusals.map(({ id, label: words }: Ground) => `${words.en} (${id})`).join(', ')}`,
      )
export const notShown = ({ id, label }: Shown): Problem =>
  refuse(`shows.${id}`, 'not-shown', `还没有出示“${label.zh}”`, `"${label.en}" has not been shown`)
export const missingOutput = (label: Text, name: string): Problem =>
  refuse(`outputs.${name}`, 'missing-output', `办结时要写明“${label.zh}”`, `The answer must give "${label.en}"`)
export const unknownField = (path: string, names: readonly string[]): Problem =>
  refuse(
    path,
    'unknown-field',
    `这件事里没有这一项；可用：${names.join('、') || '无'}`,
    `There is no such field here; fields: ${names.join(', ') || 'none'}`,
  )
export const derivedField = (path: string, label: Text): Problem =>
  refuse(path, 'derived-field', `“${label.zh}”是算出来的，不用填`, `"${label.en}" is computed, not filled in`)
export const fixed = (path: string, { label }: Item): Problem =>
  refuse(
    path,
    'fixed',
    `“${label.zh}”办结后这一项不能直接改；要由牵头单位重开`,
    `"${label.en}" is done: this field changes only when the lead unit reopens it`,
  )
export const unknownPause = (pauses: readonly NamedReason[]): Problem =>
  refuse(
    'pause',
    'unknown-pause',
    `暂停的理由只能是：${zhList(labels(pauses)) || '无'}`,
    `The reason must be one of: ${pauses.map(({ id }) => id).join(', ') || 'none'}`,
  )
export const unknownStop = (stops: readonly NamedReason[]): Problem =>
  refuse(
    'reason',
    'unknown-stop',
    `终止的理由只能是：${zhList(labels(stops)) || '无'}`,
    `The reason must be one of: ${stops.map(({ id }) => id).join(', ') || 'none'}`,
  )
export const unknownPaper = (path: string, shows: readonly Shown[]): Problem =>
  refuse(
    path,
    'unknown-paper',
    `不需要这份材料；需要的是：${zhList(labels(shows)) || '无'}`,
    `This paper is not needed; needed: ${enList(labels(shows)) || 'none'}`,
  )
export const noCommitment = (path: string, { label }: Shown): Problem =>
  refuse(path, 'no-commitment', `“${label.zh}”不能用承诺代替`, `A commitment cannot stand in for "${label.en}"`)
export const noWithdrawal = (item: Item | null): Problem =>
  item === null
    ? refuse('', 'no-withdrawal', '这件事不能撤回', 'This case cannot be withdrawn')
    : refuse(
        '',
        'no-withdrawal',
        `“${item.label.zh}”已经办结，不能再撤回`,
        `"${item.label.en}" is done: it is too late to withdraw`,
      )
export const noObjection = (): Problem =>
  refuse('', 'no-objection', '这件事没有异议程序', 'This procedure knows no objection')
export const alreadyObjected = (): Problem =>
  refuse('', 'already-objected', '已经提过异议，正在处理', 'An objection is already being decided')
export const nothingToObject = (): Problem =>
  refuse('item', 'nothing-to-object', '还没有结果，等有了结果再提异议', 'There is no result to object to yet')
export const tooLateToObject = (due: number): Problem =>
  refuse(
    'on',
    'too-late-to-object',
    `提出异议的期限是 ${fromDayNumber(due)}`,
    `The last day to object was ${fromDayNumber(due)}`,
  )
export const noSuchObjection = (): Problem =>
  refuse('objection', 'no-such-objection', '没有这项待处理的异议', 'There is no such open objection')
export const idReused = (): Problem =>
  refuse('id', 'id-reused', '这个编号已用于另一个动作', 'This id already belongs to another action')

export function wrongUnit(allowed: readonly string[], units: readonly NamedReason[]): Problem {
  const words = allowed.filter((unit) => unit !== program).map((unit): Text => unitWords(unit, units))
  return refuse('by.unit', 'not-yours', `这一步只能由${zhList(words)}办`, `Only these may do this: ${enList(words)}`)
}

function unitWords(unit: string, units: readonly NamedReason[]): Text {
  if (unit === family) return { zh: '家庭', en: 'the family' }
  return units.find(({ id }) => id === unit)?.label ?? { zh: unit, en: unit }
}

export function missingRequired(procedure: Procedure, facts: CaseState['facts'], on: number): readonly Problem[] {
  return askedFields(procedure, facts, on).flatMap(({ name, required }) => {
    if (!required || facts[name] !== undefined) return []
    const label = findField(procedure, name)?.label ?? { zh: name, en: name }
    return [refuse(`facts.${name}`, 'missing-field', `请填“${label.zh}”`, `Fill in "${label.en}"`)]
  })
}
