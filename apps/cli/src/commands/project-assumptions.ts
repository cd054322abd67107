import type { Assumption } from '@junheng/demography'

/** What `--constrain` does, to be listed beside the result. */
export const constraintAssumption: Assumption = {
  id: 'constrained',
  text: {
    zh: '各县每年每项指标按同一比例调整，使全省各县之和的中位数等于把全省作为一个地区预测的中位数',
    en: 'counties are scaled, by year and indicator, so that the median of their sum is that of the province projected as one region',
  },
  source: 'option --constrain',
}
