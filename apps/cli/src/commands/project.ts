import type { Command } from '../command.ts'
import { readArguments } from '../read-arguments.ts'
import { usageError } from '../usage-error.ts'
import { projectInputs } from './project-inputs.ts'

export const project: Command = {
  name: 'project',
  usage: 'REGION --to YEAR [--trajectories 1000] [--seed 1] [--out DIR] | --inputs DIR --to YEAR --out DIR',
  summary: {
    zh: '预测一个地方的人口，附区间和每一条假定',
    en: 'project a population, with intervals and every assumption',
  },
  async run(args, terminal) {
    const { values } = readArguments(args, {
      to: { type: 'string' },
      inputs: { type: 'string' },
      out: { type: 'string' },
    })
    const to = Number(values.to)
    if (!Number.isInteger(to) || to < 1900 || to > 2300)
      throw usageError({ zh: '用 --to 写四位年份', en: 'give a year with --to' })
    if (values.inputs === undefined || values.out === undefined)
      throw usageError({ zh: '用 --inputs 和 --out 各写一个文件夹', en: 'give a folder each with --inputs and --out' })
    return projectInputs({ inputs: values.inputs, to, out: values.out }, terminal)
  },
}
