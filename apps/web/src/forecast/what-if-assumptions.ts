import type { Assumption } from '@junheng/demography'
import { lastYear, type ForecastRequest } from './forecast-types.ts'

/** What the reader changed, and what the page itself adds to the engine's assumptions. */
export function whatIfAssumptions(request: ForecastRequest): readonly Assumption[] {
  const { region, fromYear, tfrChange, netMigration, migrationVaries } = request
  const signed = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`
  const [now, end] = tfrChange.map(signed)
  const percent = `${netMigration < 0 ? '−' : '+'}${Math.abs(100 * netMigration).toFixed(2)}`
  const source = '你在这一页改的 / changed on this page'
  const own: (Assumption | null)[] = [
    region % 10000 === 0
      ? {
          id: 'province',
          text: {
            zh: '全省（市）也用县的不确定性：迁移的区间偏宽',
            en: 'a whole province is given a county’s uncertainty: its interval from migration is too wide',
          },
          source: 'judgement, not calibrated',
        }
      : null,
    tfrChange.every((change) => change === 0)
      ? null
      : {
          id: 'what-if-tfr',
          text: {
            zh: `总和生育率 ${fromYear} 年改 ${now}，到 ${lastYear} 年改 ${end}，中间按直线`,
            en: `TFR changed by ${now} in ${fromYear} and ${end} in ${lastYear}, in a straight line between`,
          },
          source,
        },
    netMigration === 0
      ? null
      : {
          id: 'what-if-migration',
          text: {
            zh: `${fromYear} 年起每年净迁移为 2020 年普查人口的 ${percent}%，人数不变，多为 15–35 岁`,
            en: `from ${fromYear} net migration of ${percent} % of the census population a year, the same number of persons, most aged 15–35`,
          },
          source,
        },
    migrationVaries
      ? null
      : {
          id: 'what-if-migration-certain',
          text: { zh: '迁移没有不确定性：区间偏窄', en: 'migration is taken as certain: the intervals are too narrow' },
          source,
        },
  ]
  return own.filter((one) => one !== null)
}
