import type { Problem } from '@junheng/casework'

function problem(path: string, code: string, zh: string, en: string): Problem {
  return { path, code, message: { zh, en } }
}

export const notYetBorn = problem(
  'child.birthDate',
  'in-the-future',
  '出生日期在今天之后，请核对',
  'The date of birth lies after today; check it',
)
export const noRecord = problem(
  'record',
  'record-missing',
  '在医院出生的，请写医院给孩子的编号',
  'A birth in an institution needs the institution’s own number of the child',
)
export const noProcedure = problem(
  'child.birthDate',
  'no-procedure',
  '这个县在出生那天还没有施行“出生一件事”',
  'This county had no procedure after a birth in force on that day',
)
export const otherContent = problem(
  'id',
  'id-used-for-other-content',
  '这个通知编号已用于内容不同的通知；更正请换一个编号',
  'This id was used for a notice with other content; give a correction an id of its own',
)

export function parentSex(role: 'mother' | 'father'): Problem {
  const zh = role === 'mother' ? '母亲' : '父亲'
  return problem(
    `${role}.identityNumber`,
    'parent-sex',
    `${zh}身份证号里的性别不符，请核对`,
    `The sex in the ${role}’s identity number does not fit; check it`,
  )
}

/** Names the case, never the other mother. */
export function twoMothers(number: string): Problem {
  return problem(
    'mother',
    'two-mothers',
    `这个孩子（医院编号相同）已在案件 ${number} 里登记了另一位母亲；请核对腕带和病历，必要时联系牵头单位更正`,
    `This child (same hospital number) has another mother in case ${number}; check wristband and record, or ask the lead unit to correct it`,
  )
}

export const notItsParent = problem(
  'mother.person',
  'not-its-parent',
  '只能申报自己的孩子：母亲或父亲须是登录的本人',
  'One tells only of one’s own child: mother or father must be whoever is signed in',
)
