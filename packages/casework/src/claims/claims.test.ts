import { array, assert, boolean, constantFrom, integer, property, record, uniqueArray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { approveBatch, movementsOf, prepareBatch, type Batch } from './batch.ts'
import { exportBatch, importAnswer, readBankAnswer, reconcile, type BankAnswer } from './bank-file.ts'
import { sumFen, type Movement } from './ledger.ts'
import { settleClaim } from './settle-claim.ts'

const payee = { name: '李梅', account: '6222020200112233' }
const on = '2026-03-02'

function settled(due: Readonly<Record<string, number>>, movements: readonly Movement[] = [], claim = 'c1') {
  const lines = Object.entries(due).map(([period, fen]) => ({ period, fen }))
  return settleClaim({ claim, asOf: on, due: lines, movements })
}

function prepared(payments: Parameters<typeof prepareBatch>[0]['payments'], id = 'b1'): Batch {
  const result = prepareBatch({ id, by: 'clerk', on, payments })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.batch
}

function approved(batch: Batch): Batch {
  const result = approveBatch(batch, { by: 'chief', on })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.batch
}

const codes = (result: { readonly ok: boolean } & { readonly problems?: readonly { readonly code: string }[] }) =>
  result.problems?.map(({ code }) => code) ?? []

const answerAll = (batch: Batch, results: readonly boolean[]): BankAnswer => ({
  batch: batch.id,
  lines: batch.lines.map(({ line, fen }, index) => ({
    line,
    fen,
    result: results[index % Math.max(results.length, 1)] === false ? 'returned' : 'paid',
    on,
    reason: null,
  })),
})

function imported(batch: Batch, answer: BankAnswer): Batch {
  const result = importAnswer(batch, answer)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.batch
}

describe('a claim that is computed anew', () => {
  it('pays what is still due and takes back what was too much, each line explained', () => {
    const paid: readonly Movement[] = [
      { claim: 'c1', period: '2025', kind: 'paid', fen: 360_000 },
      { claim: 'c1', period: '2026', kind: 'paid', fen: 30_000 },
      { claim: 'c2', period: '2025', kind: 'paid', fen: 1 },
    ]
    const { lines, toPayFen, toRecoverFen } = settled({ '2025': 300_000, '2026': 360_000 }, paid)
    expect(lines.map(({ period, fen }) => [period, fen])).toEqual([
      ['2025', -60_000],
      ['2026', 330_000],
    ])
    expect([toPayFen, toRecoverFen]).toEqual([270_000, 0])
    expect(lines[0]?.why.zh).toBe('2025：重新计算应发 3,000 元，已发 3,600 元，多发 600 元要退回')
    expect(lines[1]?.why.en).toBe('2026: 3,600 yuan due as recomputed, 300 paid, 3,300 still to pay')
    expect(settled({}, paid)).toMatchObject({ toPayFen: 0, toRecoverFen: 390_000, dueFen: 0 })
  })

  it('refuses an amount that is no whole fen', () => {
    expect(() => settled({ '2025': 0.5 })).toThrow(expect.objectContaining({ code: 'not-an-amount' }) as Error)
  })
})

describe('a batch', () => {
  it('needs a second person, money to pay, one line a claim and a real account', () => {
    const batch = prepared([{ settlement: settled({ once: 50_000 }), payee }])
    expect(codes(approveBatch(batch, { by: 'clerk', on }))).toEqual(['same-person'])
    expect(codes(approveBatch(approved(batch), { by: 'chief', on }))).toEqual(['already-approved'])
    expect(codes(prepareBatch({ id: 'b', by: 'clerk', on, payments: [] }))).toEqual(['nothing-to-pay'])
    const twice = [settled({ once: 1 }), settled({ once: 2 })].map((settlement) => ({
      settlement,
      payee: { name: ' ', account: '12' },
    }))
    expect(codes(prepareBatch({ id: 'b', by: 'clerk', on, payments: twice }))).toEqual([
      'wrong-account',
      'wrong-name',
      'claim-twice',
      'wrong-account',
      'wrong-name',
    ])
  })

  it('takes its claims out of the next one, from the moment it is prepared', () => {
    const batch = prepared([{ settlement: settled({ once: 50_000 }), payee }])
    expect(settled({ once: 50_000 }, movementsOf([batch])).toPayFen).toBe(0)
  })

  it('is exported only when approved, and its file says how many and how much', () => {
    const batch = prepared([{ settlement: settled({ once: 50_005 }), payee }])
    expect(exportBatch(batch)).toBeNull()
    expect(exportBatch(approved(batch))).toBe('BATCH\tb1\n1\t李梅\t6222020200112233\t500.05\tc1\nEND\t1\t500.05\n')
  })

  it('reads the bank’s answer, naming every bad row and a file cut short', () => {
    expect(readBankAnswer('BATCH\tb1\n1\tpaid\t500.05\t2026-03-05\nEND\t1\n')).toEqual({
      ok: true,
      answer: { batch: 'b1', lines: [{ line: 1, result: 'paid', fen: 50_005, on: '2026-03-05', reason: null }] },
    })
    const bad = readBankAnswer(
      'BATCH\tb1\n0\tpaid\t1\t2026-03-05\n1\tlost\t1\t2026-03-05\n1\tpaid\t1.005\t2026-03-05\n1\tpaid\t1\t2026-02-30\n',
    )
    expect(bad.ok ? [] : bad.problems.map(({ path }) => path).sort()).toEqual(['row 2', 'row 3', 'row 4', 'row 5'])
    expect(readBankAnswer('').ok).toBe(false)
  })

  it('takes no answer of another batch, another line or another amount, and then changes nothing', () => {
    const batch = approved(prepared([{ settlement: settled({ once: 100 }), payee }]))
    const good = answerAll(batch, [true])
    expect(codes(importAnswer(batch, { ...good, batch: 'b2' }))).toEqual(['another-batch'])
    expect(codes(importAnswer(prepared([{ settlement: settled({ once: 100 }), payee }]), good))).toEqual([
      'not-approved',
    ])
    const off = good.lines.map((line) => ({ ...line, fen: line.fen + 1 }))
    expect(
      codes(
        importAnswer(batch, {
          ...good,
          lines: [...off, { ...off[0], line: 9, fen: 1, result: 'paid', on, reason: null }],
        }),
      ),
    ).toEqual(['amount-differs', 'unknown-line'])
  })

  it('counts money the bank sent back as not paid, even when the payment is told again later', () => {
    const batch = approved(prepared([{ settlement: settled({ once: 100 }), payee }]))
    const returned = imported(imported(batch, answerAll(batch, [true])), answerAll(batch, [false]))
    expect(reconcile(returned)).toMatchObject({ paidFen: 0, returnedFen: 100, complete: true })
    expect(imported(returned, answerAll(batch, [true]))).toEqual(returned)
    expect(settled({ once: 100 }, movementsOf([returned])).toPayFen).toBe(100)
  })
})

describe('laws of the money', () => {
  const due = record({
    a: integer({ min: 0, max: 500_000 }),
    b: integer({ min: 0, max: 500_000 }),
    c: integer({ min: 0, max: 90 }),
  })
  const rounds = array(record({ due, paid: boolean(), recover: boolean() }), { minLength: 1, maxLength: 12 })

  it('payments less what came back, and what is still to pay or recover, are what is due as recomputed', () => {
    assert(
      property(rounds, (history) => {
        const batches: Batch[] = []
        const recovered: Movement[] = []
        for (const [index, round] of history.entries()) {
          const now = settled(round.due, [...movementsOf(batches), ...recovered])
          expect(now.heldFen + now.toPayFen - now.toRecoverFen).toBe(
            sumFen(Object.values(round.due).map((fen) => ({ fen }))),
          )
          if (now.toPayFen > 0) {
            const batch = approved(prepared([{ settlement: now, payee }], `b${index}`))
            batches.push(imported(batch, answerAll(batch, [round.paid])))
            if (round.paid) expect(settled(round.due, [...movementsOf(batches), ...recovered]).toPayFen).toBe(0)
          } else if (round.recover) {
            for (const { period, fen } of now.lines) {
              if (fen < 0) recovered.push({ claim: 'c1', period, kind: 'recovered', fen: -fen })
              if (fen > 0) recovered.push({ claim: 'c1', period, kind: 'paid', fen })
            }
            expect(settled(round.due, [...movementsOf(batches), ...recovered])).toMatchObject({
              toPayFen: 0,
              toRecoverFen: 0,
            })
          }
        }
      }),
    )
  })

  it('a batch is the sum of its lines, each line of its parts, and is reconciled to the fen', () => {
    const claims = uniqueArray(integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 30 })
    assert(
      property(
        claims,
        due,
        array(constantFrom(true, false), { minLength: 1 }),
        integer({ min: 0, max: 30 }),
        (ids, amounts, results, answered) => {
          const payments = ids.map((id) => ({
            settlement: settled({ ...amounts, c: amounts.c + id }, [], `c${id}`),
            payee,
          }))
          const batch = approved(prepared(payments))
          expect(batch.totalFen).toBe(sumFen(batch.lines))
          for (const { fen, parts } of batch.lines) expect(sumFen(parts)).toBe(fen)
          const part = answerAll(batch, results)
          const after = imported(batch, { ...part, lines: part.lines.slice(0, answered) })
          const { totalFen, paidFen, returnedFen, openFen } = reconcile(after)
          expect(paidFen + returnedFen + openFen).toBe(totalFen)
          expect(imported(after, { ...part, lines: part.lines.slice(0, answered) })).toEqual(after)
        },
      ),
    )
  })

  it('what is exported and answered reads back as it was', () => {
    assert(
      property(due, (amounts) => {
        const settlement = settled({ ...amounts, once: 1 })
        const file = exportBatch(approved(prepared([{ settlement, payee }]))) ?? ''
        const answer = file
          .replace(/^1\t.*\t(\d+\.\d\d)\tc1$/mu, '1\tpaid\t$1\t2026-03-05')
          .replace(/^(END\t1)\t.*$/mu, '$1')
        const read = readBankAnswer(answer)
        expect(read.ok && read.answer.lines[0]?.fen).toBe(settlement.toPayFen)
      }),
    )
  })
})
