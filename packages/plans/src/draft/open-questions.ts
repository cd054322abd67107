import type { Outline } from '../outline.ts'
import { unknownDay } from './draft-benefit.ts'

/** The list of what a person must decide before the pack can be published, in Markdown. */
export function openQuestions(
  outline: Outline,
  {
    benefits,
    examples,
    parent,
  }: { readonly benefits: number; readonly examples: number; readonly parent: string | null },
): string {
  const head: string[] = []
  if (outline.title === null) head.push('题目没有读到，请补 pack.yaml 的 title。')
  if (outline.issuer === null) head.push('原文没有写发文机关，请核实。')
  if (outline.date === null) head.push(`原文没有写发文日期：施行日留空，标准暂从 ${unknownDay} 起，请改成真实日期。`)
  if (outline.docNumber === null) head.push('原文没有写文号；确实没有就不用管。')
  if (outline.regionCode === null) head.push('不能确定地区代码，请核对 pack.yaml 的 region。')
  if (parent === null) head.push('没有上级政策包：接上 cn 或省包后，把主题换成国家词汇。')
  const benefitLines = outline.benefits.map(({ section, name, doubt, unit, amount, type }, i) => {
    const id = `plan-benefit-${String(i + 1).padStart(2, '0')}`
    const extra = [
      type === 'leave' ? '属于哪一段假期、怎样计天' : '',
      amount !== null && (unit === '%' || unit === '倍') ? '基数是什么' : '',
      doubt ?? '',
    ].filter((text) => text !== '')
    return `- [ ] ${id} ${section} ${name}：把条件写成表达式，补申请办法${extra.length > 0 ? `；${extra.join('；')}` : ''}`
  })
  const doubts = outline.doubts.map(
    ({ what, section, at }) =>
      `- [ ] 第 ${at.line} 行${section === null ? '' : `（${section}）`}：${what.zh}　“${at.quote.slice(0, 40)}”`,
  )
  return [
    `# 待定的事：${outline.title ?? '未读到题目的方案'}`,
    '',
    '这是机器从原文起草的政策包。它能装入、能通过检查；下面每一条都要有人看过，才能发布。',
    '',
    '## 全文',
    ...head.map((text) => `- [ ] ${text}`),
    '- [ ] 所有 (zh) 开头的英文要翻译。',
    '- [ ] 条款的 gist 改成自己的短句，一句许诺一个 part。',
    ...(examples < 25 ? [`- [ ] 有方案的地方至少要 25 个算例，现有 ${examples} 个：检查会报 too-few-examples。`] : []),
    '',
    `## 待遇（${benefits}）`,
    ...benefitLines,
    '',
    `## 读的时候有疑问的地方（${outline.doubts.length}）`,
    ...doubts,
    '',
  ].join('\n')
}
