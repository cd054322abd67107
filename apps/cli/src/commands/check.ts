import { chineseWorkdays } from '@junheng/kernel/workdays-cn'
import { checkPacks, type Problem } from '@junheng/packs'
import type { Command, Terminal } from '../command.ts'
import { readPackFiles } from '../pack-files.ts'
import { readArguments } from '../read-arguments.ts'

export const check: Command = {
  name: 'check',
  usage: '[--dir packs] [--json]',
  summary: {
    zh: '检查所有规则包并运行示例，一次报出所有问题',
    en: 'checks every pack and runs its examples; reports all problems at once',
  },
  async run(args, terminal) {
    const { values } = readArguments(args, { dir: { type: 'string' }, json: { type: 'boolean' } })
    const report = checkPacks(await readPackFiles(values.dir), chineseWorkdays)
    if (values.json === true) {
      terminal.print(JSON.stringify(report, null, 2))
      return report.errors > 0 ? 1 : 0
    }
    for (const problem of report.problems) terminal.print(problemLine(problem, terminal))
    const { packs, benefits, examples, clauses, procedures, cases } = report.counts
    terminal.print(
      terminal.language === 'zh'
        ? `${packs} 个规则包，${benefits} 项福利，${procedures} 个办事流程，${clauses} 条方案条款，${examples} 个示例，${cases} 个办事示例：${report.errors} 个错误，${report.warnings} 个警告`
        : `${packs} packs, ${benefits} benefits, ${procedures} procedures, ${clauses} plan clauses, ${examples} examples, ${cases} worked cases: ${counted(report.errors, 'error')}, ${counted(report.warnings, 'warning')}`,
    )
    return report.errors > 0 ? 1 : 0
  },
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** `file:line:column error code message`, as editors and terminals link it. */
function problemLine(problem: Problem, { language }: Pick<Terminal, 'language'>): string {
  const { file, line, column, severity, code, message } = problem
  const word = { zh: { error: '错误', warning: '警告' }, en: { error: 'error', warning: 'warning' } }[language][
    severity
  ]
  return `${file}:${line}:${column} ${word} ${code} ${message[language]}`
}
