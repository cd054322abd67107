import type { Text } from '@junheng/rules'
import type { Procedure } from '../procedure.ts'
import type { PersonRole, RecordEvent, RecordFact, RecordTie, RegisterRecord } from '../register-record.ts'

/** What the register learns, in words: `孩子：身份证号`. */
export function recordWords({ fields }: Procedure, record: RegisterRecord): Text {
  const person = roles[record.person]
  const said = (what: Text): Text => ({ zh: `${person.zh}${what.zh}`, en: `${what.en} of ${person.en}` })
  switch (record.command) {
    case 'register-person':
      return { zh: `${person.zh}本人（还没有登记的）`, en: `${person.en}, where not registered yet` }
    case 'state-fact':
      return said(attributes[record.attribute])
    case 'record-tie':
      return { zh: `${person.zh}的${ties[record.tie].zh}`, en: `${ties[record.tie].en} of ${person.en}` }
    case 'join-household': {
      const field = fields.find(({ name }) => name === record.householdOf)
      const by = field?.label ?? roles[record.householdOf as PersonRole]
      return { zh: `${person.zh}入户（${by.zh}）`, en: `${person.en} in the household (${by.en})` }
    }
    case 'record-event':
      return said(events[record.event])
  }
}

const roles: Readonly<Record<PersonRole, Text>> = {
  child: { zh: '孩子', en: 'the child' },
  mother: { zh: '母亲', en: 'the mother' },
  father: { zh: '父亲', en: 'the father' },
  guardian: { zh: '监护人', en: 'the guardian' },
  applicant: { zh: '申请人', en: 'the applicant' },
}

const attributes: Readonly<Record<RecordFact['attribute'], Text>> = {
  name: { zh: '的姓名', en: 'the name' },
  ethnicity: { zh: '的民族', en: 'the ethnicity' },
  'identity-number': { zh: '的身份证号', en: 'the identity number' },
  phone: { zh: '的电话', en: 'the telephone' },
  residence: { zh: '的居住地', en: 'the residence' },
  health: { zh: '的健康情况', en: 'the health' },
}

const ties: Readonly<Record<RecordTie['tie'], Text>> = {
  mother: { zh: '母亲', en: 'the mother' },
  father: { zh: '父亲', en: 'the father' },
  guardian: { zh: '监护人', en: 'the guardian' },
  spouse: { zh: '配偶', en: 'the spouse' },
}

const events: Readonly<Record<RecordEvent['event'], Text>> = {
  death: { zh: '去世', en: 'the death' },
  marriage: { zh: '结婚', en: 'the marriage' },
  divorce: { zh: '离婚', en: 'the divorce' },
  pregnancy: { zh: '怀孕', en: 'the pregnancy' },
  birth: { zh: '生育', en: 'the childbirth' },
}
