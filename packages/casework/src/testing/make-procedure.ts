/** Small procedures for tests, written as a pack would write them. */
import { makeDictionary, parseExpression, type Expr } from '@junheng/rules'
import type { Clock, FieldInfo, Item, Procedure } from '../procedure.ts'

const source = { document: 'law', clause: '第一条' }
const same = (text: string) => ({ zh: text, en: text })

const fields: readonly FieldInfo[] = [
  {
    name: 'child.birthDate',
    label: { zh: '出生日期', en: 'date of birth' },
    type: { kind: 'date' },
    table: 'children',
    codes: [],
    category: 'identity',
  },
  {
    name: 'child.inHospital',
    label: { zh: '在医院出生', en: 'born in hospital' },
    type: { kind: 'boolean' },
    table: 'children',
    codes: [],
    category: 'fertility',
  },
  {
    name: 'child.name',
    label: { zh: '姓名', en: 'name' },
    type: { kind: 'text', form: 'person-name' },
    table: 'children',
    codes: [],
    category: 'identity',
  },
  {
    name: 'child.certificate',
    label: { zh: '证号', en: 'certificate number' },
    type: { kind: 'text', form: 'number' },
    table: 'children',
    codes: [],
    category: 'paper',
  },
  {
    name: 'child.number',
    label: { zh: '身份证号', en: 'identity number' },
    type: { kind: 'text', form: 'resident-id' },
    table: 'children',
    codes: [],
    category: 'identity',
  },
]

const dictionary = makeDictionary({
  facts: fields.flatMap(({ name, label, type, table }) =>
    type.kind === 'text' ? [] : [{ name, label, type, table, aliases: [] }],
  ),
  tables: [{ name: 'children', row: 'child', aliases: [], label: same('children') }],
  codeLists: [],
  parameters: [],
})

/** An expression about the child of a test case. */
export function expression(text: string): Expr {
  const { expr } = parseExpression(text, dictionary, { scope: { row: 'children' } })
  if (expr === null) throw new Error(text)
  return expr
}

export function makeItem(id: string, more: Partial<Item> = {}): Item {
  return {
    id,
    label: same(id),
    unit: 'police',
    source,
    confidence: 'confirmed',
    needs: [],
    when: null,
    whenText: null,
    whenWords: null,
    awaits: 'confirm',
    starts: 'by-hand',
    clocks: [],
    sends: [],
    produces: [],
    records: [],
    shows: [],
    refusals: [{ id: 'not-met', label: { zh: '不符合条件', en: 'not met' }, source }],
    stopsOn: [],
    onlyAfter: [],
    note: null,
    ...more,
  }
}

export function makeClock(more: Partial<Clock> = {}): Clock {
  return {
    id: 'answer',
    label: { zh: '办理期限', en: 'time to answer' },
    binds: 'unit',
    limit: 5,
    unit: 'working-days',
    when: null,
    from: { kind: 'action', action: 'ready' },
    until: 'answer',
    pauses: ['supplement'],
    warnBefore: 1,
    escalateTo: 'health',
    source,
    confidence: 'confirmed',
    ...more,
  }
}

/** A procedure of the items given; opened by the hospital, led by health. */
export function makeProcedure(items: readonly Item[], more: Partial<Procedure> = {}): Procedure {
  return {
    id: 'birth',
    pack: 'cn',
    amendedBy: [],
    here: 0,
    label: same('birth'),
    official: null,
    subject: 'child',
    table: 'children',
    purpose: { id: 'birth-service', categories: ['identity', 'contact', 'residence', 'fertility'] },
    source,
    confidence: 'confirmed',
    inForce: { from: '2020-01-01', to: null },
    datedBy: null,
    lead: 'health',
    openedBy: ['hospital', 'family'],
    guardian: null,
    uniqueBy: [],
    form: fields.slice(0, 3).map(({ name }) => ({
      name,
      prefilledFrom: null,
      required: name !== 'child.inHospital',
      when: null,
      whenText: null,
      fixedBy: null,
      once: false,
    })),
    items,
    pauses: [{ id: 'supplement', label: { zh: '补材料', en: 'papers to come' } }],
    stops: [{ id: 'death', label: { zh: '死亡', en: 'death' } }],
    withdrawal: { notAfter: [], source },
    objection: { within: null, by: 'health', decided: null, source },
    units: ['health', 'hospital', 'police', 'insurance'].map((id) => ({
      id,
      label: same(id),
      receives: ['identity', 'paper'],
    })),
    documents: { law: '测试法' },
    fields,
    derived: {},
    note: null,
    ...more,
  }
}
