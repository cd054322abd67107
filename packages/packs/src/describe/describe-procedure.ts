import {
  clockWords,
  confidenceWords,
  needWords,
  recordWords,
  unitLabel,
  type Item,
  type Procedure,
  type SourceRef,
} from '@junheng/casework'
import { clauseWords, type Place } from '@junheng/entitlements'
import { makeDictionary, sentence, type Dictionary, type Text } from '@junheng/rules'
import { regionName } from './place-dictionary.ts'

/** A procedure in words, line by line: what is asked, each item with its unit, order, terms and clause. */
export function describeProcedure(place: Place, procedure: Procedure): readonly Text[] {
  const { label, source, lead, form, inForce } = procedure
  const dictionary = dictionaryOf(place, procedure)
  const typed = form.filter(({ prefilledFrom }) => prefilledFrom === null)
  const fieldLabel = (name: string): Text => labelOf(procedure, name)
  const sourceLine = (ref: SourceRef): Text => sourceWords(place, ref)
  return [
    label,
    join('出处：', 'source: ', sourceLine(source)),
    join('牵头：', 'led by: ', unitLabel(procedure, lead)),
    ...(inForce.from === null ? [] : [{ zh: `从 ${inForce.from} 起`, en: `from ${inForce.from} on` }]),
    join('要家庭填的：', 'the family fills in: ', list(typed.map(({ name }) => fieldLabel(name)))),
    ...procedure.items.flatMap((item) => itemLines(procedure, item, { dictionary, sourceLine })),
    ...(procedure.note === null ? [] : [procedure.note]),
  ]
}

function itemLines(
  procedure: Procedure,
  item: Item,
  { dictionary, sourceLine }: { readonly dictionary: Dictionary; readonly sourceLine: (ref: SourceRef) => Text },
): readonly Text[] {
  const unsure = confidenceWords(item.confidence)
  const shown = item.shows.filter(({ from }) => from === null)
  const lines = [
    join('出处：', 'source: ', bracket(sourceLine(item.source), unsure)),
    ...(item.when === null
      ? []
      : [join('什么情况要办：', 'needed when: ', item.whenWords ?? sentence(item.when, dictionary, { regionName }))]),
    ...(item.needs.length === 0
      ? []
      : [join('要等：', 'after: ', list(item.needs.map((need) => needWords(procedure, need))))]),
    ...(shown.length === 0
      ? []
      : [
          join(
            '要出示：',
            'to be shown: ',
            list(
              shown.map(({ label, commitment }) =>
                bracket(label, commitment ? { zh: '可以写承诺', en: 'or a commitment' } : null),
              ),
            ),
          ),
        ]),
    ...(item.sends.length === 0
      ? []
      : [
          join(
            '给它看：',
            'it is told: ',
            list(
              item.sends.map(({ field, source }) =>
                bracket(labelOf(procedure, field), source === item.source ? null : sourceLine(source)),
              ),
            ),
          ),
        ]),
    ...(item.records.length === 0
      ? []
      : [join('办好后登记：', 'recorded then: ', list(item.records.map((record) => recordWords(procedure, record))))]),
    ...item.clocks.map((clock) => {
      const from =
        clock.source === item.source
          ? clockWords(procedure, clock)
          : withSource(clockWords(procedure, clock), sourceLine(clock.source))
      return join(
        `${clock.label.zh}：`,
        `${clock.label.en}: `,
        bracket(
          clock.when === null ? from : onlyWhen(from, sentence(clock.when, dictionary, { regionName })),
          clock.confidence === item.confidence ? null : confidenceWords(clock.confidence),
        ),
      )
    }),
    ...(item.note === null ? [] : [item.note]),
  ]
  const { label } = item
  const unit = unitLabel(procedure, item.unit)
  return [
    { zh: `· ${label.zh}（${unit.zh}）`, en: `· ${label.en} (${unit.en})` },
    ...lines.map(({ zh, en }) => ({ zh: `    ${zh}`, en: `    ${en}` })),
  ]
}

function dictionaryOf({ tables, codeLists, facts }: Place, { fields }: Procedure): Dictionary {
  const known = new Set(facts.map(({ name }) => name))
  const own = fields.flatMap(({ name, type, label, table }) =>
    type.kind === 'text' || known.has(name) ? [] : [{ name, type, label, table, aliases: [] }],
  )
  return makeDictionary({
    facts: [...facts.map(({ name, type, table, label }) => ({ name, type, table, label, aliases: [] })), ...own],
    tables: tables.map((table) => ({ ...table, aliases: [] })),
    codeLists,
    parameters: [],
  })
}

function sourceWords({ documents }: Place, { document, clause }: SourceRef): Text {
  const title = documents.find(({ id }) => id === document)?.title ?? document
  const words = clauseWords(clause)
  return { zh: `《${title}》${words}`, en: `${title}, ${words}` }
}

function list(words: readonly Text[]): Text {
  if (words.length === 0) return { zh: '没有', en: 'nothing' }
  return { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join(', ') }
}

function bracket({ zh, en }: Text, inside: Text | null): Text {
  return inside === null ? { zh, en } : { zh: `${zh}（${inside.zh}）`, en: `${en} (${inside.en})` }
}

function onlyWhen({ zh, en }: Text, when: Text): Text {
  return { zh: `${zh}，只在${when.zh}时`, en: `${en}, only when ${when.en}` }
}

function withSource({ zh, en }: Text, source: Text): Text {
  return { zh: `${zh}，${source.zh}`, en: `${en}, ${source.en}` }
}

function join(zh: string, en: string, words: Text): Text {
  return { zh: `${zh}${words.zh}`, en: `${en}${words.en}` }
}

function labelOf({ fields }: Procedure, name: string): Text {
  return fields.find((field) => field.name === name)?.label ?? both(name)
}

function both(text: string): Text {
  return { zh: text, en: text }
}
