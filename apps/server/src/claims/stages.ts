import type { Text } from '@junheng/rules'

/** How a claim stands, as one word: what its row shows and what the desk filters by. */
export const stages = [
  'offered',
  'checking',
  'confirming',
  'again',
  'second',
  'to-pay',
  'on-way',
  'account',
  'to-recover',
  'to-look',
  'paid',
  'refused',
  'ended',
] as const
export type Stage = (typeof stages)[number]

/** The stage in SQL, of `p` (payment.claim) and `c` (casework.case_row). */
export const stageSql = `case
  when c.status in ('withdrawn', 'cancelled') and p.held_fen = 0 and p.on_way_fen = 0 then 'ended'
  when p.decided = 'refused' and p.look is null and p.held_fen <= p.due_fen then 'refused'
  when p.decided = 'again' then 'again'
  when p.decided = 'proposed' and p.held_fen > 0 then 'second'
  when p.decided in ('confirmed', 'refused') then case
    when p.look is not null then 'to-look'
    when p.due_fen < p.held_fen then 'to-recover'
    when p.asked_account then 'account'
    when p.on_way_fen > 0 then 'on-way'
    when p.due_fen > p.held_fen then 'to-pay'
    else 'paid' end
  when c.status = 'offered' then 'offered'
  when c.ended_on is not null then 'ended'
  when p.decided = 'proposed' then 'second'
  when p.decisions > 0 then 'confirming'
  else 'checking' end`

export const stageWords: Readonly<Record<Stage, Text>> = {
  offered: { zh: '可以领，等您确认', en: 'Yours to take: please confirm' },
  checking: { zh: '乡镇（街道）初审中', en: 'The township is checking' },
  confirming: { zh: '审核中', en: 'Being confirmed' },
  again: { zh: '重新审核中', en: 'Being decided again' },
  second: { zh: '等第二个人同意', en: 'Waiting for a second person' },
  'to-pay': { zh: '已核定，等发放', en: 'Granted, to be paid' },
  'on-way': { zh: '银行发放中', en: 'At the bank' },
  account: { zh: '银行退回，请更正账户', en: 'The bank sent it back: please correct the account' },
  'to-recover': { zh: '多发了，要退回', en: 'Paid too much, to come back' },
  'to-look': { zh: '资料有变，正在核对', en: 'Facts have changed; being looked at' },
  paid: { zh: '已到账', en: 'Paid' },
  refused: { zh: '不予发放', en: 'Refused' },
  ended: { zh: '已结束', en: 'Ended' },
}
