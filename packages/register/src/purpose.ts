import type { Words } from '@junheng/kernel'
import type { Category } from './category.ts'

/** Why somebody reads or writes about a person. The database knows the same list and holds to it. */
export type Purpose =
  | 'registration'
  | 'birth-service'
  | 'benefit'
  | 'health-service'
  | 'childcare'
  | 'data-subject'
  | 'emergency'
  | 'household-registration'
  | 'school-entry'
  | 'hiring'
  | 'appraisal'
  | 'promotion'
  | 'casework'

export interface PurposeRule {
  readonly purpose: Purpose
  readonly label: Words
  /** Categories that may be seen for it. */
  readonly categories: readonly Category[]
  /** Needs an open case of the region, and for which. */
  readonly needsCase: boolean
  /** The plans forbid births to decide it: the database refuses and the attempt is kept. */
  readonly forbidden: boolean
}

const plain: readonly Category[] = ['identity', 'contact', 'residence']
const all: readonly Category[] = [...plain, 'fertility', 'health']

/** Every purpose. The forbidden five are those of the implementation plans' clauses on equal treatment. */
export const purposeRules: readonly PurposeRule[] = [
  rule('registration', { zh: '人口登记', en: 'keeping the register' }, all, false),
  rule('birth-service', { zh: '出生一件事', en: 'services after a birth' }, [...plain, 'fertility'], true),
  rule('benefit', { zh: '兑现待遇', en: 'paying what is due' }, [...plain, 'fertility'], true),
  rule('health-service', { zh: '妇幼健康服务', en: 'maternal and child health' }, all, true),
  rule('childcare', { zh: '托育服务', en: 'childcare' }, [...plain, 'fertility'], true),
  rule('data-subject', { zh: '本人查看', en: 'a person reading their own data' }, all, false),
  rule('emergency', { zh: '紧急查看', en: 'emergency, with a reason' }, all, false),
  forbidden('household-registration', { zh: '落户', en: 'household registration' }),
  forbidden('school-entry', { zh: '入学', en: 'school entry' }),
  forbidden('hiring', { zh: '招聘录用', en: 'hiring' }),
  forbidden('appraisal', { zh: '考核评优', en: 'appraisal' }),
  forbidden('promotion', { zh: '晋升', en: 'promotion' }),
  rule('casework', { zh: '办件', en: 'working on cases' }, plain, false),
]

export function findPurpose(name: string): PurposeRule | undefined {
  return purposeRules.find(({ purpose }) => purpose === name)
}

function rule(purpose: Purpose, label: Words, categories: readonly Category[], needsCase: boolean): PurposeRule {
  return { purpose, label, categories, needsCase, forbidden: false }
}

function forbidden(purpose: Purpose, label: Words): PurposeRule {
  return { purpose, label, categories: plain, needsCase: true, forbidden: true }
}
