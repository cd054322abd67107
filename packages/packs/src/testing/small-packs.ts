/** Three small packs for tests: the nation, a province, a district with a plan of two clauses. */
const files: Readonly<Record<string, string>> = {
  '000000-cn/pack.yaml': `id: cn
region: 000000
name: {zh: 全国, en: China}
parent: null
documents:
  - {id: law, title: 某法, issuer: 某机关, issued: 2020-01-01, kind: law, status: in-force, confidence: confirmed}
`,
  '000000-cn/dictionary.yaml': `topics:
  - {id: child, label: {zh: 孩子, en: Child}}
tables:
  - {name: children, row: child, aliases: [], label: {zh: 孩子, en: Children}}
codeLists:
  - name: delivery
    codes:
      - {code: natural, label: {zh: 顺产, en: natural birth}}
      - {code: caesarean, label: {zh: 剖宫产, en: caesarean}}
facts:
  - {name: household.lowIncome, type: boolean, topic: child, label: {zh: 低收入, en: low income}, question: {zh: 低收入吗？, en: Low income?}}
  - {name: child.birthDate, type: date, topic: child, category: identity, label: {zh: 出生日期, en: date of birth}, question: {zh: 哪天出生？, en: Born when?}}
  - {name: child.birthOrder, aliases: [孩次], type: number, topic: child, label: {zh: 孩次, en: birth order}, question: {zh: 第几个？, en: Which child?}, min: 1, max: 15}
  - {name: child.delivery, type: code(delivery), topic: child, label: {zh: 分娩方式, en: delivery}, question: {zh: 怎么生的？, en: How was it born?}}
  - {name: child.nursery.region, type: region, topic: child, label: {zh: 托育机构所在地, en: place of the nursery}, question: {zh: 在哪里？, en: Where?}}
  - {name: child.later, type: boolean, topic: child, label: {zh: 二孩及以上, en: later child}, is: child.birthOrder >= 2}
fields:
  - {name: child.name, type: text(person-name), category: identity, label: {zh: 姓名, en: name}}
  - {name: child.certificate, type: text(number), category: paper, label: {zh: 证号, en: certificate}}
units:
  - {id: hospital, receives: [identity], label: {zh: 医院, en: the hospital}}
  - {id: police, label: {zh: 公安, en: the police}}
`,
  '000000-cn/conditions.yaml': `- id: under-three
  when: child.birthDate <= on and ageInYears(child.birthDate, on) < 3
  yes: {zh: 孩子未满 3 岁, en: the child is under 3}
  no: {zh: 孩子不在 3 岁以下, en: the child is not under 3}
- id: later-child
  when: child.later
- id: low-income
  when: household.lowIncome
`,
  '000000-cn/benefits/maternity-leave.yaml': `id: maternity-leave
label: {zh: 产假, en: Maternity leave}
kind: leave
force: entitled
subject: child
topic: child
source: {document: law, clause: 第七条}
judgedOn: child.birthDate
amount: {value: 98, unit: day, per: birth}
leave: {chain: maternity, order: 10, count: calendar-days, starts: child.birthDate, who: mother}
`,
  '000000-cn/procedures/birth.yaml': `id: birth
label: {zh: 出生登记, en: Registering a birth}
subject: child
source: {document: law, clause: 第一条}
inForce: {from: 2020-01-01}
datedBy: child.birthDate
lead: police
openedBy: [hospital]
form:
  - {field: child.birthDate, from: hospital, required: true}
  - {field: child.name, required: true, fixedBy: certificate}
  - {field: child.birthOrder}
pauses:
  - {id: supplement, label: {zh: 补材料, en: papers to come}}
items:
  - id: certificate
    label: {zh: 出生证, en: certificate}
    unit: hospital
    source: {document: law, clause: 第二条}
    produces: [child.certificate]
  - id: register
    label: {zh: 上户口, en: registration}
    unit: police
    source: {document: law, clause: 第三条}
    needs: [certificate]
    clocks:
      - {id: answer, limit: 5, unit: working-days, from: ready, pauses: [supplement]}
  - id: gift
    label: {zh: 慰问, en: a gift}
    unit: police
    source: {document: law, clause: 第四条}
    when: child.later
purpose: birth-service
`,
  '421202-xianan/procedures/birth-here.yaml': `id: birth-here
amends: birth
source: {document: plan-2023, clause: 一/1}
inForce: {from: 2024-01-01}
items:
  - id: register
    clocks:
      - {id: answer, limit: 1, unit: working-days, from: ready, source: {document: plan-2023, clause: 一/1}}
  - {id: gift, drop: true}
`,
  '421202-xianan/cases.yaml': `- name: 本地承诺一天
  procedure: birth
  steps:
    - {on: 2024-03-04, do: open, facts: {child.birthDate: 2024-03-01}}
    - {on: 2024-03-04, do: confirm, turnedDown: [missing-field]}
    - {on: 2024-03-05, do: confirm, facts: {child.name: 安安}}
    - {on: 2024-03-06, do: answer, item: certificate, outputs: {child.certificate: A1}}
  expect:
    on: 2024-03-06
    version: 2024-01-01
    status: running
    items: {certificate: done, register: working, gift: absent}
    due: {register/answer: 2024-03-07}
    family: []
- name: 以前出生的按国家的五天
  procedure: birth
  steps:
    - {on: 2024-03-04, do: open, facts: {child.birthDate: 2023-12-31, child.name: 平平, child.birthOrder: 1}}
    - {on: 2024-03-04, do: confirm}
  expect: {on: 2024-03-05, version: 2020-01-01, items: {gift: not-needed}}
`,
  '420000-hubei/pack.yaml': `id: hubei
region: 420000
name: {zh: 湖北省, en: Hubei}
parent: cn
documents:
  - {id: rule, title: 某条例, issued: 2021-11-26, kind: regulation, status: in-force, confidence: confirmed}
`,
  '420000-hubei/benefits/more-leave.yaml': `id: more-leave
label: {zh: 增加的产假, en: More leave}
kind: leave
force: entitled
subject: child
topic: child
source: {document: rule, clause: 第一条}
judgedOn: child.birthDate
conditions:
  - {id: second, when: child.birthOrder >= 2}
amount: {value: moreDays, unit: day, per: birth}
leave: {chain: maternity, order: 20, count: calendar-days, who: mother}
`,
  '420000-hubei/parameters.yaml': `- id: moreDays
  label: {zh: 增加的天数, en: days more}
  type: number
  values:
    - {from: 2021-11-26, value: 60, source: {document: rule, clause: 第一条}}
`,
  '421202-xianan/pack.yaml': `id: xianan
region: 421202
name: {zh: 咸安区, en: Xian'an}
parent: hubei
plan: plan-2023
documents:
  - {id: plan-2023, title: 某方案, issued: 2023-07-20, kind: plan, status: in-force, confidence: confirmed}
`,
  '421202-xianan/parameters.yaml': `- id: nurseryAid
  label: {zh: 入托补贴标准, en: nursery aid}
  type: money
  unit: CNY
  values:
    - {from: 2023-07-20, to: 2025-01-01, value: 500, source: {document: plan-2023, clause: 一/1}}
    - {from: 2025-01-01, value: "600.50", source: {document: plan-2023, clause: 一/1}}
`,
  '421202-xianan/benefits/nursery-aid.yaml': `id: nursery-aid
label: {zh: 入托补贴, en: Nursery aid}
kind: cash-periodic
force: entitled
subject: child
topic: child
source: {document: plan-2023, clause: 一/1}
inForce: {from: 2023-07-20}
conditions:
  - later-child
  - {use: under-three, source: {document: law, clause: 第七条}}
  - id: nursery-here
    when: within(child.nursery.region, here)
    yes: {zh: 托育机构在本区, en: the nursery is here}
    no: {zh: 托育机构不在本区, en: the nursery is not here}
amount: {value: nurseryAid, unit: CNY, per: semester}
`,
  '421202-xianan/plan.yaml': `- path: 一
  heading: 总则
  parts:
    - {kind: narrative, gist: {zh: 总的要求, en: the general aim}}
- path: 一/1
  heading: 支持入托
  joint: [区卫健局]
  parts:
    - {kind: rule, gist: {zh: 入托补贴, en: nursery aid}, by: [nursery-aid]}
    - {kind: indicator, gist: {zh: 托位, en: places}, by: [places]}
    - {kind: duty, gist: {zh: 年度报告, en: yearly report}, by: [report]}
    - {kind: register, gist: {zh: 备案名册, en: register}, promised: true}
    - {kind: procedure, gist: {zh: 一天办好, en: within a day}, by: [birth]}
`,
  '421202-xianan/targets.yaml': `- id: places
  label: {zh: 千人托位数, en: places per 1000}
  value: 4.5
  comparator: ">="
  byYear: 2025
  source: {document: plan-2023, clause: 一/1}
`,
  '421202-xianan/duties.yaml': `- id: report
  kind: report
  gist: {zh: 每年报告, en: report yearly}
  lead: [区卫健局]
  every: year
  dueDay: 12-01
  source: {document: plan-2023, clause: 一/1}
`,
  '421202-xianan/examples.yaml': `- name: a second child in a nursery here
  on: 2024-03-01
  situation:
    children:
      - {birthDate: 2022-05-01, birthOrder: 2, nursery: {region: 421202}}
  expect:
    nursery-aid: {status: eligible, amount: 500, unit: CNY, per: semester}
    maternity-leave: {status: eligible, amount: 98}
- name: a first child
  on: 2024-03-01
  situation:
    children:
      - {birthDate: 2022-05-01, birthOrder: 1}
  expect:
    nursery-aid: {status: ineligible}
`,
}

/** The small packs, with some files changed, added or (null) left out. */
export function smallPacks(changes: Readonly<Record<string, string | null>> = {}): ReadonlyMap<string, string> {
  const merged = Object.entries({ ...files, ...changes })
  return new Map(merged.filter((entry): entry is [string, string] => entry[1] !== null))
}

/** One file of the small packs with a piece of its text exchanged; throws where the piece is not there. */
export function changed(path: string, from: string, to: string): Readonly<Record<string, string>> {
  const text = files[path]
  if (text === undefined || !text.includes(from)) throw new Error(`${path} has no ${from}`)
  return { [path]: text.replace(from, to) }
}
