import { randomUUID } from 'node:crypto'
import { isEnded, type CaseState, type Item, type WrittenFacts } from '@junheng/casework'
import { Department } from '@junheng/connector'
import { notifyBirth } from '../../../apps/server/src/births/notify-birth.ts'
import { actOnCase, type CaseOutcome } from '../../../apps/server/src/cases/act-on-case.ts'
import { findCase } from '../../../apps/server/src/cases/case-rows.ts'
import { chineseDay, type Casework } from '../../../apps/server/src/cases/casework.ts'
import { openCase } from '../../../apps/server/src/cases/open-case.ts'
import { departmentActors, programAccess } from '../../../apps/server/src/cases/programs.ts'
import { takeAnswer } from '../../../apps/server/src/departments/take-answer.ts'
import { keepDocument } from '../../../apps/server/src/documents/keep-document.ts'
import { withAccess, type Access } from '../../../apps/server/src/register/access.ts'
import { newId } from '../../../apps/server/src/register/new-id.ts'
import { region } from '../place.ts'
import { childNumber } from './child-number.ts'
import { family } from './story-family.ts'

/** What happens in a story, a step at a time; each step is a transaction or two of the service. */
export interface StoryPlan {
  readonly procedure: 'one-birth' | 'birth-registration'
  /** Who works at the desk. */
  readonly clerk: string
  readonly sex: 'male' | 'female'
  /** Days from one step to the next, in turn. */
  readonly gaps: readonly number[]
  /** Steps that happen; absent: all, until it has ended. */
  readonly steps?: number
  readonly withDocument?: boolean
}

export interface PlayedCase {
  readonly caseId: string
  /** The register's id of the child, of a birth. */
  readonly subject: string | null
  readonly ended: boolean
}

/** Plays a case by the service's own code, from its first day; `after` is told when a step is done. */
export async function playCase(
  casework: Casework,
  {
    plan,
    firstDay,
    sendWaiting,
    after,
  }: {
    readonly plan: StoryPlan
    readonly firstDay: string
    /** Hands the deliveries that are due to their departments. */
    readonly sendWaiting: (now: Temporal.Instant) => Promise<void>
    readonly after: (day: string) => Promise<void>
  },
): Promise<PlayedCase> {
  let [day, step] = [Temporal.PlainDate.from(firstDay), 0]
  const at = () => day.toZonedDateTime({ timeZone: 'Asia/Shanghai', plainTime: '10:30' }).toInstant()
  const caseId =
    plan.procedure === 'one-birth' ? await tellOfBirth(casework, plan, at()) : await register(casework, plan, at())
  await after(day.toString())
  for (;;) {
    const kept = await findCaseAsOwner(casework, caseId, plan.clerk)
    const todo = nextOf(kept.state, kept.procedure.items)
    if (todo === null || (plan.steps !== undefined && step >= plan.steps)) {
      return { caseId, subject: kept.row.subject, ended: isEnded(kept.state) }
    }
    day = day.add({ days: plan.gaps[step % plan.gaps.length] ?? 1 })
    if (todo === 'confirm') {
      await expectTaken(confirm(casework, { plan, caseId, now: at() }))
      if (plan.withDocument === true) await addDocument(casework, { plan, caseId, now: at() })
    } else await answer(casework, { plan, caseId, item: todo, born: firstDay, now: at(), sendWaiting })
    step++
    await after(day.toString())
  }
}

type Doing = { readonly plan: StoryPlan; readonly caseId: string; readonly now: Temporal.Instant }

function desk({ clerk }: Pick<StoryPlan, 'clerk'>, caseId: string | null): Access {
  return programAccess(region, { actor: clerk, caseId })
}

function nextOf(state: CaseState, items: readonly Item[]): Item | 'confirm' | null {
  if (isEnded(state)) return null
  if (state.confirmedOn === null) return 'confirm'
  return items.find(({ id }) => state.items[id]?.status === 'working') ?? null
}

async function findCaseAsOwner(casework: Casework, caseId: string, clerk: string) {
  const access = desk({ clerk }, caseId)
  const kept = await withAccess(casework.register, { access, births: true }, (tx) =>
    findCase(tx, casework, { region, caseId }),
  )
  if (kept === undefined) throw new Error('the case of a story is not there')
  return kept
}

async function tellOfBirth(casework: Casework, { sex }: StoryPlan, now: Temporal.Instant): Promise<string> {
  const { mother, father } = family
  const outcome = await notifyBirth(casework, {
    access: programAccess(region, { actor: departmentActors.hospital }),
    by: { unit: 'hospital', person: null },
    notice: {
      id: randomUUID(),
      record: `R-${serialMark}`,
      kind: 'live-birth',
      where: 'in-institution',
      mother: { name: mother.name, identityNumber: mother.number },
      father: { name: father.name, identityNumber: father.number },
      child: { sex, birthDate: chineseDay(now), weightGrams: 3250, order: 1, of: 1 },
    },
    now,
  })
  if (!outcome.ok) throw new Error(`a birth of a story: ${JSON.stringify(outcome.problems)}`)
  return outcome.caseId
}

async function register(casework: Casework, plan: StoryPlan, now: Temporal.Instant): Promise<string> {
  const { mother, father, township, village, phone } = family
  const caseId = newId(now)
  const access = desk(plan, null)
  const outcome = await withAccess(casework.register, { access, births: true }, (tx) =>
    openCase(tx, casework, {
      access,
      caseId,
      procedure: 'birth-registration',
      actionId: randomUUID(),
      by: { unit: 'family', person: mother.id },
      facts: {
        'mother.name': mother.name,
        'mother.identityNumber': mother.number,
        'father.name': father.name,
        'household.registrationRegion': Number(region),
        'household.residenceRegion': Number(region),
        'household.twoProvinces': false,
        'household.phone': phone,
      },
      subject: mother.id,
      parties: [
        { person: mother.id, role: 'mother' },
        { person: father.id, role: 'father' },
      ],
      township,
      village,
      now,
    }),
  )
  if (!outcome.ok) throw new Error(`a registration of a story: ${JSON.stringify(outcome.problems)}`)
  return caseId
}

/** The family's word, taken at the desk from somebody who cannot do it by phone. */
function confirm(casework: Casework, { plan, caseId, now }: Doing): Promise<CaseOutcome> {
  const birth: WrittenFacts = {
    'child.name': family.child.name,
    'child.followsParent': 'mother',
    'child.foreignParents': 'none',
    'child.parentsOfTwoProvinces': false,
    'child.collectiveHousehold': false,
    'household.registeredMarriage': true,
    'household.phone': family.phone,
  }
  const by = { unit: 'family', person: family.mother.id, proxy: true } as const
  const facts = plan.procedure === 'one-birth' ? birth : {}
  const action = { kind: 'confirm', id: randomUUID(), on: chineseDay(now), by, facts } as const
  return actOnCase(casework, { access: desk(plan, caseId), caseId, action, now })
}

async function answer(
  casework: Casework,
  doing: Doing & {
    readonly item: Item
    readonly born: string
    readonly sendWaiting: (now: Temporal.Instant) => Promise<void>
  },
): Promise<void> {
  const { plan, caseId, item, now, born, sendWaiting } = doing
  const fields = Object.fromEntries(
    item.produces.map((name) => [
      name,
      name === 'child.identityNumber' ? childNumber(born, plan.sex, 96) : `NO${serialMark}`,
    ]),
  )
  await show(casework, doing)
  const { data: department } = Department.safeParse(item.unit)
  if (department === undefined || !casework.connected.has(department)) {
    const common = { id: randomUUID(), on: chineseDay(now), by: { unit: item.unit, person: plan.clerk }, item: item.id }
    const rest = { result: 'done', outputs: fields, ground: null, pause: null, words: null } as const
    const action = { kind: 'answer', ...common, ...rest } as const
    await expectTaken(actOnCase(casework, { access: desk(plan, caseId), caseId, action, now }))
    return
  }
  await sendWaiting(now)
  const delivery = await findDelivery(casework, { plan, caseId, item: item.id })
  const outputs = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name.replace(/^child\./, ''), value]),
  )
  for (const [sequence, outcome] of ['accepted', 'done'].entries()) {
    const taken = await takeAnswer(casework, {
      region,
      now,
      answer: {
        id: randomUUID(),
        department,
        delivery,
        case: caseId,
        item: item.id,
        sequence: sequence + 1,
        outcome: outcome as 'accepted' | 'done',
        outputs: outcome === 'done' ? outputs : {},
        ground: null,
        reason: null,
        at: now.toString({ smallestUnit: 'millisecond' }),
      },
    })
    if (!taken.ok) throw new Error(`an answer of a story: ${JSON.stringify(taken.problems)}`)
  }
}

/** What the family has to show for an item: by a written word where that does, else on paper. */
async function show(casework: Casework, { plan, caseId, item, now }: Doing & { readonly item: Item }): Promise<void> {
  const wanted = item.shows.filter(({ from }) => from === null)
  if (wanted.length === 0) return
  const papers = Object.fromEntries(
    wanted.map(({ id, commitment }) => [id, commitment ? ('commitment' as const) : ('paper' as const)]),
  )
  const by = { unit: 'family', person: family.mother.id } as const
  const action = {
    kind: 'provide',
    id: randomUUID(),
    on: chineseDay(now),
    by,
    item: item.id,
    facts: {},
    papers,
  } as const
  await expectTaken(actOnCase(casework, { access: desk(plan, caseId), caseId, action, now }))
}

async function findDelivery(
  casework: Casework,
  { plan, caseId, item }: Omit<Doing, 'now'> & { readonly item: string },
) {
  const access = desk(plan, caseId)
  const [row] = await withAccess(casework.register, { access, births: true }, (tx) =>
    tx.query<{ id: string }>('select id from casework.delivery where region = $1 and case_id = $2 and item = $3', [
      region,
      caseId,
      item,
    ]),
  )
  if (row === undefined) throw new Error(`nothing was sent for ${item}`)
  return row.id
}

/** A small scan: its content is the same in every copy, its seal is not. */
async function addDocument(casework: Casework, { plan, caseId, now }: Doing): Promise<void> {
  const content = Buffer.alloc(6000, 'one page of a statement, scanned. ')
  const about = { item: 'registration', paper: null, type: 'image/png', content }
  const kept = await keepDocument(casework, { access: desk(plan, caseId), caseId, now, ...about })
  if (!kept.ok) throw new Error(`a document of a story: ${kept.why}`)
}

async function expectTaken(taking: Promise<CaseOutcome>): Promise<void> {
  const outcome = await taking
  if (!outcome.ok) throw new Error(`a step of a story: ${JSON.stringify(outcome.problems)}`)
}

/** Stands in what offices number; every copy has a number of its own. */
export const serialMark = '0000009797'
