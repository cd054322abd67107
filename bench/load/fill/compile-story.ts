import { zstdCompressSync } from 'node:zlib'
import { fromDayNumber, toDayNumber, getDay } from '@junheng/kernel'
import { boundTo } from '../../../apps/server/src/cases/sealed-json.ts'
import type { Secrets } from '../../../apps/server/src/database/secrets.ts'
import { sealBytes } from '../../../apps/server/src/register/sealed-bytes.ts'
import { findingHash, makeSeal } from '../../../apps/server/src/register/sealing.ts'
import { departmentActors } from '../../../apps/server/src/cases/programs.ts'
import { birthKeys } from '../../../apps/server/src/births/birth-keys.ts'
import { region } from '../place.ts'
import { birthClerk, registrationClerks } from './actors.ts'
import type { AuditChains } from './audit-chains.ts'
import { childNumber } from './child-number.ts'
import { bytesText, escapeText } from './copy-text.ts'
import { serialMark } from './play-case.ts'
import type { Story } from './read-stories.ts'
import type { MadeId, StoryCopy } from './story-copy.ts'
import { family } from './story-family.ts'
import type { StoryRow } from './story-rows.ts'
import type { TableFiles } from './table-files.ts'
import { makeTemplate, type Gap, type Template } from './template.ts'

/** A story made ready to be copied many times. */
export interface CompiledStory {
  readonly story: Story
  /** Ids that every copy has anew; the first is the case's. */
  readonly madeIds: readonly MadeId[]
  readonly write: (copy: StoryCopy, to: { readonly files: TableFiles; readonly chains: AuditChains }) => void
}

type Reading = (found: string) => Gap<StoryCopy> | null

/** Days of a story lie within so many of its first one; what lies further off is no day of the story, but of a law or a person. */
const before = 40
const after = 90

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const dayNumber = '"(?:[a-z]+On|on|from|to)":\\d{5}(?!\\d)'

export function compileStory(secrets: Secrets, story: Story): CompiledStory {
  const madeIds = idsMadeIn(story)
  const { literals, read } = gapsOf(secrets, { story, madeIds })
  const pattern = new RegExp(
    [...literals, uuid, '咸安-\\d{4}-\\d{6}', '\\d{4}-\\d{2}-\\d{2}', dayNumber].join('|'),
    'g',
  )
  const template = (text: string, plain: (part: string) => string) => makeTemplate(text, { pattern, read, plain })
  const seal = makeSeal(secrets)
  const rows = story.rows.map((row) => compileRow(row, { template, secrets, seal }))
  const entries = story.entries.map(({ row, day }) => compileEntry(row, day, template))
  return {
    story,
    madeIds,
    write: (copy, { files, chains }) => {
      for (const { table, columns, line } of rows) files.add(table, columns, line(copy))
      for (const entry of entries) chains.append(entry(copy))
    },
  }
}

function idsMadeIn({ caseId, rows, entries }: Story): readonly MadeId[] {
  const { household, mother, father } = family
  const known = new Set<string>([household, mother.id, father.id, birthClerk, ...registrationClerks])
  for (const actor of Object.values(departmentActors)) known.add(actor)
  const texts = [...rows, ...entries.map(({ row }) => row)].flatMap(({ values }) => values)
  const found = texts.flatMap((text) => text?.match(new RegExp(uuid, 'g')) ?? [])
  // The program's own id and those of departments begin alike.
  const made = [...new Set(found)].filter((id) => !known.has(id) && !id.startsWith('00000000-0000-7000-8000-'))
  const order = new Map(made.toSorted().map((id, rank) => [id, rank]))
  return [caseId, ...made.filter((id) => id !== caseId)].map((id) => ({ id, rank: order.get(id) ?? 0 }))
}

/** What stands in the story for what every copy has of its own. */
function gapsOf(
  secrets: Secrets,
  { story, madeIds }: { readonly story: Story; readonly madeIds: readonly MadeId[] },
): { readonly literals: readonly string[]; readonly read: Reading } {
  const { mother, father, child } = family
  const number = childNumber(story.firstDay, story.sex, 96)
  const hash = findingHash(secrets, 'identity', number)
  const keys = birthKeys(
    secrets,
    {
      id: '',
      record: `R-${serialMark}`,
      kind: 'live-birth',
      where: 'in-institution',
      mother: { name: mother.name, identityNumber: mother.number },
      child: { sex: story.sex, birthDate: story.firstDay, order: 1, of: 1 },
    },
    mother.id,
  )
  const gaps = new Map<string, Gap<StoryCopy>>([
    [mother.id, (copy) => copy.mother.id],
    [mother.name, (copy) => copy.mother.name],
    [mother.number, (copy) => copy.mother.number],
    [mother.birthDate, (copy) => copy.mother.birthDate],
    [father.id, (copy) => copy.father.id],
    [father.name, (copy) => copy.father.name],
    [father.number, (copy) => copy.father.number],
    [family.household, (copy) => copy.household],
    [family.village, (copy) => copy.village],
    [family.township, (copy) => copy.township],
    [family.address, (copy) => copy.address],
    [family.phone, (copy) => copy.phone],
    [child.name, (copy) => copy.child.name],
    [number, (copy) => copy.child.number],
    [masked(number), (copy) => masked(copy.child.number)],
    [hash, (copy) => copy.child.numberHash],
    [hexOf(hash), (copy) => hexOf(copy.child.numberHash)],
    [hexOf(keys.own), (copy) => hexOf(copy.child.birthKey)],
    [hexOf(keys.mother), (copy) => hexOf(copy.child.motherKey)],
    [hexOf(keys.record ?? ''), (copy) => hexOf(copy.child.recordKey)],
    [serialMark, (copy) => copy.serial],
  ])
  gaps.delete('')
  const literals = [...gaps.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map((text) => text.replace(/[*+]/g, String.raw`\$&`))
  const first = toDayNumber(story.firstDay)
  const places = new Map(madeIds.map(({ id }, at) => [id, at]))
  const read: Reading = (found) => {
    const gap = gaps.get(found)
    if (gap !== undefined) return gap
    const place = places.get(found)
    if (place !== undefined) return (copy) => copy.ids[place] ?? ''
    if (found.startsWith('咸安-')) return (copy) => copy.number
    if (found.startsWith('"')) {
      const [name, day] = [found.slice(0, -5), Number(found.slice(-5))] as const
      return day < first - before || day > first + after ? null : (copy) => name + String(day + copy.shift)
    }
    if (found.length !== 10) return null
    const day = toDayNumber(getDay(found))
    return day < first - before || day > first + after ? null : (copy) => fromDayNumber(day + copy.shift)
  }
  return { literals, read }
}

function masked(number: string): string {
  return `${number.charAt(0)}${'*'.repeat(16)}${number.charAt(17)}`
}

function hexOf(base64: string): string {
  return Buffer.from(base64, 'base64').toString('hex')
}

interface Compiling {
  readonly template: (text: string, plain: (part: string) => string) => Template<StoryCopy>
  readonly secrets: Secrets
  readonly seal: ReturnType<typeof makeSeal>
}

/** What a newborn's name is found by, which no pattern in the text could tell. */
const nameColumns: Readonly<Record<string, Gap<StoryCopy>>> = {
  given_name: ({ child }) => child.keys.givenName,
  pinyin: ({ child }) => child.keys.pinyin,
  given_pinyin: ({ child }) => child.keys.givenPinyin,
  initials: ({ child }) => child.keys.initials,
}

function compileRow(row: StoryRow, { template, secrets, seal }: Compiling) {
  const { table, columns, values, sealed } = row
  const at = (name: string) => columns.indexOf(name)
  const cells = values.map((value, i): Gap<StoryCopy> => {
    const name = table === 'register.person' ? nameColumns[columns[i] ?? ''] : undefined
    if (name !== undefined) return name
    if (value === null) return () => String.raw`\N`
    return template(value, i === sealed?.column ? (part) => part : escapeText).write
  })
  const line = (copy: StoryCopy): string => {
    const filled = cells.map((cell) => cell(copy))
    if (sealed === null) return filled.join('\t')
    const text = filled[sealed.column] ?? ''
    const own = (name: string) => filled[at(name)] ?? ''
    filled[sealed.column] = bytesText(hide(text, own))
    return filled.join('\t')
  }
  const hide = (text: string, own: (name: string) => string): Buffer => {
    const json = (bound: string) => sealBytes(secrets, { purpose: 'case', bound }, zstdCompressSync(text))
    switch (sealed?.how) {
      case 'state':
        return json(boundTo.state(region, own('id')))
      case 'action':
        return json(boundTo.action(region, own('case_id'), Number(own('seq'))))
      case 'delivery':
        return json(boundTo.delivery(region, own('id')))
      case 'document':
        return sealBytes(
          secrets,
          { purpose: 'document', bound: `${region} document ${own('id')}` },
          Buffer.from(text, 'latin1'),
        )
      case 'number':
        return Buffer.from(seal('identity', text).cipher, 'base64')
      case undefined:
        throw new Error('nothing to hide')
    }
  }
  return { table, columns: columns.join(', '), line }
}

/** The chain has the moment at which the story was played; a copy has the day of its step. */
function compileEntry({ columns, values }: StoryRow, day: string, template: Compiling['template']) {
  const own = (name: string) => values[columns.indexOf(name)] ?? null
  const played = own('at') ?? ''
  const moved = (text: string) => text.replaceAll(played.slice(0, 10), day)
  const text = (name: string) => {
    const value = own(name)
    return value === null ? () => null : template(value, (part) => part).write
  }
  const at = template(moved(played), (part) => part).write
  const body = template(moved(own('body') ?? ''), (part) => part).write
  const [kind, actor, subject, purpose, caseId] = ['kind', 'actor', 'subject', 'purpose', 'case_id'].map(text)
  const chain = Number(own('chain'))
  return (copy: StoryCopy) => ({
    chain,
    at: at(copy),
    kind: kind?.(copy) ?? '',
    actor: actor?.(copy) ?? null,
    subject: subject?.(copy) ?? null,
    purpose: purpose?.(copy) ?? null,
    caseId: caseId?.(copy) ?? null,
    body: body(copy),
  })
}
