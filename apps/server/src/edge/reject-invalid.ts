import type { Hook } from '@hono/zod-openapi'
import type { Text } from '@junheng/rules'
import type { Env } from 'hono'
import type { z } from 'zod'
import { problem } from '../problems/problem.ts'

/** Turns what the route's schema refuses into one `invalid-request` problem that names every place. */
export const rejectInvalid: Hook<unknown, Env, string, Response | undefined> = (result, c) => {
  if (result.success) return undefined
  return problem(c, 'invalid-request', {
    errors: result.error.issues.map((issue) => ({ path: pathOf(issue.path), message: messageOf(issue) })),
  })
}

/** `children[0].birthDate` of a path of keys and indexes. */
function pathOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`),
    '',
  )
}

const wantedTypes: Readonly<Record<string, Text>> = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  object: { zh: '一个对象 {}', en: 'an object {}' },
  array: { zh: '一个列表 []', en: 'a list []' },
  record: { zh: '一个对象 {}', en: 'an object {}' },
}

const sixDigits: Text = { zh: '要写六位数字，例如 421202', en: 'Write six digits, such as 421202' }
const asDay: Text = { zh: '写法不对，日期写成 2026-03-02', en: 'Wrong form; write a day as 2026-03-02' }

/** One schema issue in plain words of both languages. */
function messageOf(issue: z.core.$ZodIssue): Text {
  switch (issue.code) {
    case 'invalid_type': {
      const wanted = wantedTypes[issue.expected] ?? { zh: issue.expected, en: issue.expected }
      return { zh: `这里应当是${wanted.zh}`, en: `Expected ${wanted.en} here` }
    }
    case 'unrecognized_keys': {
      const keys = issue.keys.join(', ')
      return { zh: `不认识的名称：${keys}`, en: `Unknown name: ${keys}` }
    }
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ')
      return { zh: `只能是：${values}`, en: `Must be one of: ${values}` }
    }
    case 'too_big':
      return { zh: `太大或太长，最多 ${issue.maximum}`, en: `Too large or too long, at most ${issue.maximum}` }
    case 'too_small':
      return { zh: `太小或太短，至少 ${issue.minimum}`, en: `Too small or too short, at least ${issue.minimum}` }
    case 'invalid_format':
      return 'pattern' in issue && (issue.pattern ?? '').includes('{6}') ? sixDigits : asDay
    case 'custom':
    case 'invalid_element':
    case 'invalid_key':
    case 'invalid_union':
    case 'not_multiple_of':
      return { zh: '这里的值不能用', en: 'This value cannot be used' }
  }
}
