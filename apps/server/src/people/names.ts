import type { Words } from '@junheng/kernel'
import type { FactKind, Source } from '@junheng/register'

/** What kinds of facts are called. */
export const factLabels: Readonly<Record<FactKind, Words>> = {
  name: { zh: '姓名', en: 'Name' },
  sex: { zh: '性别', en: 'Sex' },
  'birth-date': { zh: '出生日期', en: 'Date of birth' },
  ethnicity: { zh: '民族', en: 'Ethnicity' },
  'identity-number': { zh: '公民身份号码', en: 'Identity number' },
  phone: { zh: '电话', en: 'Phone' },
  residence: { zh: '居住地', en: 'Residence' },
  household: { zh: '家庭户', en: 'Household' },
  death: { zh: '死亡', en: 'Death' },
  membership: { zh: '户成员', en: 'Member of a household' },
  mother: { zh: '母亲', en: 'Mother' },
  father: { zh: '父亲', en: 'Father' },
  guardian: { zh: '监护人', en: 'Guardian' },
  spouse: { zh: '配偶', en: 'Spouse' },
  marriage: { zh: '结婚', en: 'Marriage' },
  divorce: { zh: '离婚', en: 'Divorce' },
  pregnancy: { zh: '怀孕', en: 'Pregnancy' },
  birth: { zh: '生育', en: 'Birth of a child' },
  health: { zh: '健康记录', en: 'Health note' },
}

/** Who says so, in words. */
export const sourceLabels: Readonly<Record<Source['kind'], Words>> = {
  declared: { zh: '本人申报', en: 'Declared' },
  document: { zh: '证件或文书', en: 'From a document' },
  department: { zh: '其他部门', en: 'From another department' },
  import: { zh: '批量导入', en: 'Imported' },
}
