import type { Text } from '@junheng/rules'
import { family, program, type Clock, type Confidence, type Need, type Procedure } from '../procedure.ts'

/** `5 个工作日，从送达起`; the day itself never counts. */
export function clockWords(procedure: Procedure, clock: Pick<Clock, 'limit' | 'unit' | 'from'>): Text {
  const span = limitWords(clock)
  const from = startWords(procedure, clock)
  return { zh: `${span.zh}，${from.zh}`, en: `${span.en} ${from.en}` }
}

/** `5 个工作日`. */
export function limitWords({ limit, unit }: Pick<Clock, 'limit' | 'unit'>): Text {
  const { zh, en, one } = units[unit]
  return { zh: `${limit} ${zh}`, en: `${limit} ${limit === 1 ? one : en}` }
}

const units = {
  'working-days': { zh: '个工作日', en: 'working days', one: 'working day' },
  days: { zh: '天', en: 'days', one: 'day' },
  months: { zh: '个月', en: 'months', one: 'month' },
} as const

const starts = {
  open: { zh: '从开办起', en: 'from the opening' },
  confirm: { zh: '从家庭确认起', en: 'from the family’s confirmation' },
  ready: { zh: '从可以办起', en: 'from when it may begin' },
  start: { zh: '从开始办起', en: 'from its start' },
  deliver: { zh: '从送达起', en: 'from delivery' },
  acknowledge: { zh: '从签收起', en: 'from receipt' },
} as const

function startWords({ fields }: Procedure, { from }: Pick<Clock, 'from'>): Text {
  if (from === null) return { zh: '没有写从什么时候起算', en: 'from no stated day' }
  if (from.kind === 'action') return starts[from.action]
  const label = fields.find(({ name }) => name === from.fact)?.label ?? { zh: from.fact, en: from.fact }
  return { zh: `从${label.zh}起`, en: `from the ${label.en}` }
}

/** What an item waits for, by its label. */
export function needWords({ items, fields }: Procedure, need: Need): Text {
  if (need.kind === 'fact')
    return fields.find(({ name }) => name === need.fact)?.label ?? { zh: need.fact, en: need.fact }
  const label = items.find(({ id }) => id === need.item)?.label ?? { zh: need.item, en: need.item }
  if (need.outcome === 'done') return label
  return need.outcome === 'refused'
    ? { zh: `${label.zh}（未通过）`, en: `${label.en} (refused)` }
    : { zh: `${label.zh}（有结果）`, en: `${label.en} (settled)` }
}

export function unitLabel({ units: known }: Procedure, id: string): Text {
  if (id === family) return { zh: '家庭', en: 'the family' }
  if (id === program) return { zh: '系统', en: 'the program' }
  return known.find((unit) => unit.id === id)?.label ?? { zh: id, en: id }
}

/** What to add to a limit that was not read in its own text; null where it was. */
export function confidenceWords(confidence: Confidence): Text | null {
  if (confidence === 'confirmed') return null
  return confidence === 'single-source'
    ? { zh: '只见于一处', en: 'one source only' }
    : { zh: '未核实', en: 'not confirmed' }
}
