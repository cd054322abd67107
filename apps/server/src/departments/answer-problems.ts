import type { Problem } from '@junheng/casework'
import type { CaseRow } from '../cases/case-rows.ts'

function conflict(path: string, code: string, zh: string, en: string): Problem {
  return { path, code, message: { zh, en } }
}

export function closedCase({ number, ended_on: endedOn }: Pick<CaseRow, 'number' | 'ended_on'>): Problem {
  return conflict(
    'case',
    'case-closed',
    `案件 ${number} 已在 ${endedOn ?? ''} 结束，不再接受结果；如有更正请联系牵头单位`,
    `Case ${number} ended on ${endedOn ?? ''} and takes no more answers; tell the lead unit of corrections`,
  )
}

export const unknownDelivery = conflict(
  'delivery',
  'unknown-delivery',
  '没有发出过这个编号的任务',
  'No delivery of this id was ever sent',
)
export const otherDepartment = conflict(
  'department',
  'other-department',
  '这个任务发给了另一个部门',
  'This delivery went to another department',
)
export const otherCase = conflict(
  'case',
  'other-case',
  '这个任务不属于这个案件',
  'This delivery does not belong to that case',
)
export const otherItem = conflict('item', 'other-item', '这个任务是另一个事项的', 'This delivery is of another item')
export const cannotAsk = conflict(
  'outcome',
  'no-pause',
  '这件事没有规定可以要求补材料',
  'Nothing more may be asked for in this procedure',
)
