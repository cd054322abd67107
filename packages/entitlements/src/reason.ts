import { evaluate } from '@junheng/rules'
import type { Text } from '@junheng/rules'
import type { Answer, ConditionAnswer } from './answer.ts'
import type { HouseholdEnvironment } from './household-environment.ts'
import { boundsOn } from './judge.ts'
import type { JudgedCase } from './judged-case.ts'
import type { ScheduledLeave } from './leave-schedule.ts'
import type { Stretch } from './stretches.ts'
import type { SubjectCase } from './subject-case.ts'
import { subjectLabel } from './subject-case.ts'
import { dayWords } from './words/day-words.ts'
import { joinChinese, joinEnglish, paragraph } from './words/join-words.ts'
import {
  becauseWords,
  eligibleWords,
  leaveDaysWords,
  leaveOverWords,
  missingWords,
  otherTimeWords,
} from './words/reason-words.ts'
import { confidenceWords, draftWords, sourceWords } from './words/source-words.ts'

export interface ReasonInput {
  readonly item: JudgedCase
  readonly env: HouseholdEnvironment
  readonly stretch: Stretch
  readonly schedule: ScheduledLeave | undefined
  readonly conditions: readonly ConditionAnswer[]
  readonly missing: Answer['missing']
  readonly source: Answer['source']
}

/** Answer first, then why, then the clause and what to do: one sentence each; and the why by itself. */
export function reasonOf(input: ReasonInput): Pick<Answer, 'reason' | 'why'> {
  const { benefit, index } = input.item.subject
  const { zh, en } = sourceWords(benefit.source, index.documents.get(benefit.source.document))
  const why = whyOf(input).filter((sentence) => sentence !== null)
  return {
    reason: paragraph([
      ...verdict(input),
      ...why,
      { zh: `依据：${zh}`, en: `Source: ${en}` },
      confidenceWords(input.source.confidence),
      input.source.draft ? draftWords : null,
      ...nextStep(input),
    ]),
    why: why.length === 0 ? null : paragraph(why),
  }
}

/** What the answer is, as far as the why does not say it. */
function verdict(input: ReasonInput): readonly (Text | null)[] {
  const { item, stretch, schedule, conditions, missing } = input
  const { benefit } = item.subject
  if (stretch.status === 'ineligible') return []
  if (stretch.status === 'eligible') {
    const days = schedule === undefined ? null : leaveDaysWords(schedule.from, schedule.to)
    return [
      eligibleWords(benefit, stretch, { draft: input.source.draft }),
      days,
      schedule === undefined ? null : leaveOverWords(schedule.to, input.env.on),
    ]
  }
  const holds = conditions.every(({ status }) => status === 'holds') && input.env.judged !== null
  return [
    missingWords(
      missing.map(({ label }) => label),
      { holds },
    ),
  ]
}

function whyOf(input: ReasonInput): readonly (Text | null)[] {
  const { item, stretch, conditions } = input
  const { benefit, absent } = item.subject
  if (stretch.status === 'eligible') return [becauseWords(conditions.map(({ sentence }) => sentence))]
  if (stretch.status === 'incomplete') return []
  if (absent) {
    const { zh, en } = subjectLabel(benefit.subject, { row: null, count: 1 })
    return [{ zh: `不符合：没有填写${zh}`, en: `Not eligible: no ${en} has been given` }]
  }
  const { next, last, isOpen } = otherTimes(item.stretches, stretch)
  const why = whyNot(input)
  return [
    {
      zh: `${isOpen ? '现在还不符合' : '不符合'}：${joinChinese(why.map(({ zh }) => zh))}`,
      en: `${isOpen ? 'Not eligible yet' : 'Not eligible'}: ${joinEnglish(why.map(({ en }) => en))}`,
    },
    otherTimeWords(benefit, { next, last, draft: input.source.draft }),
  ]
}

interface OtherTimes {
  /** The nearest stretch after this one in which it is given, and the nearest before it. */
  readonly next: Stretch | undefined
  readonly last: Stretch | undefined
  /** True when it may be given later. */
  readonly isOpen: boolean
}

function otherTimes(stretches: readonly Stretch[], now: Stretch): OtherTimes {
  const at = stretches.indexOf(now)
  const later = stretches.slice(at + 1)
  return {
    next: later.find(({ status }) => status === 'eligible'),
    last: stretches.slice(0, Math.max(at, 0)).findLast(({ status }) => status === 'eligible'),
    isOpen: later.some(({ status }) => status !== 'ineligible'),
  }
}

function whyNot({ item, env, stretch, conditions }: ReasonInput): readonly Text[] {
  const { subject } = item
  if (stretch.excludedBy !== null) {
    const label = subject.index.place.benefits.find(({ id }) => id === stretch.excludedBy)?.label
    return [
      {
        zh: `不能和“${label?.zh ?? stretch.excludedBy}”同时享受`,
        en: `it is not given together with “${label?.en ?? stretch.excludedBy}”`,
      },
    ]
  }
  const failing = conditions.filter(({ status }) => status === 'fails').map(({ sentence }) => sentence)
  const reasons = [...outOfTime(subject, env), ...failing]
  if (reasons.length > 0) return reasons
  return [{ zh: '这个时候的标准没有公布', en: 'no standard has been set for that time' }]
}

function outOfTime(subject: SubjectCase, env: HouseholdEnvironment): readonly Text[] {
  const { benefit, inForceFrom, inForceTo } = subject
  const { inForce, begun, ended } = boundsOn(subject, env)
  const reasons: Text[] = []
  if (inForce === false && env.judged !== null) {
    const isEarly = inForceFrom !== null && env.judged < inForceFrom
    const day = isEarly ? inForceFrom : inForceTo
    if (day !== null) {
      const said = dayWords(day)
      reasons.push(
        isEarly
          ? { zh: `这项政策从 ${said.zh} 起才施行`, en: `the rule holds only from ${said.en}` }
          : { zh: `这项政策到 ${said.zh} 已经停止`, en: `the rule ended on ${said.en}` },
      )
    }
  }
  const from = begun === false && benefit.from !== null ? evaluate(benefit.from, env) : null
  if (typeof from === 'number') {
    const said = dayWords(from)
    reasons.push({ zh: `要到 ${said.zh} 才开始`, en: `it begins only on ${said.en}` })
  }
  const to = ended === true && benefit.to !== null ? evaluate(benefit.to, env) : null
  if (typeof to === 'number') {
    const said = dayWords(to)
    reasons.push({ zh: `到 ${said.zh} 已经结束`, en: `it ended on ${said.en}` })
  }
  return reasons
}

function nextStep({ item, stretch }: ReasonInput): readonly (Text | null)[] {
  const { claim } = item.subject.benefit
  if (stretch.status !== 'eligible' || claim === null) return []
  return [{ zh: `下一步：${claim.how.zh}`, en: `Next: ${claim.how.en}` }]
}
