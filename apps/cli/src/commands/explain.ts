import { clauseWords, type Benefit, type Place, type SourceRef } from '@junheng/entitlements'
import type { Day } from '@junheng/kernel'
import { describeBenefit } from '@junheng/packs'
import { findNearestName } from '@junheng/rules'
import type { Command, Language } from '../command.ts'
import { findPlace } from '../load-places.ts'
import { readArguments } from '../read-arguments.ts'
import { readDay } from '../read-day.ts'
import { usageError } from '../usage-error.ts'

export const explain: Command = {
  name: 'explain',
  usage: 'PLACE BENEFIT [--on YYYY-MM-DD] [--dir packs]',
  summary: {
    zh: '用话说清一项福利：条件、数额、出处、怎么办',
    en: 'says one benefit in words: conditions, amount, sources, how to claim',
  },
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, { on: { type: 'string' }, dir: { type: 'string' } })
    const [name, id, ...more] = positionals
    if (name === undefined || id === undefined || more.length > 0) {
      throw usageError({ zh: '要写一个地方和一项福利', en: 'give one place and one benefit' })
    }
    const place = await findPlace(name, values.dir)
    const on = readDay(values.on, terminal)
    for (const line of explained(place, findBenefit(place, id), { on, language: terminal.language })) {
      terminal.print(line)
    }
    return 0
  },
}

function findBenefit(place: Place, name: string): Benefit {
  const found = place.benefits.find(({ id, label }) => id === name || label.zh === name || label.en === name)
  if (found !== undefined) return found
  const ids = place.benefits.map(({ id }) => id)
  const near = likeNames(place, name)
  throw usageError({
    zh: `没有“${name}”这项福利。${near.length === 0 ? `现有：${ids.join('、')}` : `是不是 ${near.join('、')}？`}`,
    en: `There is no benefit "${name}".${near.length === 0 ? ` Benefits: ${ids.join(', ')}` : ` Did you mean ${near.join(' or ')}?`}`,
  })
}

/** Ids that hold every word asked for, or whose Chinese name holds it, or that differ by a slip; at most five. */
function likeNames({ benefits }: Place, name: string): readonly string[] {
  const asked = name.toLowerCase().split(/[-\s]+/u)
  const holding = benefits
    .filter(({ id, label }) => asked.every((word) => id.split('-').includes(word)) || label.zh.includes(name))
    .map(({ id }) => id)
  const near = findNearestName(
    name,
    benefits.map(({ id }) => id),
  )
  return [...new Set([...(near === undefined ? [] : [near]), ...holding])].slice(0, 5)
}

const words = {
  zh: {
    amount: '数额',
    conditions: '条件（都要满足）',
    source: '出处',
    inForce: '有效期',
    judgedOn: '按哪天的规定',
    from: '从',
    to: '到（不含）',
    payer: '谁出钱',
    provider: '谁来办',
    claim: '怎么办',
    papers: '材料',
    excludes: '不能同时享受',
    note: '说明',
    careful: '注意',
    draft: '送审稿，还没有施行',
    notInForce: '文件还是送审稿，没有施行；数额也可能改',
    confidence: {
      'single-source': '目前只见于一处来源，请先向当地核实',
      unconfirmed: '还没有核实，以当地答复为准',
    },
    forces: {
      entitled: '应当给的',
      encouraged: '鼓励，不是权利',
      explored: '探索，不是权利',
      discretionary: '可以给，不是权利',
      'by-consent': '须用人单位同意，不是权利',
    },
  },
  en: {
    amount: 'amount',
    conditions: 'conditions (all of them)',
    source: 'source',
    inForce: 'in force',
    judgedOn: 'rules of the day',
    from: 'from',
    to: 'until (exclusive)',
    payer: 'paid by',
    provider: 'given by',
    claim: 'how to claim',
    papers: 'papers',
    excludes: 'not together with',
    note: 'note',
    careful: 'take care',
    draft: 'a draft, not in force',
    notInForce: 'the document is still a draft and not in force; figures may change',
    confidence: {
      'single-source': 'this rests on a single source; check with the local office first',
      unconfirmed: 'this has not been confirmed; the local office’s word counts',
    },
    forces: {
      entitled: 'a right',
      encouraged: 'encouraged, not a right',
      explored: 'being tried out, not a right',
      discretionary: 'may be given, not a right',
      'by-consent': "needs the employer's consent, not a right",
    },
  },
} as const

function explained(
  place: Place,
  benefit: Benefit,
  { on, language }: { readonly on: Day; readonly language: Language },
): readonly string[] {
  const text = words[language]
  const said = describeBenefit(place, benefit, on)
  const zh = language === 'zh'
  const brackets = (inside: string): string => (zh ? `（${inside}）` : ` (${inside})`)
  const title = (source: SourceRef): string => {
    const document = place.documents.find(({ id }) => id === source.document)
    return `《${document?.title ?? source.document}》${clauseWords(source.clause)}`
  }
  const line = (label: string, value: string | null | undefined): readonly string[] =>
    value === null || value === undefined || value === '' ? [] : [`${label}${zh ? '：' : ': '}${value}`]
  const { label, official, force, inForce, payer, provider, claim, excludes, note } = benefit
  const named = official === null || official === label.zh || !zh ? '' : brackets(official)
  const dates = inForce.from === null && inForce.to === null ? '' : `${inForce.from ?? ''} – ${inForce.to ?? ''}`
  const own = title(benefit.source)
  return [
    `${label[language]}${named} [${benefit.id}] · ${text.forces[force]}${said.draft ? ` · ${text.draft}` : ''}`,
    ...line(text.amount, said.amount?.[language]),
    ...(said.conditions.length === 0 ? [] : [`${text.conditions}${zh ? '：' : ':'}`]),
    ...said.conditions.map(({ sentence, source }) => {
      const other = title(source) === own ? '' : brackets(title(source))
      return `  - ${sentence[language]}${other}`
    }),
    ...line(text.from, said.from?.[language]),
    ...line(text.to, said.to?.[language]),
    ...line(text.judgedOn, said.judgedOn?.[language]),
    ...line(text.inForce, said.draft ? text.notInForce : dates),
    ...line(text.source, own),
    ...line(text.payer, payer?.[language]),
    ...line(text.provider, provider?.[language]),
    ...line(text.claim, claim?.how[language]),
    ...line(text.papers, claim?.papers.map((paper) => paper[language]).join(zh ? '、' : ', ')),
    ...line(text.excludes, excludes.join(', ')),
    ...line(text.note, note?.[language]),
    ...(said.confidence === 'confirmed' ? [] : line(text.careful, text.confidence[said.confidence])),
  ]
}
