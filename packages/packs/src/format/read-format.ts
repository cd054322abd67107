import { z } from 'zod'
import type { Text } from '@junheng/rules'
import { findNearestName } from '@junheng/rules'
import type { Problem } from '../problem.ts'
import type { Path, SourceFile } from '../source/source-file.ts'

/** The part of a file at `path` as its schema reads it, or null with every reason why not. */
export function readFormat<T>(options: {
  readonly schema: z.ZodType<T>
  readonly file: SourceFile
  readonly path: Path
  readonly value: unknown
}): { readonly data: T | null; readonly problems: readonly Problem[] } {
  const { schema, file, path, value } = options
  const result = schema.safeParse(value, { reportInput: true })
  if (result.success) return { data: result.data, problems: [] }
  const issues = withoutMisspelt(
    result.error.issues.flatMap((issue) => flatten(issue, [])),
    schema,
  )
  return { data: null, problems: issues.flatMap((issue) => describe({ schema, file, path, issue })) }
}

type Issue = z.core.$ZodIssue

/** A union that failed speaks with the voice of the branch that came closest. */
function flatten(issue: Issue, above: readonly PropertyKey[]): readonly Issue[] {
  const path = [...above, ...issue.path]
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ ...issue, path }]
  const branches = issue.errors.filter(
    (branch) => !branch.some((inner) => inner.code === 'invalid_type' && inner.path.length === 0),
  )
  const closest = [...branches].sort((a, b) => a.length - b.length)[0]
  return closest === undefined ? [{ ...issue, path }] : closest.flatMap((inner) => flatten(inner, path))
}

/** A misspelt key is reported once, as unknown with its right spelling, and not as missing besides. */
function withoutMisspelt(issues: readonly Issue[], schema: z.core.$ZodType): readonly Issue[] {
  const meant = new Set<string>()
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue
    const known = keysAt(schema, stepsOf(issue))
    for (const key of issue.keys) {
      const near = findNearestName(key, known)
      if (near !== undefined) meant.add([...issue.path, near].join('\n'))
    }
  }
  return issues.filter((issue) => issue.input !== undefined || !meant.has(issue.path.join('\n')))
}

function stepsOf(issue: Issue): readonly (string | number)[] {
  return issue.path.map((step) => (typeof step === 'number' ? step : String(step)))
}

function describe(options: {
  readonly schema: z.core.$ZodType
  readonly file: SourceFile
  readonly path: Path
  readonly issue: Issue
}): readonly Problem[] {
  const { schema, file, issue } = options
  const inner = stepsOf(issue)
  const path = [...options.path, ...inner]
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, inner)
    return issue.keys.map((key) => {
      // In `{en: one, two}` the key `two` has no value at all, unlike `two:` on a line of its own.
      const bare = issue.input?.[key] === null && file.scalar([...path, key]) === undefined
      if (bare) return unquotedComma(file, [...path, key])
      const near = findNearestName(key, known)
      return file.problem({
        path: [...path, key],
        part: 'key',
        code: 'unknown-key',
        message: {
          zh: `没有“${key}”这个键${near === undefined ? `；可用：${known.join('、')}` : `，是不是“${near}”？`}`,
          en: `unknown key "${key}"${near === undefined ? `; known: ${known.join(', ')}` : `; did you mean "${near}"?`}`,
        },
      })
    })
  }
  const { code, message } = explain(issue, file.scalar(path))
  return [file.problem({ path, code, message })]
}

/** `{en: one, two}` reads as a key `two` without a value: say what happened, not what the parser saw. */
function unquotedComma(file: SourceFile, path: Path): Problem {
  const message = {
    zh: '花括号里的文字含有英文逗号，要用引号括起来',
    en: 'a text with a comma inside { } must stand in quotes',
  }
  return file.problem({ path, part: 'key', code: 'unquoted-comma', message })
}

function explain(issue: Issue, written: string | undefined): { readonly code: string; readonly message: Text } {
  const name = String(issue.path.at(-1) ?? '')
  switch (issue.code) {
    case 'invalid_type':
      return written === undefined && issue.input === undefined
        ? { code: 'missing-key', message: { zh: `缺少“${name}”`, en: `"${name}" is missing` } }
        : {
            code: 'wrong-type',
            message: { zh: `“${name}”应当是${typeWord(issue.expected)}`, en: `"${name}" must be a ${issue.expected}` },
          }
    case 'invalid_value': {
      const values = issue.values.map(String)
      const near = written === undefined ? undefined : findNearestName(written, values)
      return {
        code: written === undefined ? 'missing-key' : 'unknown-value',
        message: {
          zh: `“${name}”只能是 ${values.join(' | ')}${near === undefined ? '' : `，是不是“${near}”？`}`,
          en: `"${name}" must be one of ${values.join(' | ')}${near === undefined ? '' : `; did you mean "${near}"?`}`,
        },
      }
    }
    case 'invalid_format':
      return {
        code: 'wrong-form',
        message: {
          zh: `“${written ?? ''}”写法不对，应当符合 ${formatOf(issue)}`,
          en: `"${written ?? ''}" is not written as ${formatOf(issue)}`,
        },
      }
    case 'too_small':
      return {
        code: 'too-small',
        message: {
          zh: `“${name}”不能为空或小于 ${issue.minimum}`,
          en: `"${name}" must have at least ${issue.minimum}`,
        },
      }
    case 'too_big':
      return {
        code: 'too-big',
        message: { zh: `“${name}”不能大于 ${issue.maximum}`, en: `"${name}" must be at most ${issue.maximum}` },
      }
    case 'custom':
      return {
        code: 'not-a-day',
        message: { zh: `“${written ?? ''}”不是真实的日期`, en: `"${written ?? ''}" is not a real calendar day` },
      }
    case 'invalid_union':
      return {
        code: written === undefined && issue.input === undefined ? 'missing-key' : 'wrong-type',
        message: { zh: `“${name}”缺少或写法不对`, en: `"${name}" is missing or has none of the forms it may have` },
      }
    case 'not_multiple_of':
    case 'unrecognized_keys':
    case 'invalid_key':
    case 'invalid_element':
    default:
      return { code: 'wrong-form', message: { zh: `“${name}”写法不对`, en: `"${name}" is malformed` } }
  }
}

function formatOf(issue: z.core.$ZodIssueInvalidStringFormat): string {
  return issue.pattern ?? issue.format
}

const typeWords: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表',
  object: '一组键',
  record: '一组键',
}

function typeWord(expected: string): string {
  return typeWords[expected] ?? expected
}

/** The keys an object at `path` inside the schema may have. */
function keysAt(schema: z.core.$ZodType, path: readonly (string | number)[]): readonly string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return keysAt(schema.def.innerType, path)
  }
  if (schema instanceof z.ZodUnion) return [...new Set(schema.options.flatMap((option) => [...keysAt(option, path)]))]
  const [step, ...rest] = path
  if (step === undefined) return schema instanceof z.ZodObject ? Object.keys(schema.shape) : []
  if (schema instanceof z.ZodArray) return keysAt(schema.element, rest)
  if (schema instanceof z.ZodRecord) return keysAt(schema.valueType, rest)
  if (schema instanceof z.ZodObject) {
    const next: unknown = Object.hasOwn(schema.shape, step) ? schema.shape[step] : undefined
    return next instanceof z.core.$ZodType ? keysAt(next, rest) : []
  }
  return []
}
