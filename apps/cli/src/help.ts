import type { Command, Language } from './command.ts'

const words = {
  zh: {
    title: 'junheng 均衡：一个地方的生育支持方案，能让一家人得到什么',
    usage: '用法：junheng 命令 [参数] [--lang zh|en]',
    commands: '命令',
    codes: '退出码：0 正常；1 规则包或答案有问题；2 命令用法不对',
  },
  en: {
    title: "junheng 均衡: what a place's plan for supporting births gives a family",
    usage: 'usage: junheng COMMAND [arguments] [--lang zh|en]',
    commands: 'commands',
    codes: 'exit codes: 0 fine; 1 the packs or the answer are wrong; 2 the command was misused',
  },
}

/** The page `junheng help` prints. */
export function helpText(commands: readonly Command[], language: Language): string {
  const text = words[language]
  const list = commands.flatMap((command) => [
    `  junheng ${command.name} ${command.usage}`.trimEnd(),
    `      ${command.summary[language]}`,
  ])
  return [text.title, '', text.usage, '', `${text.commands}:`, ...list, '', text.codes].join('\n')
}

/** The page `junheng COMMAND --help` prints. */
export function commandHelp(command: Command, language: Language): string {
  const details = command.details === undefined ? [] : ['', command.details[language]]
  return [`junheng ${command.name} ${command.usage}`.trimEnd(), command.summary[language], ...details].join('\n')
}
