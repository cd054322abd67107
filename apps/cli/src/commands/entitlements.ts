import {
  entitlements as answersOf,
  readSituation,
  type Answer,
  type Place,
  type ReadSituation,
  type Situation,
} from '@junheng/entitlements'
import { toDayNumber } from '@junheng/kernel'
import { isRegionCode } from '@junheng/kernel/regions'
import { chineseWorkdays } from '@junheng/kernel/workdays-cn'
import { answerLines } from '../answer-lines.ts'
import type { Command } from '../command.ts'
import { everyVocabulary, findPlace } from '../load-places.ts'
import { readArguments } from '../read-arguments.ts'
import { readDay } from '../read-day.ts'
import { readSituationFile } from '../read-situation-file.ts'
import { usageError } from '../usage-error.ts'

export const entitlements: Command = {
  name: 'entitlements',
  usage: 'PLACE SITUATION.json [--on YYYY-MM-DD] [--json] [--all] [--dir packs]',
  summary: {
    zh: '这家人在这个地方、这一天能得到什么，每项都有出处和理由',
    en: 'what this household is promised in this place on this day, each answer with its source and reason',
  },
  details: {
    zh: 'PLACE 可以是 id、行政区划代码、中文名或规则包文件夹；SITUATION 写 - 从标准输入读。不写 --on 按今天（中国时间）。\n不符合的只列名称；--all 全部展开。家庭情况怎么写：junheng schema situation PLACE。',
    en: 'PLACE is an id, a region code, a Chinese name or the folder of a pack; SITUATION - is standard input. Without --on it is today in China.\nWhat does not apply is listed by name only; --all says why for each. How to write a situation: junheng schema situation PLACE.',
  },
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, {
      on: { type: 'string' },
      json: { type: 'boolean' },
      all: { type: 'boolean' },
      dir: { type: 'string' },
    })
    const [name, path, ...more] = positionals
    if (name === undefined || path === undefined || more.length > 0) {
      throw usageError({ zh: '要写一个地方和一个家庭情况文件', en: 'give one place and one situation file' })
    }
    const day = readDay(values.on, terminal)
    const place = await findPlace(name, values.dir)
    const input = await readSituationFile(path, terminal)
    const sure = readSituation(place, input, { isRegion: isRegionCode })
    // A situation may be written for several places: what only others ask about is no mistake here.
    const read = sure.ok ? sure : await readForAll(place, input, values.dir)
    if (!read.ok) {
      for (const { path: at, message } of read.problems) {
        terminal.complain(`${at === '' ? '' : `${at}: `}${message[terminal.language]}`)
      }
      return 2
    }
    const situation: Situation = read.situation
    const answers = answersOf({ place, situation, on: toDayNumber(day), calendar: chineseWorkdays })
    if (values.json === true) {
      terminal.print(
        JSON.stringify({ place: place.id, region: place.region, on: day, answers: answers.map(asJson) }, null, 2),
      )
      return 0
    }
    for (const line of answerLines({ answers, place, day, language: terminal.language, all: values.all === true })) {
      terminal.print(line)
    }
    return 0
  },
}

/** The same, where what only other places ask about is no mistake. */
async function readForAll(place: Place, input: unknown, directory: string | undefined): Promise<ReadSituation> {
  return readSituation(place, input, { elsewhere: await everyVocabulary(directory), isRegion: isRegionCode })
}

/** The fields of an answer a machine asks for first, in a fixed order, then the rest. */
function asJson({ id, label, status, amount, unit, per, from, to, source, missing, reason, ...rest }: Answer) {
  return { id, label, status, amount, unit, per, from, to, source, missing, reason, ...rest }
}
