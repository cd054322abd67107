import { availableParallelism } from 'node:os'
import type { Command } from '../command.ts'
import { readArguments } from '../read-arguments.ts'
import { usageError } from '../usage-error.ts'
import { projectCounties } from './project-counties.ts'
import { projectInputs } from './project-inputs.ts'
import { projectPlace } from './project-place.ts'

export const project: Command = {
  name: 'project',
  usage:
    'REGION --to YEAR [--trajectories 1000] [--seed 1] [--method cohort|share] [--census FILE [--constrain]] [--out DIR] | --inputs DIR --to YEAR --out DIR | --all --census FILE --to YEAR --out DIR',
  summary: {
    zh: '预测一个地方的人口，附区间和每一条假定',
    en: 'project a population, with intervals and every assumption',
  },
  details: {
    zh: [
      'REGION：按 2020 年普查结构和全国参数预测，到 YEAR 年 1 月 1 日；写 forecast.csv 与 assumptions.csv',
      '--inputs DIR：从 CSV 确定性地预测任何人口；文件和列见 docs/demography.md',
      '--all --census FILE：普查表中的全部县；--threads N 个线程',
      '--constrain：各县之和合于全省（全部县，或用 --census 的一个县）',
      '--method share：份额法，当地在每个年龄和性别上占全省（没有普查表时占全国）的份额不变',
    ].join('\n'),
    en: [
      'REGION: from the census of 2020 and national rates, to 1 January YEAR; writes forecast.csv and assumptions.csv',
      '--inputs DIR: any population from CSV, deterministic; files and columns in docs/demography.md',
      '--all --census FILE: every county of the census table; --threads N',
      '--constrain: counties add to their province (all of them, or one named with --census)',
      '--method share: the place keeps its share of the province (of the nation without a table) at every age and sex',
    ].join('\n'),
  },
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, {
      to: { type: 'string' },
      inputs: { type: 'string' },
      out: { type: 'string' },
      all: { type: 'boolean' },
      constrain: { type: 'boolean' },
      method: { type: 'string', default: 'cohort' },
      census: { type: 'string' },
      trajectories: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      threads: { type: 'string', default: String(availableParallelism()) },
    })
    const to = number(values.to, { name: '--to', from: 1900, upTo: 2300 })
    if (values.inputs !== undefined) {
      if (values.out === undefined) throw usageError({ zh: '用 --out 写一个文件夹', en: 'give a folder with --out' })
      return projectInputs({ inputs: values.inputs, to, out: values.out }, terminal)
    }
    const common = {
      to: number(values.to, { name: '--to', from: 2022, upTo: 2101 }),
      // The engine works on eight at a time.
      trajectories: Math.ceil(number(values.trajectories, { name: '--trajectories', from: 1, upTo: 100_000 }) / 8) * 8,
      seed: number(values.seed, { name: '--seed', from: 0, upTo: 2 ** 31 - 1 }),
    }
    const { method } = values
    if (method !== 'cohort' && method !== 'share')
      throw usageError({
        zh: '--method 应是 cohort（队列要素法）或 share（份额法）',
        en: '--method should be cohort or share',
      })
    const constrain = values.constrain === true
    if (constrain && method === 'share')
      throw usageError({
        zh: '份额法的各县本来就合于全省，不用 --constrain',
        en: 'counties by shares add to their province as they are: leave --constrain out',
      })
    if (values.all === true) {
      if (values.census === undefined || values.out === undefined)
        throw usageError({
          zh: '用 --census 指出普查表，用 --out 写一个文件夹',
          en: 'name the table with --census and a folder with --out',
        })
      const threads = number(values.threads, { name: '--threads', from: 1, upTo: 256 })
      return projectCounties(
        { ...common, census: values.census, threads, method, constrain, out: values.out },
        terminal,
      )
    }
    const [region, ...more] = positionals
    if (region === undefined || more.length > 0) throw usageError({ zh: '要写一个地方', en: 'give one place' })
    return projectPlace(
      { ...common, region, census: values.census, method, constrain, out: values.out ?? `forecast-${region}` },
      terminal,
    )
  },
}

function number(
  text: string | undefined,
  { name, from, upTo }: { readonly name: string; readonly from: number; readonly upTo: number },
): number {
  const value = Number(text ?? Number.NaN)
  if (Number.isInteger(value) && value >= from && value <= upTo) return value
  throw usageError({
    zh: `${name} 应是 ${from} 到 ${upTo} 的整数`,
    en: `${name} should be a whole number from ${from} to ${upTo}`,
  })
}
