import { addYears, toDayNumber, type Day, type Words } from '@junheng/kernel'
import { believed } from './believed.ts'
import type {
  Action,
  CorrectFact,
  OpenHousehold,
  RecordTie,
  RegisterPerson,
  SealedNumber,
  StateFact,
} from './command.ts'
import type { Fact, FactKind, FactValue, Reference, ValidTime } from './fact.ts'
import { placeValue } from './place.ts'
import { problem, type Problem } from './problem.ts'
import { projectHousehold, projectPerson, type Person } from './project.ts'

/** What is on file about everyone the action names: facts by subject; a foreign or unknown subject is absent. */
export interface Known {
  readonly facts: ReadonlyMap<string, readonly Fact[]>
}

/** Powers that a decision is given: the instant and fresh ids. */
export interface Powers {
  readonly now: string
  readonly newId: () => string
}

export type Decision =
  | { readonly ok: true; readonly facts: readonly Fact[]; readonly topic: string }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Youngest age at a child's birth that is taken without a correction of one of the two dates, years. */
const youngestParentYears = 10

/** What an action adds to the register, or every reason why it cannot. Pure. */
export function decide(action: Action, known: Known, powers: Powers): Decision {
  const problems = check(action, known)
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, facts: factsOf(action, known, powers), topic: action.command.kind }
}

function check({ command, region }: Action, known: Known): readonly Problem[] {
  switch (command.kind) {
    case 'open-household':
      return known.facts.has(command.household) ? [taken('command.household')] : []
    case 'register-person':
      return checkNewPerson(command, known, region)
    case 'state-fact':
    case 'record-event': {
      const person = findPerson(known, command.person)
      if (person === null) return [unknown('command.person')]
      return command.kind === 'state-fact'
        ? [...checkBearer(command, person), ...notBefore('command.from', command.from, person.birthDate)]
        : notBefore('command.on', command.on, person.birthDate)
    }
    case 'record-tie':
      return checkTie(command, known, region)
    case 'correct-fact':
      return checkCorrection(command, known)
  }
}

/** A number given later must be of the person on file, who has none yet: another one is a correction. */
function checkBearer({ attribute, bearer }: StateFact, person: Person): readonly Problem[] {
  if (attribute !== 'identity-number') return []
  if (person.identityNumber !== null) {
    const text = {
      zh: '已登记了身份证号；要改请更正原记录',
      en: 'An identity number is registered already; correct that record instead',
    }
    return [problem('command.value', 'number-registered', text)]
  }
  const differs = bearer?.birthDate !== person.birthDate || (person.sex !== null && bearer.sex !== person.sex)
  const text = {
    zh: '身份证号里的出生日期或性别与登记的不一样',
    en: 'The date of birth or sex in the identity number differs from the register',
  }
  return differs ? [problem('command.value', 'bearer-differs', text)] : []
}

function checkNewPerson(command: RegisterPerson, known: Known, region: string): readonly Problem[] {
  const { identityNumber: number, birthDate, household } = command
  const problems: Problem[] = known.facts.has(command.person) ? [taken('command.person')] : []
  if (number !== null && number.birthDate !== birthDate) {
    const text = {
      zh: '出生日期与身份证号里的不一样',
      en: 'The date of birth differs from the one in the identity number',
    }
    problems.push(problem('command.birthDate', 'birth-date-differs', text))
  }
  if (number !== null && number.sex !== command.sex) {
    const text = { zh: '性别与身份证号里的不一样', en: 'The sex differs from the one in the identity number' }
    problems.push(problem('command.sex', 'sex-differs', text))
  }
  if (household !== null && household.open !== null && known.facts.has(household.id))
    problems.push(taken('command.household.id'))
  if (household !== null && household.open === null && findHousehold(known, household.id) === null)
    problems.push(unknown('command.household.id'))
  for (const role of ['mother', 'father'] as const) {
    const parent = command[role]
    if (parent !== null) problems.push(...checkParent({ role, parent, known, region, born: birthDate }))
  }
  return problems
}

/** A parent of another county cannot be seen from here: the tie is kept, the ages stay unchecked. */
function checkParent(options: {
  readonly role: 'mother' | 'father'
  readonly parent: Reference
  readonly known: Known
  readonly region: string
  readonly born: Day
}): readonly Problem[] {
  const { role, parent, known, region, born } = options
  if (parent.region !== region) return []
  const person = findPerson(known, parent.id)
  const path = `command.${role}`
  if (person === null) return [unknown(path)]
  const zh = role === 'mother' ? '母亲' : '父亲'
  if (person.sex !== null && (person.sex === 'female') !== (role === 'mother')) {
    return [
      problem(path, 'parent-sex', { zh: `登记的${zh}性别不符`, en: `The registered sex of the ${role} does not fit` }),
    ]
  }
  if (person.birthDate >= born) {
    const text = { zh: `${zh}的出生日期不早于孩子`, en: `The ${role} was not born before the child` }
    return [problem(path, 'parent-younger-than-child', text)]
  }
  if (tooYoung(person.birthDate, born)) {
    const text = {
      zh: `孩子出生时${zh}不满 ${youngestParentYears} 岁，请核对两人的出生日期`,
      en: `The ${role} was under ${youngestParentYears} at the birth; check both dates of birth`,
    }
    return [problem(path, 'parent-too-young', text)]
  }
  return []
}

function tooYoung(parentBorn: Day, childBorn: Day): boolean {
  return addYears(toDayNumber(parentBorn), youngestParentYears) > toDayNumber(childBorn)
}

function checkTie(command: RecordTie, known: Known, region: string): readonly Problem[] {
  const { tie, other, from, to } = command
  const person = findPerson(known, command.person)
  if (person === null) return [unknown('command.person')]
  const problems: Problem[] = [...notBefore('command.from', from, person.birthDate)]
  if (to !== null && to <= from) problems.push(endsBeforeStart('command.to'))
  if (other.id === command.person) {
    const text = { zh: '不能与本人建立关系', en: 'A person cannot be tied to themself' }
    problems.push(problem('command.other', 'tied-to-self', text))
  }
  if (tie === 'mother' || tie === 'father') {
    const parent = { role: tie, parent: other, known, region, born: person.birthDate }
    problems.push(...checkParent(parent).map((found) => ({ ...found, path: 'command.other' })))
    if (person.relations.some(({ kind, other: old }) => kind === tie && old.id !== other.id)) {
      const text = {
        zh: '已登记了另一位，请先更正原来的记录',
        en: 'Another one is registered already; correct that record first',
      }
      problems.push(problem('command.tie', 'parent-registered', text))
    }
    return problems
  }
  const found = tie === 'membership' ? findHousehold(known, other.id) : findPerson(known, other.id)
  if (found === null && other.region === region) problems.push(unknown('command.other'))
  return problems
}

function checkCorrection(command: CorrectFact, known: Known): readonly Problem[] {
  const facts = known.facts.get(command.subject)
  if (facts === undefined) return [unknown('command.subject')]
  const wrong = believed(facts).find(({ id }) => id === command.fact)
  if (wrong === undefined) {
    const text = { zh: '没有这条记录，或它已被更正', en: 'There is no such record, or it has been corrected already' }
    return [problem('command.fact', 'not-believed', text)]
  }
  const valid = correctedTime(command, wrong)
  if (valid.to !== null && valid.to <= valid.from) return [endsBeforeStart('command.to')]
  const born = wrong.kind === 'birth-date' ? (command.value?.plain['day'] ?? null) : null
  if (
    born !== null &&
    believed(facts).some(({ kind, valid }) => kind === 'birth' && tooYoung(born as Day, valid.from))
  ) {
    const text = {
      zh: '比已登记的孩子还小，或只大不到 10 岁',
      en: 'Younger than a registered child, or less than 10 years older',
    }
    return [problem('command.value', 'parent-too-young', text)]
  }
  const person = projectPerson(facts)
  if (person !== null && command.value === null && ['name', 'birth-date'].includes(wrong.kind)) {
    const text = { zh: '姓名和出生日期只能改，不能撤', en: 'A name or date of birth can be replaced, not withdrawn' }
    return [problem('command.how', 'needed', text)]
  }
  return expectedFields(wrong.kind).every((name) => command.value === null || name in command.value.plain)
    ? []
    : [
        problem('command.attribute', 'other-kind', {
          zh: '与原记录不是同一类',
          en: 'Not of the same kind as the record',
        }),
      ]
}

function factsOf({ id: action, region, source, command }: Action, known: Known, powers: Powers): readonly Fact[] {
  const fact = (
    kind: FactKind,
    subject: string,
    rest: {
      value?: FactValue | null
      sealed?: string | null
      object?: Reference | null
      valid: ValidTime
      corrects?: string
      reason?: string
    },
  ): Fact => ({
    id: powers.newId(),
    region,
    subject,
    kind,
    object: rest.object ?? null,
    value: rest.value === undefined ? {} : rest.value,
    sealed: rest.sealed ?? null,
    valid: rest.valid,
    recordedAt: powers.now,
    source,
    corrects: rest.corrects ?? null,
    reason: rest.reason ?? null,
    action,
  })
  const opened = (
    id: string,
    { householdKind: kind, address, from, ...place }: Omit<OpenHousehold, 'kind' | 'household'>,
  ) => fact('household', id, { value: { kind, ...placeValue(place), address }, valid: since(from) })
  switch (command.kind) {
    case 'open-household':
      return [opened(command.household, command)]
    case 'register-person': {
      const { person, identityNumber: number, phone, household, ethnicity } = command
      const valid = since(command.birthDate)
      const say = (kind: FactKind, value: FactValue) => fact(kind, person, { value, valid })
      const sayNumber = (kind: FactKind, { hash, masked, cipher }: SealedNumber) =>
        fact(kind, person, { value: { hash, masked }, sealed: cipher, valid })
      const here = (id: string): Reference => ({ id, region })
      return [
        ...(household === null || household.open === null
          ? []
          : [opened(household.id, { ...household.open, township: command.township, village: command.village })]),
        say('name', { name: command.name }),
        say('sex', { sex: command.sex }),
        say('birth-date', { day: command.birthDate }),
        say('residence', placeValue(command)),
        ...(ethnicity === null ? [] : [say('ethnicity', { ethnicity })]),
        ...(number === null ? [] : [sayNumber('identity-number', number)]),
        ...(phone === null ? [] : [sayNumber('phone', phone)]),
        ...(household === null
          ? []
          : [fact('membership', person, { object: here(household.id), value: { role: household.role }, valid })]),
        ...(['mother', 'father'] as const).flatMap((role) =>
          command[role] === null ? [] : [fact(role, person, { object: command[role], valid })],
        ),
        // The birth is an event in the mother's life too, kept where she is registered.
        ...(command.mother?.region === region
          ? [fact('birth', command.mother.id, { object: here(person), valid })]
          : []),
      ]
    }
    case 'state-fact':
      return [
        fact(command.attribute, command.person, {
          value: command.value.plain,
          sealed: command.value.sealed,
          valid: since(command.from),
        }),
      ]
    case 'record-tie': {
      const { tie, person, other: object, role, from, to } = command
      return [fact(tie, person, { object, value: role === null ? {} : { role }, valid: { from, to } })]
    }
    case 'record-event':
      return [fact(command.event, command.person, { object: command.other, valid: since(command.on) })]
    case 'correct-fact': {
      const wrong = known.facts.get(command.subject)?.find(({ id }) => id === command.fact)
      if (wrong === undefined) return []
      const { value, reason, subject } = command
      const { kind, object } = wrong
      const [plain, sealed] = [value?.plain ?? null, value?.sealed ?? null]
      const valid = correctedTime(command, wrong)
      return [fact(kind, subject, { value: plain, sealed, object, valid, corrects: wrong.id, reason })]
    }
  }
}

function correctedTime({ from, to }: CorrectFact, wrong: Fact): ValidTime {
  return { from: from ?? wrong.valid.from, to: to ?? wrong.valid.to }
}

/** The fields that a value of this kind must have. */
function expectedFields(kind: FactKind): readonly string[] {
  const fields: Partial<Record<FactKind, readonly string[]>> = {
    name: ['name'],
    sex: ['sex'],
    'birth-date': ['day'],
    ethnicity: ['ethnicity'],
    residence: ['township'],
    household: ['kind', 'township', 'address'],
    'identity-number': ['hash', 'masked'],
    phone: ['hash', 'masked'],
    health: [],
  }
  return fields[kind] ?? ['role']
}

function findPerson(known: Known, id: string): Person | null {
  return projectPerson(known.facts.get(id) ?? [])
}

function findHousehold(known: Known, id: string) {
  return projectHousehold(known.facts.get(id) ?? [])
}

function since(from: Day): ValidTime {
  return { from, to: null }
}

function notBefore(path: string, day: Day, born: Day): readonly Problem[] {
  if (day >= born) return []
  return [problem(path, 'before-birth', { zh: '日期早于本人出生', en: 'The day is before the person was born' })]
}

function endsBeforeStart(path: string): Problem {
  return problem(path, 'ends-before-start', { zh: '结束不能早于或等于开始', en: 'The end must come after the start' })
}

function unknown(path: string): Problem {
  const text: Words = { zh: '本县登记里没有这个编号', en: 'The register of this county has no such id' }
  return problem(path, 'unknown-id', text)
}

function taken(path: string): Problem {
  return problem(path, 'id-taken', { zh: '这个编号已经用过', en: 'This id is taken' })
}
