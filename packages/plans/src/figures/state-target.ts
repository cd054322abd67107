import type { Target } from '../outline.ts'
import type { Clause } from './clause.ts'
import { indicatorOf } from './indicator.ts'
import { makeTarget, type Times } from './make-target.ts'
import { fullCoverage } from './words.ts'
import { governingYear } from './year.ts'

const facility =
  /(?:机构|中心|基地|医院|平台|家园|场所|服务站|服务点|母婴室|幼儿园|协会|联盟|学院)(?:[\p{Script=Han}]{0,4})?$/u

/** States without a number: full coverage, a level, the nation's average, a thing that is to exist by a year. */
export function withoutNumber(clause: Clause, times: Times): readonly Target[] {
  const { text } = clause
  const make = (
    indicator: string,
    rest: Pick<Target, 'value' | 'unit' | 'comparator'>,
    extra: Partial<Target> = {},
  ): readonly Target[] => [makeTarget({ clause, indicator, ...rest, at: text.length, times, extra })]
  if (fullCoverage.test(text) && !/探索|的(?:服务|保障|人口|工作)?体系$/.test(text))
    return make(indicatorOf(clause, null), { value: 100, unit: '%', comparator: '=' }, { derived: true })
  if (/(?:死亡率|发生率|出生缺陷)[\p{Script=Han}、]{0,10}(?:稳定|保持|维持|控制)在(?:较)?低(?:位)?水平/u.test(text))
    return make(indicatorOf(clause, null), { value: null, unit: null, comparator: 'stable-low' })
  const average = /(达到|优于|高于|低于|不低于)(全[国省市]平均水平)/.exec(text)
  if (average)
    return make(text.slice(0, average.index), {
      value: null,
      unit: null,
      comparator: `${average[1] === '达到' ? '=' : (average[1] ?? '')}${average[2] ?? ''}`,
    })
  const level = /(?:达到|创建(?:成)?|通过)(?:国家|省级?|市级)?([一二三][级星])(?:[甲乙]等)?(?:医院|水平|标准)?$/.exec(
    text,
  )
  if (level && /机构|医院|中心|保健院/.test(clause.sentence))
    return make(indicatorOf(clause, null), { value: level[1] ?? '', unit: null, comparator: '=' })
  if (/率逐年(?:提高|上升|增长)|逐年提高$/.test(text))
    return make(indicatorOf(clause, null), {
      value: null,
      unit: /率/.test(text) ? '%' : null,
      comparator: 'increase-yearly',
    })
  if (/完成(?:上级|省|市|国家)?(?:级)?下达的?(?:年度)?[^，]{0,12}(?:任务|计划|指标)/.test(text))
    return make(indicatorOf(clause, null), { value: null, unit: null, comparator: 'annual-plan' })
  return existing(clause, times)
}

/** `到2025年，建设…机构`: one thing that is to be there. */
function existing(clause: Clause, times: Times): readonly Target[] {
  const { text } = clause
  const verb = /(?:建成|建设|建立|设立|成立|组建|要有|建好)(?!健全|完善)/.exec(text)
  if (!verb || !facility.test(text) || /一批|若干|探索|鼓励|支持|逐步/.test(text)) return []
  if (governingYear(clause, text.length, times.horizon)?.mention.use !== 'by') return []
  const single = /^(?:成立|组建)$/.test(verb[0])
  const indicator = indicatorOf({ ...clause, text: text.slice(verb.index + verb[0].length) }, null)
  return [
    makeTarget({
      clause,
      indicator,
      value: single ? 1 : null,
      unit: '个',
      comparator: single ? '=' : 'exists',
      at: text.length,
      times,
      extra: single ? { derived: true } : {},
    }),
  ]
}
