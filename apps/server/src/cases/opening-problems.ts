import type { Problem } from '@junheng/casework'

/** Why a case is not opened, for whoever asked. */
export const notHere: Problem = {
  path: 'procedure',
  code: 'unknown-procedure',
  message: { zh: '这里没有这项事，或还没有施行', en: 'There is no such procedure here, or it is not in force yet' },
}
export const claimsPage: Problem = {
  path: 'procedure',
  code: 'claims-desk',
  message: { zh: '领钱请到“申领”页面办', en: 'Money is claimed on its own page' },
}
export const birthNotice: Problem = {
  path: 'procedure',
  code: 'birth-notice',
  message: {
    zh: '孩子出生由医院报，在家里出生的请到“报出生”办；这里只办收养和福利机构抚养的孩子',
    en: 'A birth is told by the hospital, or on the page for births at home; here are only adoption and institutional care',
  },
}
export const notAsked: Problem = {
  path: 'facts',
  code: 'not-asked',
  message: { zh: '这张表不问这一项', en: 'The form does not ask this' },
}
export const unknownChild: Problem = {
  path: 'child',
  code: 'unknown-person',
  message: {
    zh: '本区登记里没有这个孩子，或这件事不是孩子的事',
    en: 'No such child is registered here, or it is no matter of a child',
  },
}
export const unknownApplicant: Problem = {
  path: 'applicant',
  code: 'unknown-person',
  message: { zh: '本区登记里没有这位申请人', en: 'No such applicant is registered here' },
}
export const notYourChild: Problem = {
  path: 'child',
  code: 'not-its-parent',
  message: { zh: '只能给自己的孩子办', en: 'One opens a case only for one’s own child' },
}
export const otherContent: Problem = {
  path: 'id',
  code: 'id-used-for-other-content',
  message: { zh: '这个编号已经用在别的事上', en: 'This id belongs to another matter' },
}
export const outOfReach: Problem = {
  path: 'applicant',
  code: 'out-of-scope',
  message: { zh: '不在您的乡镇（街道）范围内，请由当地开办', en: 'Outside your township: it is opened there' },
}

export function alreadyOpen(number: string): Problem {
  return {
    path: 'facts',
    code: 'already-open',
    message: { zh: `同一件事已经在办，编号 ${number}，不用再办一次`, en: `The same matter is under way as ${number}` },
  }
}
