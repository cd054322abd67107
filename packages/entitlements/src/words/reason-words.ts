import type { Text } from '@junheng/rules'
import type { Benefit, BenefitKind, Force } from '../place.ts'
import type { Stretch } from '../stretches.ts'
import { amountWords } from './amount-words.ts'
import { dayWords } from './day-words.ts'
import { joinChinese, joinEnglish } from './join-words.ts'

/** `可以领：每学期 500 元`: what the family has, first thing; of a draft, what it would have. */
export function eligibleWords(benefit: Benefit, stretch: Stretch, { draft = false } = {}): Text {
  const { zh, en } = offerWords(benefit, stretch)
  // What is no right is said to be none; that the document is a draft follows.
  if (!draft || benefit.force !== 'entitled') return { zh, en }
  return { zh: `方案施行后${zh}`, en: `Once the plan is in force, ${inside(en)}` }
}

function offerWords(benefit: Benefit, { amount, amountTo }: Stretch): Text {
  const { kind, force } = benefit
  const verb = verbs[kind]
  const what =
    benefit.amount === null || amount === null ? null : amountWords(benefit.amount, { value: amount, upTo: amountTo })
  const can: Text = what === null ? withoutAmount[kind] : { zh: `${verb.zh}：${what.zh}`, en: `${verb.en} ${what.en}` }
  if (force === 'entitled') return can
  const { zh, en } = forces[force]
  const offered: Text = what === null ? { zh: '', en: '' } : { zh: `：${what.zh}`, en: `: ${what.en}` }
  return { zh: `条件符合，但${zh}${offered.zh}`, en: `You meet the conditions, but ${en}${offered.en}` }
}

/** `从 2026年3月2日 到 2026年6月7日`; null while a day is not known. */
export function leaveDaysWords(from: number | null, to: number | null): Text | null {
  if (from === null) return null
  const first = dayWords(from)
  if (to === null) return { zh: `从 ${first.zh} 开始`, en: `It begins on ${first.en}` }
  const last = dayWords(to - 1)
  return { zh: `从 ${first.zh} 到 ${last.zh}`, en: `It runs from ${first.en} to ${last.en}` }
}

/** What to say of leave whose days are over by the day asked about; null while they are not. */
export function leaveOverWords(to: number | null, on: number): Text | null {
  if (to === null || to > on) return null
  return {
    zh: '按这个日子算已经休完了，没休到的直接问单位',
    en: 'By these dates it is over; if it was not taken, ask the employer',
  }
}

/** `因为这是第二个孩子，孩子未满 3 岁`; null where there is no condition. */
export function becauseWords(clauses: readonly Text[]): Text | null {
  if (clauses.length === 0) return null
  return {
    zh: `因为${joinChinese(clauses.map(({ zh }) => zh))}`,
    en: `This is because ${joinEnglish(clauses.map(({ en }) => en))}`,
  }
}

/** `缺一项资料，孩子的出生日期`. */
export function missingWords(labels: readonly Text[], { holds }: { holds: boolean }): Text {
  const named = labels.slice(0, 3)
  const more = labels.length - named.length
  const names = { zh: named.map(({ zh }) => zh).join('、'), en: named.map(({ en }) => en).join('; ') }
  const count = labels.length === 1 ? '一' : ` ${labels.length} `
  const zh = `缺${count}项资料，${names.zh}${more > 0 ? '等' : ''}`
  const en = `${labels.length === 1 ? 'one fact is' : `${labels.length} facts are`} missing: ${names.en}${more > 0 ? ' and others' : ''}`
  return holds
    ? {
        zh: `条件都符合，数额还算不出：${zh}`,
        en: `The conditions hold, but the amount cannot be worked out yet; ${en}`,
      }
    : { zh: `还不能确定：${zh}`, en: `This cannot be decided yet; ${en}` }
}

/** `从 2026年3月2日 起可以领：每学期 500 元`, or `在 2026年3月2日 之前每学期 500 元`; null when it is given at no other time. */
export function otherTimeWords(
  benefit: Benefit,
  { next, last, draft }: { next: Stretch | undefined; last: Stretch | undefined; draft: boolean },
): Text | null {
  if (next !== undefined && next.from !== null) {
    const day = dayWords(next.from)
    const can = eligibleWords(benefit, next, { draft })
    return { zh: `从 ${day.zh} 起${can.zh}`, en: `From ${day.en} ${inside(can.en)}` }
  }
  if (last === undefined || last.to === null) return null
  const day = dayWords(last.to)
  if (benefit.force !== 'entitled') {
    const { zh, en } = eligibleWords(benefit, last, { draft })
    return { zh: `在 ${day.zh} 之前${zh}`, en: `Before ${day.en} ${inside(en)}` }
  }
  if (benefit.amount === null || last.amount === null) {
    return { zh: `在 ${day.zh} 之前符合`, en: `It was open to you before ${day.en}` }
  }
  const { zh, en } = amountWords(benefit.amount, { value: last.amount, upTo: last.amountTo })
  return { zh: `在 ${day.zh} 之前${/^[\d]/.test(zh) ? '是 ' : ''}${zh}`, en: `Before ${day.en} it was ${en}` }
}

/** The start of a sentence as it stands inside one. */
function inside(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
}

const verbs: Readonly<Record<BenefitKind, Text>> = {
  'cash-once': { zh: '可以领', en: 'You can claim' },
  'cash-periodic': { zh: '可以领', en: 'You can claim' },
  leave: { zh: '可以休', en: 'You can take' },
  loan: { zh: '可以贷', en: 'You can borrow' },
  discount: { zh: '可以享受', en: 'You can save' },
  tax: { zh: '可以扣除', en: 'You can deduct' },
  insurance: { zh: '可以享受', en: 'You can have' },
  priority: { zh: '可以享受', en: 'You can have' },
  service: { zh: '可以享受', en: 'You can have' },
}

const withoutAmount: Readonly<Record<BenefitKind, Text>> = {
  'cash-once': { zh: '可以领，文件没有写金额', en: 'You can claim this; the document states no amount' },
  'cash-periodic': { zh: '可以领，文件没有写金额', en: 'You can claim this; the document states no amount' },
  leave: { zh: '可以休，文件没有写天数', en: 'You can take this leave; the document states no number of days' },
  loan: { zh: '可以申请', en: 'You can apply for this' },
  discount: { zh: '可以享受优惠', en: 'You can have the discount' },
  tax: { zh: '可以享受税收优惠', en: 'You can have the tax relief' },
  insurance: { zh: '这项保障适用于你', en: 'This cover applies to you' },
  priority: { zh: '可以优先', en: 'You have priority' },
  // Not every service is one to be used: a fee no longer collected, terms not published yet. It applies; what to do follows.
  service: { zh: '这项适用于你', en: 'This applies to you' },
}

const forces: Readonly<Record<Exclude<Force, 'entitled'>, Text>> = {
  encouraged: { zh: '这是鼓励做的，不是一定要给的', en: 'this is encouraged and not a right' },
  explored: { zh: '当地还在探索，不是一定要给的', en: 'this is still being explored and not a right' },
  discretionary: {
    zh: '由当地看情况决定，不是一定要给的',
    en: 'this is at the authority’s discretion and not a right',
  },
  'by-consent': { zh: '要用人单位同意，不是一定要给的', en: 'this needs the employer’s consent and is not a right' },
}
