import { parseArgs, type ParseArgsConfig } from 'node:util'
import { usageError } from './usage-error.ts'

type Options = NonNullable<ParseArgsConfig['options']>

/** The options and words of one command; an unknown or incomplete option is a usage error in both languages. */
export function readArguments<const T extends Options>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    const detail = error instanceof Error ? error.message.split('\n')[0] : String(error)
    throw usageError({ zh: `参数不对：${detail ?? ''}`, en: `wrong arguments: ${detail ?? ''}` })
  }
}
