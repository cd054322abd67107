import { categoryWords } from '../data-category.ts'
import type { FieldInfo, Item, Procedure } from '../procedure.ts'
import { categoriesOf, fieldsRead, isRole, type FieldRead } from '../register-record.ts'
import { availableFacts } from './available-facts.ts'
import { neverKnown, unknownField, type Report } from './report.ts'

/** What an item tells the register must be known by then, of the right type, and within the purpose of the case. */
export function checkRecords(procedure: Procedure, item: Item, report: Report): void {
  const available = availableFacts(procedure)
  const { purpose } = procedure
  item.records.forEach((record, index) => {
    const at = ['records', index]
    for (const category of categoriesOf(record)) {
      if (purpose.categories.includes(category)) continue
      const words = categoryWords[category]
      report(
        item.id,
        at,
        'not-for-this-purpose',
        `用途“${purpose.id}”不能登记“${words.zh}”类资料`,
        `nothing of ${words.en} may be recorded for the purpose "${purpose.id}"`,
      )
    }
    if (record.person === 'child' && procedure.subject !== 'child') {
      report(
        item.id,
        [...at, 'person'],
        'no-such-person',
        '这件事的事主不是孩子，没有 child 可以登记',
        'the case is not about a child: there is no child to record anything of',
      )
    }
    for (const read of fieldsRead(record)) {
      const field = procedure.fields.find(({ name }) => name === read.field)
      const place = [...at, read.key]
      if (field === undefined) unknownField(report, item.id, place, read.field)
      else if (!available.has(read.field)) neverKnown(report, item.id, place, read.field)
      else if (!fits(field, read.is)) {
        report(
          item.id,
          place,
          'wrong-field-type',
          `“${read.field}”（${field.label.zh}）不是${kinds[read.is].zh}，不能写在 ${read.key}`,
          `"${read.field}" (${field.label.en}) is not ${kinds[read.is].en}: it cannot stand at ${read.key}`,
        )
      }
    }
  })
}

const kinds: Readonly<Record<FieldRead['is'], { readonly zh: string; readonly en: string }>> = {
  'person-name': { zh: '姓名', en: "a person's name" },
  sex: { zh: '性别（male、female 的代码）', en: 'a sex (the codes male and female)' },
  date: { zh: '日期', en: 'a date' },
  'resident-id': { zh: '身份证号', en: 'an identity number' },
  phone: { zh: '电话', en: 'a telephone number' },
  text: { zh: '文字', en: 'a text' },
  role: { zh: '指明随谁的代码', en: 'a code that names one of the parties' },
}

function fits({ type, codes }: FieldInfo, is: FieldRead['is']): boolean {
  switch (is) {
    case 'date':
      return type.kind === 'date'
    case 'text':
      return type.kind === 'text'
    case 'person-name':
    case 'resident-id':
    case 'phone':
      return type.kind === 'text' && type.form === is
    case 'sex':
      return codes.length > 0 && codes.every(({ code }) => code === 'male' || code === 'female')
    case 'role':
      return codes.some(({ code }) => isRole(code))
  }
}
