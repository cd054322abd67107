import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { Text } from '@junheng/rules'
import { usageError } from './usage-error.ts'

type Options = NonNullable<ParseArgsConfig['options']>

/** The options and words of one command; an unknown or incomplete option is a usage error in both languages. */
export function readArguments<const T extends Options>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw usageError(wrongArguments(error instanceof Error ? error.message : String(error)))
  }
}

/** The options of a command that takes no words; a word too many is a usage error. */
export function readOptions<const T extends Options>(args: readonly string[], options: T) {
  const { values, positionals } = readArguments(args, options)
  const [extra] = positionals
  if (extra !== undefined) {
    throw usageError({ zh: `多写了“${extra}”`, en: `"${extra}" is one word too many` })
  }
  return values
}

function wrongArguments(message: string): Text {
  const option = /'(-[^'\s]*)/.exec(message)?.[1] ?? ''
  if (message.startsWith('Unknown option')) {
    return { zh: `没有 ${option} 这个选项`, en: `there is no option ${option}` }
  }
  if (message.includes('argument missing') || message.includes('is ambiguous')) {
    return { zh: `${option} 后面要写一个值`, en: `${option} needs a value after it` }
  }
  if (message.includes('does not take an argument')) {
    return { zh: `${option} 后面不写值`, en: `${option} takes no value` }
  }
  return { zh: '参数不对', en: 'wrong arguments' }
}
