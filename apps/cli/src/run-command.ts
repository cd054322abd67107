import { isDomainError } from '@junheng/kernel'
import { findNearestName } from '@junheng/rules'
import type { Command, ExitCode, Language, Terminal } from './command.ts'
import { commandHelp, helpText } from './help.ts'
import { hideIdentityNumbers } from './hide-identity-numbers.ts'

/** Runs `junheng …`; every expected failure is said in the person's language and becomes an exit code. */
export async function runCommand(
  args: readonly string[],
  options: { readonly commands: readonly Command[]; readonly terminal: Omit<Terminal, 'language'> },
): Promise<ExitCode> {
  const { commands } = options
  const { language, rest } = takeLanguage(args)
  const terminal: Terminal = {
    ...options.terminal,
    language: language ?? 'zh',
    print: (line) => options.terminal.print(hideIdentityNumbers(line)),
    complain: (line) => options.terminal.complain(hideIdentityNumbers(line)),
  }
  if (language === null) {
    terminal.complain('--lang 只能是 zh 或 en / --lang is zh or en')
    return 2
  }
  const [name, ...others] = rest
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    const about = commands.find((command) => command.name === others[0])
    terminal.print(about === undefined ? helpText(commands, language) : commandHelp(about, language))
    return name === undefined ? 2 : 0
  }
  const command = commands.find((candidate) => candidate.name === name)
  if (command === undefined) {
    const near = findNearestName(
      name,
      commands.map((candidate) => candidate.name),
    )
    const hint = near === undefined ? '' : { zh: `，是不是 ${near}？`, en: `; did you mean ${near}?` }[language]
    terminal.complain({ zh: `没有“${name}”这个命令${hint}`, en: `there is no command "${name}"${hint}` }[language])
    terminal.complain(helpText(commands, language))
    return 2
  }
  if (others.includes('--help') || others.includes('-h')) {
    terminal.print(commandHelp(command, language))
    return 0
  }
  try {
    return await command.run(others, terminal)
  } catch (error) {
    if (!isDomainError(error)) throw error
    terminal.complain(error.text[language])
    if (error.code === 'usage') terminal.complain(`junheng ${command.name} ${command.usage}`.trimEnd())
    return error.code === 'usage' ? 2 : 1
  }
}

/** Takes `--lang zh|en` out wherever it stands; null where it names another language. */
function takeLanguage(args: readonly string[]): { language: Language | null; rest: readonly string[] } {
  const rest: string[] = []
  let language: Language | null = 'zh'
  for (let at = 0; at < args.length; at++) {
    const word = args[at] ?? ''
    const value = word === '--lang' ? args[++at] : word.startsWith('--lang=') ? word.slice('--lang='.length) : undefined
    if (word !== '--lang' && value === undefined) rest.push(word)
    else language = value === 'zh' || value === 'en' ? value : null
  }
  return { language, rest }
}
