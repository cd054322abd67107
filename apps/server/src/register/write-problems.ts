import type { Problem } from '@junheng/register'

/* Why something was not written that only the database could tell. */

export const foreignRegion: Problem = {
  path: 'region',
  code: 'foreign-region',
  message: { zh: '只能登记您所在县的人口', en: 'Only the register of your own county can be written' },
}

export const outOfScope: Problem = {
  path: 'command',
  code: 'out-of-scope',
  message: {
    zh: '不在您负责的乡镇范围内，或您的目的不允许登记',
    en: 'Outside your townships, or your purpose does not allow writing',
  },
}

export const otherContent: Problem = {
  path: 'id',
  code: 'id-used-for-other-content',
  message: { zh: '这个编号已用于内容不同的登记', en: 'This id was used for an action with other content' },
}

export const identityTaken: Problem = {
  path: 'command.identityNumber',
  code: 'identity-number-taken',
  message: {
    zh: '这个身份证号已登记在另一个人名下（可能在外县）；请先核对号码，再联系公安户籍部门',
    en: 'This identity number belongs to another person on file, perhaps in another county; check it, then ask the police',
  },
}
