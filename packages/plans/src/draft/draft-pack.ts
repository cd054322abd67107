import type { Outline, Section } from '../outline.ts'
import { draftBenefit, unknownDay, untranslated, type DraftBenefit } from './draft-benefit.ts'
import { draftDuties, draftTargets, rolesOf, type DraftEntry } from './draft-duties.ts'
import { openQuestions } from './open-questions.ts'
import { yamlBlock, yamlFlow, type YamlValue } from './yaml.ts'

export interface DraftOptions {
  /** Short id of the pack: lower-case words joined by hyphens. */
  readonly id: string
  /** Six-digit code of the place; `unknownRegion` while nobody knows it. */
  readonly region: number
  /** Pack it inherits from; null = it stands alone and brings a topic of its own. */
  readonly parent: string | null
}

/** Code a draft bears whose place is not in the table: a person must put the real one. */
export const unknownRegion = 100_000

/** Files of a draft pack by path, `421202-xianan/pack.yaml` and so on; the open questions lie beside them in Markdown. */
export type DraftFiles = ReadonlyMap<string, string>

/**
 * The first draft of a pack from a plan: every section, target, deadline, recurrent duty and benefit with its clause,
 * amounts as parameters, each condition as one yes-or-no fact. It loads and passes the check; what a person must still
 * decide is in OPEN-QUESTIONS.md. Nothing the plan leaves open is filled in.
 */
export function draftPack(outline: Outline, { id, region, parent }: DraftOptions): DraftFiles {
  const folder = `${String(region).padStart(6, '0')}-${id}`
  const document = `${id}-plan`
  const topic = parent === null ? 'plan' : null
  const benefits = outline.benefits.map((benefit, i) =>
    draftBenefit({ benefit, number: i + 1, document, topic, inForceFrom: outline.date }),
  )
  const targets = draftTargets(outline, document)
  const duties = draftDuties(outline, document)
  const files = new Map<string, string>()
  const add = (name: string, text: string): void => {
    files.set(`${folder}/${name}`, `${text.trimEnd()}\n`)
  }
  add('pack.yaml', manifest(outline, { id, region, parent, document }))
  add('plan.yaml', planOutline(outline, benefits, [...targets, ...duties]))
  if (targets.length > 0) add('targets.yaml', list(targets.map(({ entry }) => entry)))
  if (duties.length > 0) add('duties.yaml', list(duties.map(({ entry }) => entry)))
  add('dictionary.yaml', dictionary(benefits, topic))
  const parameters = benefits.flatMap((benefit) => benefit.parameters)
  if (parameters.length > 0) add('parameters.yaml', list(parameters))
  for (const benefit of benefits) add(`benefits/${benefit.id}.yaml`, yamlBlock(benefit.file))
  const examples = examplesOf(benefits, outline.date ?? unknownDay)
  if (examples.length > 0) add('examples.yaml', list(examples))
  add('OPEN-QUESTIONS.md', openQuestions(outline, { benefits: benefits.length, examples: examples.length, parent }))
  return files
}

type Entry = { readonly [key: string]: YamlValue | undefined }

const list = (entries: readonly Entry[]): string => entries.map((entry) => yamlBlock(entry, true)).join('\n')

function manifest(outline: Outline, options: DraftOptions & { readonly document: string }): string {
  const name = outline.region.at(-1) ?? outline.title ?? options.id
  return [
    '# 由方案原文起草，待人核对；待定的事见 OPEN-QUESTIONS.md。',
    yamlBlock({
      id: options.id,
      region: options.region,
      name: untranslated(name),
      ...(options.parent === null ? {} : { parent: options.parent }),
      plan: options.document,
      documents: [
        {
          id: options.document,
          title: outline.title ?? '（题目待补）',
          issuer: outline.issuer,
          number: outline.docNumber,
          issued: outline.date,
          kind: 'plan',
          status: /稿|草案/.test(outline.status ?? '') ? 'draft' : 'in-force',
          confidence: 'single-source',
        },
      ],
    }),
  ].join('\n')
}

/** Every section with what it promises; a section that only carries others is narrative. */
function planOutline(outline: Outline, benefits: readonly DraftBenefit[], entries: readonly DraftEntry[]): string {
  const seen = new Set<string>()
  return outline.sections
    .filter(({ path }) => !seen.has(path) && seen.add(path))
    .map((section) => {
      const parts = partsOf(section, outline, benefits, entries)
      const heading = section.heading === '' ? section.number : section.heading
      const head = yamlBlock({ path: section.path, heading, ...rolesOf(section.units) }, true)
      return [head, '  parts:', ...parts.map((part) => `    - ${yamlFlow(part)}`)].join('\n')
    })
    .join('\n')
}

function partsOf(
  section: Section,
  outline: Outline,
  benefits: readonly DraftBenefit[],
  entries: readonly DraftEntry[],
): readonly Entry[] {
  const own: Entry[] = [
    ...benefits
      .filter(({ benefit }) => benefit.section === section.path)
      .map(({ id, benefit }) => ({ kind: 'rule', gist: untranslated(benefit.name || id), by: [id] })),
    ...entries
      .filter((entry) => entry.section === section.path)
      .map(({ id, gist }) => ({
        kind: id.startsWith('plan-target') ? 'indicator' : 'duty',
        gist: untranslated(gist || id),
        by: [id],
      })),
  ]
  if (own.length > 0) return own
  const carries = outline.sections.some(({ path }) => path.startsWith(`${section.path}/`))
  const gist = untranslated(section.heading === '' ? section.number : section.heading)
  return [carries ? { kind: 'narrative', gist } : { kind: 'duty', gist, promised: true }]
}

function dictionary(benefits: readonly DraftBenefit[], topic: string | null): string {
  const topics = topic === null ? [] : ['topics:', `  - ${yamlFlow({ id: topic, label: untranslated('方案') })}`]
  const facts =
    benefits.length === 0 ? ['facts: []'] : ['facts:', ...benefits.map(({ fact }) => `  - ${yamlFlow(fact)}`)]
  return [...topics, ...facts].join('\n')
}

/** Worked examples a place with a plan must have. */
const enoughExamples = 25

/**
 * Three examples a benefit: the condition holds, it does not, it is not known; again a year later and so on until there
 * are enough, for what holds on the plan's day must hold while the plan does.
 */
function examplesOf(benefits: readonly DraftBenefit[], from: string): readonly Entry[] {
  const examples: Entry[] = []
  const firstYear = Number(from.slice(0, 4))
  for (let year = firstYear; benefits.length > 0 && examples.length < enoughExamples; year += 1)
    examples.push(...benefits.flatMap((benefit) => examplesOn(benefit, dayIn(year, from))))
  return examples
}

/** The same day in another year; 29 February becomes 1 March. */
const dayIn = (year: number, day: string): string => `${year}${day.slice(4) === '-02-29' ? '-03-01' : day.slice(4)}`

function examplesOn({ id, factName, expected }: DraftBenefit, on: string): readonly Entry[] {
  const fact = factName.replace('household.', '')
  const example = (name: string, household: Entry, expectation: Entry): Entry => ({
    name: `${id}: ${name}, ${on}`,
    on,
    situation: { household },
    expect: { [id]: expectation },
  })
  return [
    example('the plan’s condition is met', { [fact]: true }, expected),
    example('the plan’s condition is not met', { [fact]: false }, { status: 'ineligible' }),
    example('nothing is known', {}, { status: 'incomplete', missing: [factName] }),
  ]
}
