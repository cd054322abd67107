import { describe, expect, it } from 'vitest'
import { problemsOf, reportLines } from '../testing/report-lines.ts'
import { changed, smallPacks } from '../testing/small-packs.ts'

const aid = '421202-xianan/benefits/nursery-aid.yaml'
const parameters = '421202-xianan/parameters.yaml'
const plan = '421202-xianan/plan.yaml'

/** The report of the small packs after one change. */
function after(path: string, from: string, to: string): readonly string[] {
  return reportLines(smallPacks(changed(path, from, to)))
}

/** `file:line:column` of a piece of text in a file as changed. */
function place(path: string, [from, to]: readonly [string, string], piece: string): string {
  const text = smallPacks(changed(path, from, to)).get(path) ?? ''
  const before = text.slice(0, text.indexOf(piece)).split('\n')
  return `${path}:${before.length}:${(before.at(-1) ?? '').length + 1}`
}

/** Expects that a change gives exactly one problem, at the piece of the changed text. */
function expectOne(path: string, change: readonly [string, string], piece: string, code: string): void {
  expect(after(path, ...change)).toEqual([`${place(path, change, piece)} ${code}`])
}

describe('checkPacks', () => {
  it('finds nothing wrong with sound packs', () => {
    expect(problemsOf(smallPacks())).toEqual([])
  })

  it('reports problems of several files at once, in order', () => {
    const files = smallPacks({
      ...changed(aid, 'topic: child', 'topic: chlid'),
      ...changed(parameters, 'type: money', 'type: mony'),
      ...changed('420000-hubei/pack.yaml', 'parent: cn', 'parent: nc'),
    })
    const lines = reportLines(files)
    expect(lines).toContain('420000-hubei/pack.yaml:4:9 unknown-parent')
    expect(lines).toContain('421202-xianan/parameters.yaml:3:9 wrong-form')
  })

  describe('shape', () => {
    it('suggests the key that was meant', () => {
      const [problem] = problemsOf(smallPacks(changed(aid, 'force:', 'forc:')))
      expect(problem).toMatchObject({ code: 'unknown-key', line: 4, column: 1 })
      expect(problem?.message.zh).toContain('force')
      expect(problem?.message.en).toContain('did you mean "force"')
    })

    it('says that a text with a comma inside braces needs quotes', () => {
      expectOne(aid, ['en: Nursery aid', 'en: Nursery aid, twice'], 'twice', 'unquoted-comma')
    })

    it('refuses a key written twice', () => {
      expect(after(aid, 'kind: cash-periodic', 'kind: cash-periodic\nkind: loan')).toContain(`${aid}:4:1 duplicate-key`)
    })

    it('reads the other entries of a file when one is malformed', () => {
      const text = `- {id: one, label: {zh: 一, en: one}}\n- {id: two}\n- nonsense\n`
      const lines = reportLines(smallPacks({ '421202-xianan/duties.yaml': text }))
      expect(lines).toContain('421202-xianan/duties.yaml:2:3 missing-key')
      expect(lines).toContain('421202-xianan/duties.yaml:3:3 wrong-type')
    })

    it('refuses days that do not exist', () => {
      expectOne(aid, ['from: 2023-07-20', 'from: 2023-02-29'], '2023-02-29', 'not-a-day')
    })

    it('refuses broken YAML with its line', () => {
      expect(after(aid, 'amount: {', 'amount: {{')).toEqual([`${aid}:17:1 yaml-syntax`])
    })

    it('refuses a file that no pack has and a file outside the folders', () => {
      const lines = reportLines(smallPacks({ '421202-xianan/benfits.yaml': 'a: 1', 'loose.yaml': 'a: 1' }))
      expect(lines).toEqual(['421202-xianan/benfits.yaml:1:1 unknown-file', 'loose.yaml:1:1 unknown-file'])
    })

    it('refuses aliases that would multiply beyond measure', () => {
      const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]', 'b: &b [*a, *a, *a, *a, *a, *a, *a, *a]']
      for (let at = 0; at < 8; at++) {
        const [from, to] = [String.fromCharCode(98 + at), String.fromCharCode(99 + at)]
        bomb.push(`${to}: &${to} [*${from}, *${from}, *${from}, *${from}, *${from}, *${from}, *${from}]`)
      }
      const lines = reportLines(smallPacks({ '421202-xianan/targets.yaml': bomb.join('\n'), [plan]: null }))
      expect(lines).toContain('421202-xianan/targets.yaml:1:1 yaml-unreadable')
    })

    it('refuses towers of brackets and files without measure', () => {
      const tower = reportLines(smallPacks({ '421202-xianan/targets.yaml': '['.repeat(100_000) }))
      expect(tower).toContain('421202-xianan/targets.yaml:1:1 nested-too-deep')
      const long = reportLines(smallPacks({ '421202-xianan/targets.yaml': '#'.repeat(600_000) }))
      expect(long).toContain('421202-xianan/targets.yaml:1:1 file-too-long')
    })
  })

  describe('names and places', () => {
    it('wants the file called after the benefit and the folder after the place', () => {
      expect(after(aid, 'id: nursery-aid', 'id: nursery-help')).toContain(`${aid}:1:5 file-name`)
      expect(after('421202-xianan/pack.yaml', 'region: 421202', 'region: 421221')).toContain(
        '421202-xianan/pack.yaml:1:5 folder-name',
      )
    })

    it('names the first place of an id used twice', () => {
      const text = `- {id: report, kind: duty, gist: {zh: 一, en: one}, source: {document: plan-2023, clause: 一/1}}\n`
      const [problem] = problemsOf(smallPacks({ '421202-xianan/duties.yaml': text + text }))
      expect(problem).toMatchObject({ code: 'duplicate-id', line: 2 })
      expect(problem?.message.en).toContain('421202-xianan/duties.yaml:1')
    })

    it('keeps benefits, targets and duties apart by id', () => {
      expect(after('421202-xianan/targets.yaml', 'id: places', 'id: report')).toContain(
        '421202-xianan/duties.yaml:1:7 duplicate-id',
      )
    })

    it('refuses regions that do not exist or lie outside the parent', () => {
      const lines = reportLines(
        smallPacks({
          ...changed('420000-hubei/pack.yaml', 'region: 420000', 'region: 990000'),
        }),
      )
      expect(lines).toContain('420000-hubei/pack.yaml:2:9 unknown-region')
      expect(lines).toContain('421202-xianan/pack.yaml:2:9 region-outside-parent')
    })

    it('shows the way round a cycle of parents', () => {
      const problems = problemsOf(smallPacks(changed('000000-cn/pack.yaml', 'parent: null', 'parent: xianan')))
      const [cycle, ...others] = problems.filter(({ code }) => code === 'parent-cycle')
      expect(cycle).toMatchObject({ file: '000000-cn/pack.yaml', line: 4, column: 9 })
      expect(cycle?.message.en).toContain('cn → xianan → hubei → cn')
      expect(others).toEqual([])
      expect(problems.map(({ code }) => code)).not.toContain('region-outside-parent')
    })

    it('refuses a name two facts share and a word of the language', () => {
      const dictionary = '000000-cn/dictionary.yaml'
      expect(after(dictionary, 'aliases: [孩次]', 'aliases: [孩次, on]')).toContain(`${dictionary}:13:5 reserved-name`)
      expect(after(parameters, 'id: nurseryAid', 'id: moreDays\n  aliases: [孩次]')).toContain(
        `${parameters}:1:3 duplicate-name`,
      )
    })
  })

  describe('expressions', () => {
    it('points at the very character of an unknown name and suggests one', () => {
      const files = smallPacks(changed(aid, 'within(child.nursery.region, here)', 'within(child.nursery.regoin, here)'))
      const [problem] = problemsOf(files)
      expect(problem).toMatchObject({ file: aid, line: 13, column: 18, code: 'unknown-name' })
      expect(problem?.message.en).toContain('child.nursery.region')
    })

    it('points into quoted and folded expressions', () => {
      const quoted = after(aid, 'when: within(child.nursery.region, here)', `when: 'within(child.x, here)'`)
      expect(quoted).toEqual([`${aid}:13:19 unknown-name`])
      const folded = after(
        aid,
        'when: within(child.nursery.region, here)',
        'when: >-\n      child.birthOrder >= 2\n      and child.x',
      )
      expect(folded).toEqual([`${aid}:15:11 unknown-name`])
    })

    it('warns of full-width operators and goes on', () => {
      const problems = problemsOf(
        smallPacks(changed('000000-cn/dictionary.yaml', 'birthOrder >= 2', 'birthOrder ＞= 2')),
      )
      expect(problems.map(({ severity }) => severity)).toEqual(['warning'])
      expect(problems[0]).toMatchObject({ line: 16, file: '000000-cn/dictionary.yaml' })
    })

    it('refuses an amount of the wrong type and a date that is none', () => {
      expectOne(aid, ['value: nurseryAid', 'value: child.birthOrder'], 'child.birthOrder, unit', 'unexpected-result')
      expectOne(aid, ['conditions:', 'from: child.birthOrder\nconditions:'], 'child.birthOrder\n', 'unexpected-result')
    })

    it('refuses a day a leave is begun on that no date fact of its own tells', () => {
      const leave = '000000-cn/benefits/maternity-leave.yaml'
      const change = (fact: string): readonly [string, string] => [
        'starts: child.birthDate',
        `starts: child.birthDate, startsFact: ${fact}`,
      ]
      expect(after(leave, ...change('child.birthDate'))).toEqual([])
      expectOne(leave, change('child.birthOrder'), 'child.birthOrder', 'wrong-starts-fact')
      expectOne(leave, change('child.begun'), 'child.begun', 'wrong-starts-fact')
    })

    it('refuses a row of a table where the subject is no row', () => {
      const lines = after(aid, 'subject: child', 'subject: household')
      expect(lines).toContain(`${aid}:10:5 wrong-subject`)
    })

    it('says nothing of names whose own declaration is malformed', () => {
      const lines = after('000000-cn/dictionary.yaml', 'type: region', 'type: regoin')
      expect(lines).toEqual(['000000-cn/dictionary.yaml:15:40 wrong-form'])
    })

    it('shows the way round computed facts and conditions that need each other', () => {
      const facts = problemsOf(
        smallPacks(changed('000000-cn/dictionary.yaml', 'is: child.birthOrder >= 2', 'is: not(child.later)')),
      )
      expect(facts.map(({ code }) => code)).toEqual(['fact-cycle'])
      expect(facts[0]?.message.en).toContain('child.later → child.later')
      const conditions = problemsOf(
        smallPacks(
          changed(
            '000000-cn/conditions.yaml',
            'when: household.lowIncome',
            'all: [a, under-three]\n- {id: a, any: [low-income, later-child]}',
          ),
        ),
      )
      expect(conditions.map(({ code }) => code)).toContain('condition-cycle')
    })
  })

  describe('dates', () => {
    it('refuses a gap, an overlap, a wrong order and two values of one day', () => {
      expectOne(parameters, ['to: 2025-01-01', 'to: 2024-12-31'], '2025-01-01, value', 'date-gap')
      expectOne(parameters, ['to: 2025-01-01', 'to: 2025-01-02'], '2025-01-01, value', 'date-overlap')
      expect(after(parameters, 'from: 2025-01-01', 'from: 2023-07-01')).toContain(`${parameters}:7:14 date-order`)
      expect(after(parameters, 'from: 2025-01-01', 'from: 2023-07-20')).toContain(`${parameters}:7:14 duplicate-date`)
    })

    it('refuses values of another type than declared', () => {
      expectOne(parameters, ['value: 500', 'value: "500.001"'], '"500.001"', 'wrong-value')
      expectOne(parameters, ['value: 500', 'value: lots'], 'lots', 'wrong-value')
      expectOne(parameters, ['value: 500', 'value: -500'], '-500', 'wrong-value')
    })

    it('refuses a benefit in force while its parameter has no value', () => {
      expectOne(aid, ['from: 2023-07-20', 'from: 2023-07-19'], '{from: 2023-07-19}', 'parameter-gap')
      expect(after(parameters, 'from: 2025-01-01, value', 'from: 2025-01-01, to: 2026-01-01, value')).toEqual([
        `${aid}:8:10 parameter-gap`,
      ])
    })

    it('refuses an empty time in force', () => {
      expectOne(aid, ['from: 2023-07-20', 'from: 2023-07-20, to: 2023-07-20'], '2023-07-20}', 'empty-range')
    })
  })

  describe('sources', () => {
    it('refuses an unknown document, an unknown clause and a missing source', () => {
      expectOne(aid, ['document: law', 'document: lwa'], 'lwa', 'unknown-document')
      expect(after(aid, 'clause: 一/1', 'clause: 一/7')).toContain(`${aid}:7:39 unknown-clause`)
      expect(after(aid, 'source: {document: plan-2023, clause: 一/1}\n', '')).toContain(`${aid}:1:1 missing-key`)
    })
  })

  describe('overrides and exceptions', () => {
    const leave = (extra: string, id = 'maternity-leave') => ({
      [`421202-xianan/benefits/${id}.yaml`]: `id: ${id}
label: {zh: 产假, en: Maternity leave}
kind: leave
force: entitled
subject: child
topic: child
source: {document: rule, clause: 第七条}
judgedOn: child.birthDate
amount: {value: 128, unit: day, per: birth}
leave: {chain: maternity, order: 10, count: calendar-days, starts: child.birthDate, who: mother}
${extra}
`,
    })

    it('wants an override stated, and of the pack that is in force', () => {
      const path = '421202-xianan/benefits/maternity-leave.yaml'
      const noExamples = { '421202-xianan/examples.yaml': null }
      expect(reportLines(smallPacks({ ...leave(''), ...noExamples }))).toEqual([`${path}:1:1 override-not-stated`])
      expect(reportLines(smallPacks({ ...leave('overrides: hubei'), ...noExamples }))).toEqual([
        `${path}:11:12 wrong-override`,
      ])
      expect(reportLines(smallPacks({ ...leave('overrides: cn'), ...noExamples }))).toEqual([])
    })

    it('refuses two live exceptions of one benefit, naming both files', () => {
      const files = smallPacks({
        ...leave('replaces: {id: maternity-leave}\ninForce: {from: 2023-01-01}', 'leave-one'),
        ...leave('replaces: {id: maternity-leave}\ninForce: {from: 2024-01-01}', 'leave-two'),
      })
      const [problem] = problemsOf(files).filter(({ code }) => code === 'two-live-exceptions')
      expect(problem?.file).toBe('421202-xianan/benefits/leave-two.yaml')
      expect(problem?.message.en).toContain('421202-xianan/benefits/leave-one.yaml:1')
    })

    it('allows one exception after the other', () => {
      const files = smallPacks({
        ...leave('replaces: {id: maternity-leave}\ninForce: {from: 2023-01-01, to: 2024-01-01}', 'leave-one'),
        ...leave('replaces: {id: maternity-leave}\ninForce: {from: 2024-01-01}', 'leave-two'),
        '421202-xianan/examples.yaml': null,
      })
      expect(reportLines(files)).toEqual([])
    })

    it('refuses an exception to nothing and an exclusion of nothing or of itself', () => {
      expectOne(aid, ['topic: child', 'topic: child\nreplaces: {id: more-leaves}'], 'more-leaves', 'unknown-replaced')
      expect(after(aid, 'topic: child', 'topic: child\nexcludes: [nursery-aid, more-leaves]')).toEqual([
        `${aid}:7:12 self-exclusion`,
        `${aid}:7:25 unknown-benefit`,
      ])
    })
  })

  describe('coverage', () => {
    it('refuses a part that nothing carries out and one that claims both', () => {
      expectOne(plan, [', promised: true', ''], '{kind: register', 'unmarked')
      expectOne(
        plan,
        ['by: [report]', 'by: [report], promised: true'],
        'true}\n    - {kind: register',
        'promised-but-live',
      )
    })

    it('refuses what does not exist or cites another clause', () => {
      expect(after(plan, 'by: [report]', 'by: [reprot]')).toEqual([
        '421202-xianan/duties.yaml:1:7 uncovered',
        `${plan}:11:62 unknown-carrier`,
      ])
      const moved = after(
        plan,
        'the general aim}}',
        'the general aim}}\n    - {kind: duty, gist: {zh: 二, en: two}, by: [report]}',
      )
      expect(moved).toEqual([`${plan}:5:49 carrier-cites-another`])
    })

    it('refuses a benefit of the plan that no clause names', () => {
      expect(after(plan, ', by: [nursery-aid]', ', promised: true')).toEqual([`${aid}:1:5 uncovered`])
    })

    it('lets a clause be carried out by an inherited benefit', () => {
      expect(after(plan, 'by: [nursery-aid]', 'by: [nursery-aid, maternity-leave]')).toEqual([])
    })
  })
})
