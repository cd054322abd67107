import { basename } from 'node:path'
import type { Command } from '../command.ts'
import { outlineLines } from '../outline-lines.ts'
import { readArguments } from '../read-arguments.ts'
import { readPlanFile } from '../read-plan-file.ts'
import { usageError } from '../usage-error.ts'
import { writeDraft } from '../write-draft.ts'

export const read: Command = {
  name: 'read',
  usage: 'FILE [--json] [--draft-pack DIR [--id NAME] [--region CODE]]',
  summary: {
    zh: '把一份方案（txt、html、docx、pdf）读成结构，或起草政策包',
    en: 'reads a plan (txt, html, docx, pdf) into structure, or drafts a pack from it',
  },
  details: {
    zh: '--json 输出与人工标注相同的结构。--draft-pack 在 DIR 下新建一个文件夹，里面的 OPEN-QUESTIONS.md 列出待定的事；已有的文件不动。',
    en: '--json prints the shape of hand-made annotations. --draft-pack makes one new folder under DIR with OPEN-QUESTIONS.md in it; existing files stay as they are.',
  },
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, {
      json: { type: 'boolean' },
      'draft-pack': { type: 'string' },
      id: { type: 'string' },
      region: { type: 'string' },
    })
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) throw usageError({ zh: '要写一个文件', en: 'give one file' })
    const { outline } = await readPlanFile(file)
    const { truthShape } = await import('@junheng/plans')
    const directory = values['draft-pack']
    if (directory !== undefined) {
      const { folder, files, parent } = await writeDraft({ outline, directory, id: values.id, region: values.region })
      terminal.print(
        terminal.language === 'zh'
          ? `起草了 ${folder}：${files} 个文件，${parent === null ? '没有上级包' : `上级包 ${parent}`}。待定的事在 ${folder}/OPEN-QUESTIONS.md；检查：junheng check --dir ${directory}`
          : `drafted ${folder}: ${files} files, ${parent === null ? 'no parent pack' : `parent pack ${parent}`}. What is open stands in ${folder}/OPEN-QUESTIONS.md; check it with junheng check --dir ${directory}`,
      )
      return 0
    }
    if (values.json === true) terminal.print(JSON.stringify(truthShape(outline, basename(file)), null, 1))
    else for (const line of outlineLines(outline, terminal.language)) terminal.print(line)
    return 0
  },
}
