import type { Words } from '@junheng/kernel'
import type { Purpose } from '@junheng/register'
import type { Field } from '../register/access.ts'

/** What staff may do that touches no person of the register. */
export type Ability =
  | 'see-posts'
  | 'manage-staff'
  | 'see-log'
  | 'see-refusals'
  | 'review'
  | 'work'
  | 'check-claims'
  | 'decide-claims'
  | 'prepare-payments'
  | 'approve-payments'

/** A kind of post: what it is called, of which level of place it is, and what whoever fills it may do there. */
export interface PostKind {
  readonly kind: string
  readonly title: Words
  /** Digits of the code of the place it is of: county 6, township 9, village 12. */
  readonly digits: 6 | 9 | 12
  readonly purposes: readonly Purpose[]
  /** Fields that may be shown whole. */
  readonly fields: readonly Field[]
  readonly abilities: readonly Ability[]
}

const worker: readonly Ability[] = ['see-posts', 'work']

/** Every kind of post. The database knows the same list (staff.post_kind) and grants by it. */
export const postKinds: readonly PostKind[] = [
  {
    kind: 'administrator',
    title: { zh: '系统管理员', en: 'Administrator' },
    digits: 6,
    purposes: [],
    fields: [],
    abilities: ['see-posts', 'manage-staff', 'see-refusals'],
  },
  {
    kind: 'county-officer',
    title: { zh: '区卫健局人口家庭科', en: 'County health bureau, population and family' },
    digits: 6,
    purposes: ['registration', 'birth-service', 'benefit', 'emergency', 'casework'],
    fields: ['identity', 'phone'],
    abilities: worker,
  },
  {
    kind: 'township-worker',
    title: { zh: '乡镇（街道）人口服务员', en: 'Township population worker' },
    digits: 9,
    purposes: ['registration', 'birth-service', 'benefit', 'casework'],
    fields: ['phone'],
    abilities: [...worker, 'check-claims'],
  },
  {
    kind: 'village-worker',
    title: { zh: '村（社区）人口服务员', en: 'Village population worker' },
    digits: 12,
    purposes: ['registration', 'birth-service', 'casework'],
    fields: ['phone'],
    abilities: worker,
  },
  {
    kind: 'health-worker',
    title: { zh: '区妇幼保健院', en: 'Maternal and child health hospital' },
    digits: 6,
    purposes: ['health-service', 'emergency', 'casework'],
    fields: ['phone', 'health'],
    abilities: worker,
  },
  {
    kind: 'police-registrar',
    title: { zh: '公安户籍窗口', en: 'Police, household registration' },
    digits: 6,
    purposes: ['household-registration', 'casework'],
    fields: ['identity'],
    abilities: worker,
  },
  {
    kind: 'school-clerk',
    title: { zh: '教育局招生', en: 'Education bureau, school entry' },
    digits: 6,
    purposes: ['school-entry'],
    fields: [],
    abilities: worker,
  },
  {
    kind: 'reviewer',
    title: { zh: '审计与复核', en: 'Audit and review' },
    digits: 6,
    purposes: [],
    fields: [],
    abilities: ['see-posts', 'see-log', 'see-refusals', 'review'],
  },
  {
    kind: 'hospital-clerk',
    title: { zh: '助产医院产科', en: 'Maternity ward of a hospital' },
    digits: 6,
    purposes: ['casework'],
    fields: [],
    abilities: worker,
  },
  {
    kind: 'insurance-clerk',
    title: { zh: '医保经办窗口', en: 'Medical insurance desk' },
    digits: 6,
    purposes: ['casework'],
    fields: [],
    abilities: worker,
  },
  {
    kind: 'social-security-clerk',
    title: { zh: '社保卡窗口', en: 'Social-security card desk' },
    digits: 6,
    purposes: ['casework'],
    fields: [],
    abilities: worker,
  },
  {
    kind: 'tax-clerk',
    title: { zh: '税务缴费窗口', en: 'Tax desk, premiums' },
    digits: 6,
    purposes: ['casework'],
    fields: [],
    abilities: worker,
  },
  {
    kind: 'civil-affairs-clerk',
    title: { zh: '民政局收养和儿童福利', en: 'Civil affairs, adoption and child welfare' },
    digits: 6,
    purposes: ['casework'],
    fields: [],
    abilities: worker,
  },
  {
    kind: 'data-officer',
    title: { zh: '数据对账员', en: 'Data officer, deliveries and reconciliation' },
    digits: 6,
    purposes: ['casework'],
    fields: [],
    abilities: worker,
  },
  {
    kind: 'benefit-officer',
    title: { zh: '区卫健局待遇审核', en: 'County health bureau, benefits' },
    digits: 6,
    purposes: ['casework', 'benefit'],
    fields: [],
    abilities: [...worker, 'decide-claims'],
  },
  {
    kind: 'cashier-preparer',
    title: { zh: '区财政局制单', en: 'County finance bureau, preparing payments' },
    digits: 6,
    purposes: ['casework'],
    fields: [],
    abilities: [...worker, 'prepare-payments'],
  },
  {
    kind: 'cashier-approver',
    title: { zh: '区财政局复核', en: 'County finance bureau, approving payments' },
    digits: 6,
    purposes: ['casework'],
    fields: [],
    abilities: [...worker, 'approve-payments'],
  },
]

/** The kind of that name. Throws where the database knows one that the program does not. */
export function getPostKind(kind: string): PostKind {
  const found = postKinds.find((one) => one.kind === kind)
  if (found === undefined) throw new Error(`no kind of post is called ${kind}`)
  return found
}
