import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Answer, Delivery } from '@junheng/connector'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Department } from './department.ts'
import { sound } from './faults.ts'
import { fileMemory } from './memory.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'junheng-memory-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const path = (): string => join(folder, 'police.jsonl')

/** A department whose answers wait until `work` is called, as if it were busy until then. */
function police() {
  const said: Answer[] = []
  const later: (() => void)[] = []
  const powers = {
    now: () => '2026-03-02T08:00:00Z',
    random: () => 0.5,
    newId: randomUUID,
    later: (_: number, work: () => void) => later.push(work),
    send: (answer: Answer) => said.push(answer),
  }
  const department = new Department('police', powers, fileMemory(path()))
  const work = (): readonly Answer[] => {
    for (const step of later.splice(0)) step()
    for (const answer of said) department.noteTaken(answer)
    return said.splice(0)
  }
  return { department, work }
}

function delivery(): Delivery {
  return {
    id: randomUUID(),
    kind: 'deliver',
    region: '421202',
    case: randomUUID(),
    procedure: 'one-birth',
    item: 'household-registration',
    due: null,
    facts: { birthDate: '2026-03-01', sex: 'female', name: '李小溪' },
    grounds: [],
    sentAt: '2026-03-02T08:00:00Z',
  }
}

const numberIn = (answers: readonly Answer[]) =>
  answers.find(({ outcome }) => outcome === 'done')?.outputs['identityNumber']

it('gives no number twice, also after it was stopped, and keeps nothing of whom it was about', () => {
  const before = police()
  before.department.take(delivery())
  const first = numberIn(before.work())
  const after = police()
  after.department.take(delivery())
  const second = numberIn(after.work())
  expect(typeof first).toBe('string')
  expect(second).not.toBe(first)
  expect(readFileSync(path(), 'utf8')).not.toMatch(/李小溪|2026-03-01|85\d{16}/u)
})

it('knows what it answered, and nothing of what it was working on', () => {
  const before = police()
  const [done, open] = [delivery(), delivery()]
  before.department.take(done)
  before.work()
  before.department.take(open)
  const after = police()
  expect(after.department.take(done).again).toBe(true)
  expect(after.department.take(open).again).toBe(false)
  // Later than anything it said of the case before: no answer of the second life is taken for an old one.
  const again = { ...delivery(), case: done.case }
  after.department.take(again)
  const sequences = after
    .work()
    .filter((one) => one.case === done.case)
    .map(({ sequence }) => sequence)
  expect(Math.min(...sequences)).toBeGreaterThan(2)
})

it('is as faulty as before, and reads over a line that the kill tore', () => {
  police().department.faults = { ...sound, down: true }
  appendFileSync(path(), '\n{"kind":"faults","faults":{"dow')
  const after = police()
  expect(after.department.faults.down).toBe(true)
  after.department.faults = sound
  expect(police().department.faults.down).toBe(false)
})
