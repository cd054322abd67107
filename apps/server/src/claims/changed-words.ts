import type { Written } from '@junheng/casework'
import type { FactInfo, Place } from '@junheng/entitlements'
import { findRegion } from '@junheng/kernel/regions'
import type { Text } from '@junheng/rules'
import type { FactSource } from './build-situation.ts'
import type { LookReason } from './claim-rows.ts'
import type { FactChange, WhatChanged } from './what-changed.ts'

/** Who says so, as people name it. */
const sources: Readonly<Record<FactSource, Text>> = {
  register: { zh: '人口库', en: 'register' },
  'birth-case': { zh: '出生一件事', en: 'case of the birth' },
  hospital: { zh: '医院', en: 'hospital' },
  stated: { zh: '家庭填写', en: 'the family' },
}

const lookWords: Readonly<Record<LookReason, Text>> = {
  'comes-back': {
    zh: '按现在的资料应发的比已发的少，要由审核人员看过才决定是否退回',
    en: 'By the facts of today less is due than was paid; an officer looks before anything is asked back',
  },
  'facts-missing': {
    zh: '少了一项资料，规则现在答不出来',
    en: 'A fact is missing now, so that the rules cannot answer',
  },
  'no-rule': {
    zh: '去世或迁出之后怎么办，文件没有规定，要由人决定',
    en: 'No rule says what follows upon the death or the move; people must decide',
  },
  contradicts: {
    zh: '申领时填写的与现在登记的不一样',
    en: 'What was stated differs from what is on record now',
  },
  'decided-by-people': {
    zh: '这笔是由人决定的，之后资料变了',
    en: 'People decided this one, and facts have changed since',
  },
  'now-due': {
    zh: '以前没有发，按现在的资料可以发',
    en: 'It was refused before, and is due by the facts of today',
  },
}

/** Why people must look at a claim, in a sentence. */
export function lookText(reason: string | null): Text | null {
  return reason === null ? null : lookWords[reason as LookReason]
}

/** What changed between two answers of the rules, each in a sentence. Pure. */
export function changedWords(changed: WhatChanged, place: Place | undefined): readonly Text[] {
  return [
    ...changed.stops.map(({ kind, on }) =>
      kind === 'death'
        ? { zh: `登记的去世日期：${chinese(on)}`, en: `A death was recorded on ${on}` }
        : { zh: `登记的迁出日期：${chinese(on)}`, en: `A move away was recorded on ${on}` },
    ),
    ...changed.facts.map((fact) => factWords(fact, place)),
    ...(changed.rule ? [{ zh: '文件换了新的版本', en: 'The rule has a new version' }] : []),
    ...(changed.time ? [{ zh: '到期的钱随日子增加或减少', en: 'What is due has changed with the days' }] : []),
  ]
}

function factWords({ fact, before, after, source }: FactChange, place: Place | undefined): Text {
  const info = place?.facts.find(({ name }) => name === fact)
  const label = info?.label ?? { zh: fact, en: fact }
  const [old, own] = [valueText(before, { info, place }), valueText(after, { info, place })]
  return {
    zh: `${label.zh}：原来${old.zh}，现在${own.zh}（${sources[source].zh}）`,
    en: `${label.en}: was ${old.en}, is ${own.en} (${sources[source].en})`,
  }
}

/** A value as people read it. */
function valueText(
  value: Written | null,
  { info, place }: { readonly info: FactInfo | undefined; readonly place: Place | undefined },
): Text {
  if (value === null) return { zh: '不知道', en: 'not known' }
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }
  const { type } = info ?? {}
  if (type?.kind === 'code') {
    const list = place?.codeLists.find(({ name }) => name === type.list)
    return list?.codes.find(({ code }) => code === value)?.label ?? { zh: String(value), en: String(value) }
  }
  const region = type?.kind === 'region' ? findRegion(value) : undefined
  if (region !== undefined) return { zh: region.name, en: region.name }
  const text = String(value)
  return { zh: /^\d{4}-\d{2}-\d{2}$/.test(text) ? chinese(text) : text, en: text }
}

/** 2026年3月2日 */
function chinese(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${year}年${Number(month)}月${Number(date)}日`
}
