import { array, assert, boolean, integer, property, record } from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { readAnswer, writeOrder } from './bank-csv.ts'
import type { KeptBatch, KeptLine } from './batch-rows.ts'

const number = '咸安支付-2026-0001'

function batchOf(fens: readonly number[], changes: Partial<KeptLine> = {}): KeptBatch {
  const total_fen = fens.reduce((all, fen) => all + fen, 0)
  return {
    row: {
      region: '421202',
      id: 'b',
      number,
      state: 'approved',
      prepared_by: 'p',
      prepared_on: '2026-11-23',
      prepared_at: '',
      approved_by: 'a',
      approved_on: '2026-11-23',
      lines: fens.length,
      total_fen,
    },
    lines: fens.map((fen, at) => ({
      region: '421202',
      batch: 'b',
      line: at + 1,
      claim: `c${at}`,
      people: [],
      fen,
      parts: [{ period: 'once', fen }],
      state: 'open',
      answered_on: null,
      reason: null,
      payee: { name: '李梅', account: '6222020011223344', bank: null },
      benefit: 'delivery-aid',
      ...changes,
    })),
  }
}

const order = (batch: KeptBatch, encoding: 'utf-8' | 'gb18030' = 'utf-8') =>
  writeOrder(batch, { encoding, purposeOf: () => '住院分娩补助' })

const head = '序号,笔数,金额,结果,日期,原因,附言,账号'
const file = (...rows: readonly string[]) => Buffer.from([head, ...rows, ''].join('\n'))
const paid = (line: number, yuan = '1.00') => `${line},,${yuan},成功,2026-11-23,,${number}-${line},`
const problems = (bytes: Uint8Array) => {
  const read = readAnswer(bytes)
  return read.ok ? [] : read.problems.map(({ message }) => message.zh)
}

describe('the order for the bank', () => {
  it('is the same table in UTF-8 with its mark and in GB 18030, rare characters too', () => {
    const batch = batchOf([5], { payee: { name: '㐂𠮷·一', account: '62220200', bank: '湖北银行' } })
    expect(order(batch).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    const text = new TextDecoder().decode(order(batch))
    expect(new TextDecoder('gb18030').decode(order(batch, 'gb18030'))).toBe(text)
    expect(text).toContain('1,㐂𠮷·一,62220200,湖北银行,0.05,住院分娩补助,咸安支付-2026-0001-1\r\n')
  })

  it('lets no cell begin as a formula', () => {
    for (const name of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1']) {
      const text = order(batchOf([100], { payee: { name, account: '62220200', bank: name } })).toString()
      for (const row of text.split('\r\n')) for (const cell of row.split(',')) expect(cell).not.toMatch(/^"?[=+@\t-]/)
    }
  })

  it('adds up to the fen, whatever the amounts', () => {
    assert(
      property(array(integer({ min: 1, max: 9_999_999 }), { minLength: 1, maxLength: 40 }), (fens) => {
        const rows = order(batchOf(fens)).toString().trimEnd().split('\r\n').slice(1)
        const cents = rows.map((row) => Number((row.split(',')[4] ?? '').replace('.', '')))
        expect(cents.slice(0, -1)).toEqual(fens)
        expect(cents.at(-1)).toBe(fens.reduce((all, fen) => all + fen, 0))
      }),
    )
  })
})

describe('the answer of the bank', () => {
  it('reads back what it says, in either encoding', () => {
    const lines = record({ fen: integer({ min: 1, max: 9_999_999 }), ok: boolean() })
    assert(
      property(array(lines, { minLength: 1, maxLength: 20 }), boolean(), (told, gb) => {
        const yuan = (fen: number) => (fen / 100).toFixed(2)
        const rows = told.map(({ fen, ok }, at) =>
          [
            at + 1,
            '',
            yuan(fen),
            ok ? '成功' : '失败',
            '20261123',
            ok ? '' : '账号不存在',
            `${number}-${at + 1}`,
            '',
          ].join(','),
        )
        const total = `合计,${told.length},${yuan(told.reduce((all, { fen }) => all + fen, 0))},,,,,`
        const text = [head, ...rows, total].join('\r\n')
        const read = readAnswer(gb ? iconv.encode(text, 'gb18030') : Buffer.from(`\uFEFF${text}`))
        expect(read.ok && read.lines.map(({ fen, result, on, reason }) => [fen, result, on, reason])).toEqual(
          told.map(({ fen, ok }) => [fen, ok ? 'paid' : 'returned', '2026-11-23', ok ? null : '账号不存在']),
        )
      }),
    )
  })

  it('names every bad line and takes nothing of a bad file', () => {
    expect(problems(file(paid(1), paid(1), '合计,2,2.00'))).toEqual(['第 3 行：第 1 笔在文件里出现两次'])
    expect(
      problems(
        file('x,,1,成功,2026-11-23,,a-1,', '2,,1.005,成功,2026-11-23,,a-2,', '3,,1,也许,2026-11-23,,a-3,', '合计,3,3'),
      ),
    ).toEqual(['第 2 行：序号不对', '第 3 行：金额不对', '第 4 行：结果只能是成功或失败'])
    expect(problems(file('1,,1,成功,2026-02-30,,a-1,', '2,,1,成功,2026-11-23,,a-9,', '合计,2,2'))).toEqual([
      '第 2 行：日期不对',
      '第 3 行：附言应是“批次号-序号”',
    ])
    expect(problems(file(paid(1), '合计,2,1.01'))).toEqual([
      '第 3 行：合计写 2 笔，文件里有 1 笔',
      '第 3 行：合计金额不符：各笔之和是 1 元',
    ])
    expect(problems(file(paid(1)))).toEqual(['第 2 行：文件不完整：最后一行应是合计'])
    expect(problems(file(paid(1), '2,,1.00,成功,2026-11-23,,别的批次-2,', '合计,2,2.00'))).toEqual([
      '第 1 行：附言里有不止一个批次号',
    ])
    expect(problems(file('合计,0,0'))).toContain('第 1 行：文件里没有一笔')
    expect(problems(Buffer.from('a,b\n1,2\n'))).toEqual(['第 1 行：缺少这些列：序号、金额、结果、日期、附言'])
  })

  it('is no crash whatever the bytes', () => {
    assert(
      property(array(integer({ min: 0, max: 255 }), { maxLength: 300 }), (bytes) => {
        expect(readAnswer(Uint8Array.from(bytes)).ok).toBe(false)
      }),
    )
  })
})
