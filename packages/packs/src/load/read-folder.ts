import { BenefitFormat } from '../format/benefit-format.ts'
import { CaseFormat } from '../format/case-format.ts'
import { NamedConditionFormat } from '../format/condition-format.ts'
import {
  CodeListFormat,
  DictionaryFormat,
  FactFormat,
  FieldFormat,
  TableFormat,
  TopicFormat,
  UnitFormat,
} from '../format/dictionary-format.ts'
import { DutyFormat } from '../format/duty-format.ts'
import { ExampleFormat } from '../format/example-format.ts'
import { ManifestFormat } from '../format/manifest-format.ts'
import { ParameterFormat } from '../format/parameter-format.ts'
import { ClauseFormat } from '../format/plan-format.ts'
import { AmendmentFormat, ProcedureFormat } from '../format/procedure-format.ts'
import { ScheduleFormat } from '../format/schedule-format.ts'
import { TargetFormat } from '../format/target-format.ts'
import type { z } from 'zod'
import { findNearestName } from '@junheng/rules'
import type { Problem } from '../problem.ts'
import { SourceFile } from '../source/source-file.ts'
import { ItemReader } from './item-reader.ts'
import type { Item, Pack } from './pack.ts'

const listFiles = [
  'plan.yaml',
  'conditions.yaml',
  'parameters.yaml',
  'targets.yaml',
  'duties.yaml',
  'examples.yaml',
  'cases.yaml',
  'schedules.yaml',
]
/** Folders of one entry a file. */
const oneEach = /^(benefits|procedures)\/[^/]+\.yaml$/
const knownFiles = ['pack.yaml', 'dictionary.yaml', ...listFiles]

/** One folder (path inside it → text) as a pack; null only where pack.yaml is absent or cannot be read. */
export function readFolder(
  folder: string,
  inside: ReadonlyMap<string, string>,
): { readonly pack: Pack | null; readonly problems: readonly Problem[] } {
  const id = folder.replace(/^\d{6}-/, '')
  const reader = new ItemReader(id)
  const files = new Map<string, SourceFile>()
  for (const [name, text] of inside) {
    const path = `${folder}/${name}`
    if (!knownFiles.includes(name) && !oneEach.test(name)) {
      reader.problems.push(unknownFile(path, name))
      continue
    }
    const { file, problems } = SourceFile.read(path, text)
    reader.problems.push(...problems)
    if (file !== null) files.set(name, file)
    else if (oneEach.test(name)) reader.broken.add(stemOf(name))
    else reader.broken.addAnything()
  }
  const manifestFile = files.get('pack.yaml')
  const manifest = manifestFile === undefined ? null : reader.one(ManifestFormat, manifestFile)
  const list = <T>(name: string, schema: Parameters<typeof reader.list<T>>[0]['schema']): readonly Item<T>[] => {
    const file = files.get(name)
    return file === undefined ? [] : reader.list({ schema, file })
  }
  const dictionary = readDictionary(reader, files.get('dictionary.yaml'))
  const conditions = reader.unique(list('conditions.yaml', NamedConditionFormat), (data) => data.id)
  const parameters = reader.unique(list('parameters.yaml', ParameterFormat), (data) => data.id)
  const benefits = reader.unique(
    readEach({ reader, files, folder: 'benefits', schemaFor: () => BenefitFormat }),
    (data) => data.id,
  )
  const procedures = readProcedures(reader, files)
  const clauses = reader.unique(list('plan.yaml', ClauseFormat), (data) => data.path)
  const targets = reader.unique(list('targets.yaml', TargetFormat), (data) => data.id)
  const duties = reader.unique(list('duties.yaml', DutyFormat), (data) => data.id)
  const examples = reader.unique(list('examples.yaml', ExampleFormat), (data) => data.name)
  const schedules = reader.unique(list('schedules.yaml', ScheduleFormat), (data) => data.id)
  const cases = reader.unique(list('cases.yaml', CaseFormat), (data) => data.name)
  if (manifest === null) {
    if (!inside.has('pack.yaml')) reader.problems.push(missingManifest(folder))
    return { pack: null, problems: reader.problems }
  }
  const documents = reader.unique(
    manifest.data.documents.map((data, index): Item<(typeof manifest.data.documents)[number]> => ({
      ...manifest,
      data,
      path: ['documents', index],
    })),
    (data) => data.id,
  )
  checkFolderName(folder, manifest, reader)
  const pack: Pack = {
    id: manifest.data.id,
    folder,
    region: Number(manifest.data.region),
    parent: manifest.data.parent,
    plan: manifest.data.plan,
    manifest,
    documents,
    ...dictionary,
    conditions,
    parameters,
    benefits,
    clauses,
    targets,
    duties,
    examples,
    ...procedures,
    schedules,
    cases,
    broken: reader.broken,
    problems: reader.problems,
  }
  return { pack, problems: reader.problems }
}

function readDictionary(
  reader: ItemReader,
  file: SourceFile | undefined,
): Pick<Pack, 'topics' | 'tables' | 'codeLists' | 'facts' | 'fields' | 'units'> {
  const value = file?.value
  if (file === undefined || typeof value !== 'object' || value === null || Array.isArray(value)) {
    if (file !== undefined && value !== null) reader.one(DictionaryFormat, file)
    return { topics: [], tables: [], codeLists: [], facts: [], fields: [], units: [] }
  }
  const known = Object.keys(DictionaryFormat.shape)
  for (const key of Object.keys(value).filter((name) => !known.includes(name))) {
    const message = {
      zh: `没有“${key}”这个键；可用：${known.join('、')}`,
      en: `unknown key "${key}"; known: ${known.join(', ')}`,
    }
    reader.problems.push(file.problem({ path: [key], part: 'key', code: 'unknown-key', message }))
  }
  const lists = value as Readonly<Record<string, unknown>>
  const at = <T>(key: string, schema: Parameters<typeof reader.list<T>>[0]['schema']) =>
    reader.list({ schema, file, path: [key], value: lists[key] ?? null })
  return {
    topics: reader.unique(at('topics', TopicFormat), (data) => data.id),
    tables: reader.unique(at('tables', TableFormat), (data) => data.name),
    codeLists: reader.unique(at('codeLists', CodeListFormat), (data) => data.name),
    facts: reader.unique(at('facts', FactFormat), (data) => data.name),
    fields: reader.unique(at('fields', FieldFormat), (data) => data.name),
    units: reader.unique(at('units', UnitFormat), (data) => data.id),
  }
}

/** Procedures and amendments of procedures share a folder and one space of ids; `amends` tells them apart. */
function readProcedures(
  reader: ItemReader,
  files: ReadonlyMap<string, SourceFile>,
): Pick<Pack, 'procedures' | 'amendments'> {
  const schemaFor = (file: SourceFile) => (hasKey(file.value, 'amends') ? AmendmentFormat : ProcedureFormat)
  const items = readEach<ProcedureFormat | AmendmentFormat>({ reader, files, folder: 'procedures', schemaFor })
  const unique = reader.unique(items, (data) => data.id)
  return {
    procedures: unique.flatMap((item) => ('amends' in item.data ? [] : [{ ...item, data: item.data }])),
    amendments: unique.flatMap((item) => ('amends' in item.data ? [{ ...item, data: item.data }] : [])),
  }
}

function readEach<T extends { readonly id: string }>(options: {
  readonly reader: ItemReader
  readonly files: ReadonlyMap<string, SourceFile>
  readonly folder: string
  readonly schemaFor: (file: SourceFile) => z.ZodType<T>
}): readonly Item<T>[] {
  const { reader, files, folder, schemaFor } = options
  return [...files].flatMap(([name, file]) => {
    if (!name.startsWith(`${folder}/`)) return []
    const stem = stemOf(name)
    const item = reader.one(schemaFor(file), file)
    if (item === null) {
      reader.broken.add(stem)
      return []
    }
    if (item.data.id !== stem) {
      const message = {
        zh: `id 是“${item.data.id}”，文件名却是“${stem}.yaml”；两者要相同`,
        en: `the id is "${item.data.id}" but the file is "${stem}.yaml"; they must be the same`,
      }
      reader.problems.push(file.problem({ path: ['id'], code: 'file-name', message }))
    }
    return [item]
  })
}

function hasKey(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
}

/** `benefits/x.yaml` → `x` */
function stemOf(name: string): string {
  return name.slice(name.indexOf('/') + 1, -'.yaml'.length)
}

function checkFolderName(folder: string, manifest: Item<Pack['manifest']['data']>, reader: ItemReader): void {
  const expected = `${String(manifest.data.region).padStart(6, '0')}-${manifest.data.id}`
  if (folder === expected) return
  const message = {
    zh: `文件夹应当叫“${expected}”（地区代码-id）`,
    en: `the folder must be called "${expected}" (region code, id)`,
  }
  reader.problems.push(manifest.file.problem({ path: ['id'], code: 'folder-name', message }))
}

function missingManifest(folder: string): Problem {
  const message = { zh: '缺少 pack.yaml', en: 'pack.yaml is missing' }
  return { file: `${folder}/pack.yaml`, line: 1, column: 1, code: 'missing-file', severity: 'error', message }
}

function unknownFile(path: string, name: string): Problem {
  const near = findNearestName(name, knownFiles)
  const message = {
    zh: `规则包里没有这种文件${near === undefined ? '' : `，是不是“${near}”？`}`,
    en: `a pack has no such file${near === undefined ? '' : `; did you mean "${near}"?`}`,
  }
  return { file: path, line: 1, column: 1, code: 'unknown-file', severity: 'error', message }
}
