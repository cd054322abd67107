import { describe, expect, test } from 'vitest'
import { readPlan } from '../read-plan.ts'
import { isPlan } from '../is-plan.ts'
import { makePdf } from '../testing/make-pdf.ts'
import { makeWord } from '../testing/make-word.ts'
import { largestFile, readFile } from './read-file.ts'
import { zipStore } from './zip-store.ts'

const plan = [
  '云岭县生育支持方案',
  '一、主要目标',
  '到2027年，全县每千人口托位数达到4.6个。',
  '二、主要任务',
  '（一）发放补贴。对二孩家庭一次性补助3000元。（县卫健局负责）',
]
const text = plan.join('\n')
const bytes = (value: string): Uint8Array => new TextEncoder().encode(value)

async function codeOf(file: Uint8Array): Promise<string> {
  const read = await readFile(file)
  return read.ok ? 'ok' : read.problem.code
}

/** GB18030 of the few characters the test needs: what a browser of the place would save. */
const gb18030 = Uint8Array.from([
  0xd2, 0xbb, 0xa1, 0xa2, 0xd6, 0xf7, 0xd2, 0xaa, 0xc4, 0xbf, 0xb1, 0xea, 0x0a, 0xb5, 0xbd, 0x32, 0x30, 0x32, 0x37,
  0xc4, 0xea, 0xa3, 0xac, 0xcd, 0xd0, 0xce, 0xbb, 0xca, 0xfd, 0xb4, 0xef, 0xb5, 0xbd, 0x34, 0x2e, 0x36, 0xb8, 0xf6,
  0xa1, 0xa3,
])

describe('a text file', () => {
  test('in UTF-8, with or without a mark, is its text', async () => {
    for (const head of ['', '\ufeff']) {
      const read = await readFile(bytes(head + text))
      expect(read).toEqual({ ok: true, text, format: 'text' })
    }
  })

  test('in GB18030 just works', async () => {
    const read = await readFile(gb18030)
    expect(read).toEqual({ ok: true, text: '一、主要目标\n到2027年，托位数达到4.6个。', format: 'text' })
  })

  test.each([
    ['little', [0xff, 0xfe]],
    ['big', [0xfe, 0xff]],
  ])('in UTF-16, %s end first, just works', async (end, mark) => {
    const units = Array.from(text, (c) => c.charCodeAt(0))
    const file = Uint8Array.from([
      ...mark,
      ...units.flatMap((unit) => (end === 'little' ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
    ])
    expect(await readFile(file)).toEqual({ ok: true, text, format: 'text' })
  })
})

describe('a web page', () => {
  test('gives its visible text, a line a block, with bars between cells', async () => {
    const page = `<!doctype html><html><head><title>x</title><script>var a = '一、'</script></head><body><h1>方案</h1><p>一、目标</p><table><tr><td>1.托育</td><td>托位5个。</td></tr></table></body></html>`
    expect(await readFile(bytes(page))).toEqual({
      ok: true,
      text: '方案\n一、目标\n1.托育 | 托位5个。',
      format: 'html',
    })
  })

  test('nested a hundred thousand deep does not exhaust the machine', async () => {
    const read = await readFile(bytes(`<!doctype html><html><body>${'<div>'.repeat(100_000)}一、目标`))
    expect(read.ok).toBe(true)
  })
})

describe('a Word file', () => {
  test('gives a line a paragraph and reads as a plan', async () => {
    const read = await readFile(makeWord(plan))
    expect(read.ok && read.text.split('\n').filter((line) => line !== '')).toEqual(plan)
    expect(read.ok && readPlan(read.text).benefits[0]?.amount).toBe(3000)
  })

  test('cut short is damaged', async () => {
    expect(await codeOf(makeWord(plan).slice(0, 300))).toBe('damaged')
  })

  test('that unpacks to gigabytes is refused before it is unpacked', async () => {
    const file = makeWord(plan)
    const view = new DataView(file.buffer)
    for (let at = 0; at < file.length - 4; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0xf000_0000, true)
    expect(await codeOf(file)).toBe('zip-bomb')
  })

  test('that states a small size and unpacks to a hundred megabytes is refused all the same', async () => {
    expect(await codeOf(await lyingBomb(100 * 1024 * 1024))).toBe('zip-bomb')
  }, 30_000)

  test('of another kind of archive is none', async () => {
    expect(await codeOf(zipStore(new Map([['xl/workbook.xml', '<a/>']])))).toBe('not-word')
  })

  test('of the old kind is told how to save it', async () => {
    expect(await codeOf(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toBe('old-word')
  })
})

describe('a PDF', () => {
  test('with text gives its lines', async () => {
    const read = await readFile(makePdf(plan))
    expect(read.ok && read.text.replaceAll('\n', '')).toBe(plan.join(''))
  })

  test('that is a scan says so', async () => {
    expect(await codeOf(makePdf([]))).toBe('pdf-scanned')
  })

  test('with a password says so', async () => {
    expect(await codeOf(makePdf(plan, { encrypted: true }))).toBe('pdf-encrypted')
  })

  test('cut short is damaged or empty, never a crash', async () => {
    expect(['damaged', 'pdf-scanned']).toContain(await codeOf(makePdf(plan).slice(0, 200)))
  })
})

describe('what is no plan', () => {
  test('an empty file and one of spaces are empty', async () => {
    expect(await codeOf(new Uint8Array())).toBe('empty')
    expect(await codeOf(bytes(' \n\t \n'))).toBe('empty')
  })

  test('fifty megabytes are refused by their size alone', async () => {
    expect(await codeOf(new Uint8Array(50 * 1024 * 1024))).toBe('too-large')
    expect(largestFile).toBeLessThan(50 * 1024 * 1024)
  })

  test('a picture is no text', async () => {
    expect(await codeOf(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]))).toBe('binary')
  })

  test('bytes of no encoding are refused', async () => {
    expect(await codeOf(Uint8Array.from({ length: 4000 }, (_, i) => (i * 37 + 129) & 255 || 1))).toBe('encoding')
  })

  test('a recipe book has numbered items and is still none', () => {
    const recipes = '家常菜谱\n一、番茄炒蛋\n1.鸡蛋3个打散。\n2.番茄2个切块，炒5分钟。\n二、红烧肉\n1.五花肉500克焯水。'
    expect(isPlan(readPlan(recipes), recipes)).toBe(false)
    expect(isPlan(readPlan(text), text)).toBe(true)
  })
})

/** A deflated Word document that states to hold 1,000 bytes and holds `size` zeros. */
async function lyingBomb(size: number): Promise<Uint8Array> {
  const zeros = new Blob(Array.from({ length: size / 1_048_576 }, () => new Uint8Array(1_048_576)))
  const packed = new Uint8Array(
    await new Response(zeros.stream().pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer(),
  )
  const file = zipStore(new Map([['word/document.xml', packed]]))
  const view = new DataView(file.buffer)
  view.setUint16(8, 8, true)
  view.setUint32(22, 1000, true)
  const directory = file.findIndex((_, at) => at + 4 <= file.length && view.getUint32(at, true) === 0x02014b50)
  view.setUint16(directory + 10, 8, true)
  view.setUint32(directory + 24, 1000, true)
  return file
}
