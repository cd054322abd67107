import type { Words } from '@junheng/kernel'

/** What kinds of entries are called. */
const labels: Readonly<Record<string, Words>> = {
  read: { zh: '查看个人页', en: 'Read a person’s page' },
  'read-missing': { zh: '查看：没有这个人或不在范围内', en: 'Read: nobody of that id in their area' },
  search: { zh: '查找', en: 'Search' },
  'work-list': { zh: '打开工作清单', en: 'Opened the work list' },
  act: { zh: '登记或更正', en: 'Registered or corrected' },
  rejected: { zh: '登记被退回', en: 'A registration was rejected' },
  refused: { zh: '被拒绝', en: 'Refused' },
  malformed: { zh: '请求不合规格', en: 'A malformed request' },
  'break-glass': { zh: '紧急查看', en: 'Emergency access' },
  reviewed: { zh: '复核紧急查看', en: 'Reviewed an emergency' },
  'signed-in': { zh: '登录', en: 'Signed in' },
  'signed-out': { zh: '退出', en: 'Signed out' },
  'sign-in-failed': { zh: '登录失败', en: 'Sign-in failed' },
  'locked-out': { zh: '试错太多被锁定', en: 'Locked after failures' },
  'stale-session': { zh: '用了过期的登录', en: 'Used a session that had ended' },
  'forged-session': { zh: '用了伪造的登录', en: 'Used a forged session' },
  'second-factor-set-up': { zh: '设置动态验证码', en: 'Set up a second factor' },
  'post-chosen': { zh: '切换岗位', en: 'Changed the post acted from' },
  'resident-lookup': { zh: '按号码核对居民', en: 'Looked a resident up by number' },
  'resident-linked': { zh: '居民登录关联本人', en: 'A resident’s sign-in was tied to them' },
  appointed: { zh: '任命', en: 'Appointed' },
  dismissed: { zh: '结束任期', en: 'Ended an appointment' },
  'user-added': { zh: '新增人员', en: 'Added a user' },
  'user-reset': { zh: '重置人员', en: 'Reset a user' },
  'case-opened': { zh: '立案', en: 'Opened a case' },
  'case-closed': { zh: '结案', en: 'Closed a case' },
  'correction-asked': { zh: '本人申请更正', en: 'A resident asked for a correction' },
  'claim-facts': { zh: '为申领核对资料', en: 'Read facts for a claim' },
  claims: { zh: '打开申领清单', en: 'Opened the list of claims' },
  'read-claim': { zh: '查看申领', en: 'Read a claim' },
  'claim-decided': { zh: '审核申领', en: 'Decided on a claim' },
  'batch-prepared': { zh: '制付款单', en: 'Prepared a batch of payments' },
  'batch-approved': { zh: '复核付款单', en: 'Approved a batch of payments' },
  'batch-given-up': { zh: '作废付款单', en: 'Gave up a batch of payments' },
  'batch-exported': { zh: '导出给银行', en: 'Exported a batch for the bank' },
  'read-batch': { zh: '查看付款单', en: 'Read a batch of payments' },
  'bank-answered': { zh: '导入银行回单', en: 'Took the bank’s answer' },
  repaid: { zh: '登记退款', en: 'Entered a repayment' },
  import: { zh: '批量导入', en: 'Imported many at once' },
  'keys-rotated': { zh: '更换加密密钥', en: 'Changed the sealing key' },
  'handed-over': { zh: '转交给登记所在的村', en: 'Handed over to the village of registration' },
  'hand-over-answered': { zh: '答复转交', en: 'Answered what was handed over' },
  'correction-answered': { zh: '答复更正申请', en: 'Answered a request for correction' },
}

/** A kind of entry in words; one that is newer than these, as such and by its own name. */
export function entryLabel(kind: string): Words {
  return labels[kind] ?? { zh: `其他操作（${kind}）`, en: `Another action (${kind})` }
}
