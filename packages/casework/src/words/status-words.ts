import type { Text } from '@junheng/rules'
import type { CaseStatus, ItemStatus } from '../state/case-state.ts'

export const itemStatusWords: Readonly<Record<ItemStatus, Text>> = {
  waiting: { zh: '在等前面的事项', en: 'waiting for what comes before it' },
  undecided: { zh: '还缺资料，定不下要不要办', en: 'undecided: a fact is missing' },
  'not-needed': { zh: '不需要办', en: 'not needed' },
  ready: { zh: '可以开始', en: 'ready to begin' },
  working: { zh: '正在办', en: 'being worked on' },
  asked: { zh: '等家庭补材料', en: 'waiting for the family' },
  done: { zh: '已办结', en: 'done' },
  refused: { zh: '未通过', en: 'refused' },
  stopped: { zh: '已停止', en: 'stopped' },
  blocked: { zh: '前面的事项没有办成，办不了', en: 'blocked: what it needs can no longer come' },
}

export const caseStatusWords: Readonly<Record<CaseStatus, Text>> = {
  new: { zh: '还没有开办', en: 'not open' },
  offered: { zh: '等家庭确认', en: 'waiting for the family to confirm' },
  running: { zh: '正在办', en: 'running' },
  completed: { zh: '已全部办结', en: 'completed' },
  partly: { zh: '已结束，有事项没有办成', en: 'ended, with some items not done' },
  refused: { zh: '已结束，没有办成', en: 'ended, nothing done' },
  stopped: { zh: '已终止', en: 'stopped' },
  withdrawn: { zh: '已由家庭撤回', en: 'withdrawn by the family' },
  cancelled: { zh: '已撤销', en: 'cancelled' },
}
