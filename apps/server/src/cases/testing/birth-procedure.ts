import type { Clock, FieldInfo, FormField, Item, Procedure, RegisterRecord } from '@junheng/casework'

function makeBirthProcedure(): Procedure {
  return {
    id: 'one-birth',
    pack: 'test',
    amendedBy: [],
    here: 421202,
    label: { zh: '出生一件事', en: 'one birth, one form' },
    official: null,
    subject: 'child',
    table: 'children',
    purpose: { id: 'birth-service', categories: ['identity', 'contact', 'residence', 'fertility'] },
    source,
    confidence: 'confirmed',
    inForce: { from: '2020-01-01', to: null },
    datedBy: null,
    lead: 'health',
    openedBy: ['hospital', 'family', 'health'],
    guardian: null,
    uniqueBy: [],
    form,
    items,
    pauses: [{ id: 'supplement', label: { zh: '补材料', en: 'papers to come' } }],
    stops: [{ id: 'death', label: { zh: '死亡', en: 'death' } }],
    withdrawal: { notAfter: ['household-registration'], source },
    objection: { within: null, by: 'health', decided: null, source },
    units: ['health', 'hospital', 'police', 'medical-insurance', 'social-security', 'tax'].map((id) => ({
      id,
      label: { zh: id, en: id },
      receives: ['identity', 'contact', 'fertility', 'paper', 'insurance', 'money', 'health'],
    })),
    documents: { test: '测试条例' },
    fields,
    derived: {},
    note: null,
  }
}

const source = { document: 'test', clause: '第一条' }

const fields: readonly FieldInfo[] = [
  text('child.name', '孩子姓名', 'person-name'),
  code('child.sex', '性别', ['male', 'female']),
  {
    name: 'child.birthDate',
    label: { zh: '出生日期', en: 'date of birth' },
    type: { kind: 'date' },
    table: 'children',
    codes: [],
    category: 'identity',
  },
  {
    name: 'child.weightGrams',
    label: { zh: '体重', en: 'weight' },
    type: { kind: 'number' },
    table: 'children',
    codes: [],
    category: 'health',
  },
  code('child.followsParent', '随谁落户', ['mother', 'father']),
  text('child.certificateNumber', '出生证编号', 'number'),
  text('child.vaccinationNumber', '接种证号', 'number'),
  text('child.identityNumber', '身份证号', 'resident-id'),
  text('child.insuranceNumber', '参保编号', 'number'),
  text('child.cardNumber', '社保卡号', 'number'),
  text('mother.name', '母亲姓名', 'person-name'),
  text('mother.identityNumber', '母亲身份证号', 'resident-id'),
  text('mother.bankAccount', '银行账号', 'account'),
  text('father.name', '父亲姓名', 'person-name'),
  text('household.address', '寄送地址', 'address'),
]

function text(
  name: string,
  zh: string,
  form: 'person-name' | 'number' | 'resident-id' | 'account' | 'address',
): FieldInfo {
  return { name, label: { zh, en: name }, type: { kind: 'text', form }, table: null, codes: [], category: 'identity' }
}

function code(name: string, zh: string, codes: readonly string[]): FieldInfo {
  return {
    name,
    label: { zh, en: name },
    type: { kind: 'code', list: name },
    table: null,
    codes: codes.map((one) => ({ code: one, label: { zh: one, en: one } })),
    category: 'identity',
  }
}

const form: readonly FormField[] = [
  asked('child.name', { required: true, prefilledFrom: null, fixedBy: 'birth-certificate' }),
  asked('child.sex', { required: true, prefilledFrom: 'hospital' }),
  asked('child.birthDate', { required: true, prefilledFrom: 'hospital' }),
  asked('child.weightGrams', { prefilledFrom: 'hospital' }),
  asked('child.followsParent', { prefilledFrom: null }),
  asked('mother.name', { prefilledFrom: 'register' }),
  asked('mother.identityNumber', { prefilledFrom: 'hospital' }),
  asked('mother.bankAccount', { prefilledFrom: null }),
  asked('father.name', { prefilledFrom: 'register' }),
  asked('household.address', { prefilledFrom: 'register' }),
]

function asked(name: string, more: Partial<FormField>): FormField {
  return { name, prefilledFrom: null, required: false, when: null, whenText: null, fixedBy: null, once: false, ...more }
}

const clock: Clock = {
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
}

const born = ['child.name', 'child.sex', 'child.birthDate', 'mother.name', 'mother.identityNumber'].map(sent)

function sent(field: string): Item['sends'][number] {
  return { field, source }
}

const known: RegisterRecord = {
  command: 'register-person',
  person: 'child',
  name: 'child.name',
  sex: 'child.sex',
  birthDate: 'child.birthDate',
  mother: 'mother',
  father: 'father',
  livesWith: ['mother', 'father'],
}

const registered: readonly RegisterRecord[] = [
  known,
  {
    command: 'state-fact',
    person: 'child',
    attribute: 'identity-number',
    value: 'child.identityNumber',
    from: 'child.birthDate',
  },
  {
    command: 'join-household',
    person: 'child',
    householdOf: 'mother',
    as: '子女',
    from: 'child.birthDate',
  },
]

const items: readonly Item[] = [
  item('birth-certificate', 'hospital', { produces: ['child.certificateNumber'], records: [known] }),
  item('vaccination-record', 'health', { awaits: 'open', produces: ['child.vaccinationNumber'] }),
  item('household-registration', 'police', {
    needs: [{ kind: 'item', item: 'birth-certificate', outcome: 'done' }],
    produces: ['child.identityNumber'],
    records: registered,
  }),
  item('medical-insurance', 'medical-insurance', {
    needs: [{ kind: 'item', item: 'household-registration', outcome: 'done' }],
    produces: ['child.insuranceNumber'],
  }),
  item('premium', 'tax', {
    needs: [{ kind: 'item', item: 'medical-insurance', outcome: 'done' }],
  }),
  item('social-security-card', 'social-security', {
    needs: [{ kind: 'item', item: 'household-registration', outcome: 'done' }],
    produces: ['child.cardNumber'],
  }),
]

function item(id: string, unit: string, more: Partial<Item> = {}): Item {
  return {
    id,
    label: { zh: id, en: id },
    unit,
    source,
    confidence: 'confirmed',
    needs: [],
    when: null,
    whenText: null,
    whenWords: null,
    awaits: 'confirm',
    starts: 'itself',
    clocks: [clock],
    sends: born,
    produces: [],
    records: [],
    shows: [],
    refusals: [{ id: 'not-met', label: { zh: '不符合条件', en: 'not met' }, source }],
    stopsOn: ['death'],
    onlyAfter: [],
    note: null,
    ...more,
  }
}

/**
 * A procedure after a birth, small and in code, so that tests of the server stand on no pack: certificate, registration,
 * insurance and premium in a row, vaccination at once, the card after the registration.
 */
export const birthProcedure: Procedure = makeBirthProcedure()
