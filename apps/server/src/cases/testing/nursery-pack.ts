import { fileURLToPath } from 'node:url'
import type { Procedure } from '@junheng/casework'
import { readPackFiles } from '@junheng/cli/pack-files'
import { loadPacks, resolvePlace } from '@junheng/packs'

/** A procedure that no program of this repository has heard of, as a district would write it in its own pack. */
const files: Readonly<Record<string, string>> = {
  '421202-xianan/dictionary.yaml': `
fields:
  - {name: nursery.name, type: text, category: matter, label: {zh: 托育机构名称, en: name of the nursery}}
  - {name: child.entryCheck, type: text(number), category: health, label: {zh: 入托体检编号, en: number of the entry check}}
  - {name: child.placeNumber, type: text(number), category: paper, label: {zh: 托位编号, en: number of the place}}
`,
  '421202-xianan/procedures/nursery-enrolment.yaml': `
id: nursery-enrolment
label: {zh: 托育入托登记, en: Enrolment at a nursery}
subject: child
purpose: childcare
source: {document: xianan-2023, clause: 二/(三)/7}
confidence: unconfirmed
lead: health
openedBy: [family, health]
uniqueBy: [child.name, child.birthDate, nursery.name]
form:
  - {field: child.name, from: police, required: true}
  - {field: child.birthDate, from: police, required: true}
  - {field: nursery.name, required: true}
  - {field: household.phone, required: true}
  - {field: household.address, from: police}
pauses:
  - {id: supplement, label: {zh: 等补材料, en: papers to come}}
items:
  - id: entry-check
    label: {zh: 入托体检, en: entry check}
    unit: hospital
    source: {document: xianan-2023, clause: 二/(三)/7}
    confidence: unconfirmed
    sends: [child.name, child.birthDate]
    produces: [child.entryCheck]
  - id: enrolment
    label: {zh: 入托登记, en: enrolment}
    unit: health
    source: {document: xianan-2023, clause: 二/(三)/7}
    confidence: unconfirmed
    needs: [entry-check]
    sends: [child.name, child.birthDate, nursery.name, household.phone]
    produces: [child.placeNumber]
    records:
      - {command: state-fact, person: child, attribute: phone, value: household.phone, from: answer}
      - {command: record-tie, person: child, tie: guardian, other: applicant, from: answer}
`,
}

/** The procedures of a district whose pack has that one besides. Throws with every problem that the packs have. */
export async function proceduresWithNursery(): Promise<readonly Procedure[]> {
  const { packs, problems } = loadPacks(new Map([...(await readPackFiles(packsFolder)), ...Object.entries(files)]))
  const place = resolvePlace(packs, 'xianan')
  const wrong = [...problems, ...place.problems].filter(({ severity }) => severity === 'error')
  if (wrong.length > 0)
    throw new Error(JSON.stringify(wrong.map(({ file, line, message }) => [file, line, message.zh])))
  return place.procedures
}

const packsFolder = fileURLToPath(new URL('../../../../../packs', import.meta.url))
