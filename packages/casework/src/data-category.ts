import type { Text } from '@junheng/rules'

/** What a field tells of people. The first five are the register's own categories; the others only cases know. */
export type DataCategory =
  | 'identity'
  | 'contact'
  | 'residence'
  | 'fertility'
  | 'health'
  | 'money'
  | 'insurance'
  | 'paper'
  | 'matter'

export const categoryWords: Readonly<Record<DataCategory, Text>> = {
  identity: { zh: '身份', en: 'identity' },
  contact: { zh: '联系方式', en: 'contact' },
  residence: { zh: '户籍居住', en: 'residence' },
  fertility: { zh: '婚育', en: 'marriage and births' },
  health: { zh: '健康', en: 'health' },
  money: { zh: '账户金额', en: 'accounts and amounts' },
  insurance: { zh: '社会保险', en: 'social insurance' },
  paper: { zh: '证件编号', en: 'numbers of papers' },
  matter: { zh: '事由', en: 'what the case is about' },
}
