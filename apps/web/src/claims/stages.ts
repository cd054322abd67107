import type { Stage } from './calls.ts'

/** Stages that the desk filters by, in the order a claim goes through them. */
export const stageChoices: readonly (readonly [Stage, { readonly zh: string; readonly en: string }])[] = [
  ['checking', { zh: '等乡镇初审', en: 'Township to check' }],
  ['confirming', { zh: '等审核确认', en: 'To confirm' }],
  ['again', { zh: '重新决定', en: 'Decide again' }],
  ['to-look', { zh: '资料变了，要人看', en: 'Facts changed' }],
  ['second', { zh: '等第二个人', en: 'Second person' }],
  ['to-pay', { zh: '等发放', en: 'To pay' }],
  ['on-way', { zh: '银行发放中', en: 'At the bank' }],
  ['account', { zh: '账户要更正', en: 'Account to correct' }],
  ['to-recover', { zh: '要退回', en: 'To come back' }],
  ['paid', { zh: '已到账', en: 'Paid' }],
  ['offered', { zh: '已送达，家庭没确认', en: 'Offered' }],
  ['refused', { zh: '不予发放', en: 'Refused' }],
]
