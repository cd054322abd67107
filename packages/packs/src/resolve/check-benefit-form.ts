import type { Text } from '@junheng/rules'
import type { BenefitFormat } from '../format/benefit-format.ts'
import type { Item } from '../load/pack.ts'
import type { Path } from '../source/source-file.ts'
import { didYouMean, type ProblemSink } from './problem-sink.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What the shape alone cannot say: kind, amount, unit and leave must agree, dates must run forward, the topic exist. */
export function checkBenefitForm(
  item: Item<BenefitFormat>,
  { vocabulary, sink }: { readonly vocabulary: Vocabulary; readonly sink: ProblemSink },
): void {
  const { data } = item
  const wrong = (path: Path, code: string, message: Text): void => sink.report(item, { path, code, message })
  const { amount, leave, inForce } = data
  if (!vocabulary.topics.has(data.topic)) {
    const hint = didYouMean(data.topic, vocabulary.topics.keys())
    wrong(['topic'], 'unknown-topic', {
      zh: `没有“${data.topic}”这个主题${hint.zh}`,
      en: `there is no topic "${data.topic}"${hint.en}`,
    })
  }
  if (inForce !== undefined && inForce.from !== null && inForce.to !== null && inForce.to <= inForce.from) {
    wrong(['inForce', 'to'], 'empty-range', {
      zh: `to（${inForce.to}）不晚于 from；to 是第一个不再有效的日子`,
      en: `to (${inForce.to}) is not after from; it is the first day it no longer holds`,
    })
  }
  const cash = data.kind === 'cash-once' || data.kind === 'cash-periodic'
  if (amount === null && (cash || data.kind === 'leave')) {
    wrong(['kind'], 'amount-missing', {
      zh: `${data.kind} 要有 amount；没有金额的写成 priority 或 service`,
      en: `a ${data.kind} needs an amount; what has none is a priority or a service`,
    })
  }
  if (amount !== null && cash && amount.unit !== 'CNY') {
    wrong(['amount', 'unit'], 'wrong-unit', { zh: '现金的单位是 CNY', en: 'cash is counted in CNY' })
  }
  if (amount !== null && data.kind === 'leave' && amount.unit !== 'day' && amount.unit !== 'month') {
    wrong(['amount', 'unit'], 'wrong-unit', { zh: '假期的单位是 day 或 month', en: 'leave is counted in day or month' })
  }
  if (amount !== null && (amount.unit === 'percent' || amount.unit === 'times') && amount.of === null) {
    wrong(['amount'], 'missing-of', {
      zh: `单位是 ${amount.unit}，要写 of：是什么的百分比或倍数`,
      en: `an amount in ${amount.unit} must say \`of\` what`,
    })
  }
  if (data.kind === 'cash-once' && amount !== null && ['month', 'semester', 'year', 'day'].includes(amount.per)) {
    wrong(['amount', 'per'], 'wrong-period', {
      zh: `按 ${amount.per} 发的是 cash-periodic`,
      en: `what is paid per ${amount.per} is cash-periodic`,
    })
  }
  if (amount !== null && (amount.comparator === 'range') !== (amount.to !== null)) {
    if (amount.to === null || amount.comparator !== undefined) {
      wrong(['amount'], 'wrong-comparator', {
        zh: '有上限 to 时 comparator 是 range，反之亦然',
        en: 'an amount with an upper end `to` is a range, and a range has one',
      })
    }
  }
  // What a place only encourages (six months in all, say) is no segment of a chain.
  if (leave !== null && leave.startsFact !== null) {
    const fact = vocabulary.dictionary.facts.get(leave.startsFact)
    const isOwn = fact?.table === null || vocabulary.dictionary.tables.get(fact?.table ?? '')?.row === data.subject
    if (fact?.type.kind !== 'date' || !isOwn || leave.starts === null) {
      wrong(['leave', 'startsFact'], 'wrong-starts-fact', {
        zh: `“${leave.startsFact}”不是这一项能读的日期事实；同时要有 starts，说明不知道时按哪天算`,
        en: `"${leave.startsFact}" is no date fact this benefit can read; it also needs starts, for while it is unknown`,
      })
    }
  }
  if (data.kind === 'leave' ? leave === null && data.force === 'entitled' : leave !== null) {
    wrong(['kind'], 'leave-missing', {
      zh: '作为权利的假期（kind: leave）要有 leave 段，其他种类不能有',
      en: 'leave that is a right (kind: leave) needs a `leave` part, and no other kind has one',
    })
  }
}
