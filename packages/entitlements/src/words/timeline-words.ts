import type { Text } from '@junheng/rules'

/** How the months of a timeline were filled, said beside it. */
export const assumptions: readonly Text[] = [
  {
    zh: '按月的钱算到结束的前一个月；到月底才结束的，当月也算',
    en: 'Monthly money counts up to the month before it ends, and in that month too where it ends with the month',
  },
  { zh: '按学期的钱放在 3 月和 9 月', en: 'Money by the semester stands in March and September' },
  {
    zh: '按年的钱和按年的假放在开始的那个月和以后每年的同一个月',
    en: 'Money and leave by the year stand in the month they begin and in the same month of each later year',
  },
  {
    zh: '一次性的钱放在可以领的第一个月；实际到账会晚一些',
    en: 'Single payments stand in the first month they can be claimed; they arrive later',
  },
  {
    zh: '只加一定给的；鼓励的、送审稿里的、最高限额的、贷款、优惠都没有加进来，减税额单独列',
    en: 'Only rights are added; encouraged help, what only a draft gives, upper limits, loans and discounts are not, and tax deductions stand apart',
  },
  {
    zh: '怀孕按出生（预产期）前 280 天算起',
    en: 'Pregnancy is counted from 280 days before the birth or the due date',
  },
]
