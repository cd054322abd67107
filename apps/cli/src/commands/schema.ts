import { situationSchema } from '@junheng/entitlements'
import { packSchemas } from '@junheng/packs'
import { findNearestName } from '@junheng/rules'
import type { Command } from '../command.ts'
import { everyVocabulary, findPlace } from '../load-places.ts'
import { readArguments } from '../read-arguments.ts'
import { usageError } from '../usage-error.ts'

export const schema: Command = {
  name: 'schema',
  usage:
    'situation [PLACE] | pack | plan | dictionary | conditions | parameters | benefit | targets | duties | examples | procedure | cases | schedules',
  summary: {
    zh: '打印家庭情况或规则包文件的 JSON Schema',
    en: 'prints the JSON Schema of a situation or of a kind of pack file',
  },
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, { dir: { type: 'string' } })
    const [kind, place, ...more] = positionals
    if (kind === undefined || more.length > 0 || (place !== undefined && kind !== 'situation')) {
      throw usageError({ zh: '要写一种 schema', en: 'name one schema' })
    }
    terminal.print(JSON.stringify(await schemaOf(kind, place, values.dir), null, 2))
    return 0
  },
}

async function schemaOf(kind: string, place: string | undefined, directory: string | undefined): Promise<unknown> {
  if (kind === 'situation') {
    return situationSchema(place === undefined ? await everyVocabulary(directory) : await findPlace(place, directory))
  }
  const schemas: Readonly<Record<string, unknown>> = packSchemas()
  const found = Object.hasOwn(schemas, kind) ? schemas[kind] : undefined
  if (found !== undefined) return found
  const near = findNearestName(kind, ['situation', ...Object.keys(schemas)])
  throw usageError({
    zh: `没有“${kind}”这种 schema${near === undefined ? '' : `，是不是 ${near}？`}`,
    en: `there is no schema "${kind}"${near === undefined ? '' : `; did you mean ${near}?`}`,
  })
}
