import { describe, expect, it } from 'vitest'
import { zipStore } from '../../packages/plans/src/formats/zip-store.ts'
import { makePdf } from '../../packages/plans/src/testing/make-pdf.ts'
import { makeWord } from '../../packages/plans/src/testing/make-word.ts'
import { address, desk, openPage } from '../browser/open-page.ts'
import { giveFile, qinghePlan } from '../browser/open-plan.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A Word file whose directory says that it unpacks to gigabytes. */
function bomb(): Uint8Array {
  const file = makeWord(['一、任务'])
  const view = new DataView(file.buffer)
  for (let at = 0; at < file.length - 4; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0xf000_0000, true)
  return file
}

const recipes =
  '家常菜谱\n一、番茄炒蛋\n1.鸡蛋3个打散。\n2.番茄2个切块，炒5分钟。\n二、红烧肉\n1.五花肉500克焯水。\n2.小火炖60分钟。'

const refused: readonly (readonly [string, string, () => Uint8Array, string])[] = [
  ['an empty file', '空.txt', () => new Uint8Array(), '文件是空的'],
  [
    'a picture',
    '照片.txt',
    () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]),
    '不是文字文件',
  ],
  ['a zip bomb', '方案.docx', bomb, '解压后大得不正常'],
  ['an archive of something else', '表.docx', () => zipStore(new Map([['xl/workbook.xml', '<a/>']])), '没有 Word 正文'],
  ['a Word file cut short', '断.docx', () => makeWord(['一、任务']).slice(0, 200), '文件已损坏'],
  ['an encrypted pdf', '密.pdf', () => makePdf(['一'], { encrypted: true }), '这个 PDF 有密码'],
  ['a scanned pdf', '扫描.pdf', () => makePdf([]), '只有图片，没有文字'],
  ['a recipe book', '菜谱.txt', () => bytes(recipes), '没有读到方案'],
]

describe('a file that is no plan', () => {
  it.each(refused)('%s is refused with what is wrong, and nothing is kept', async (_, name, make, message) => {
    const page = await openPage({ viewport: desk, serviceWorkers: 'block' })
    await giveFile(page, name, make())
    await page.getByRole('alert').filter({ hasText: message }).waitFor()
    expect(await page.getByRole('alert').innerText()).toContain(name)
    expect(new URL(page.url()).pathname).toBe('/plans')
    await page.goto(`${address}/plans/read`)
    await page.getByText('还没有打开方案。').waitFor()
    // The language is the only thing this site remembers of anybody who asks for nothing.
    expect(await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])).toEqual([
      'junheng.language',
    ])
    await page.context().close()
  })

  it('of fifty megabytes is refused by its size alone', async () => {
    const page = await openPage({ viewport: desk, serviceWorkers: 'block' })
    await page.goto(`${address}/plans`)
    await page.getByLabel('选择文件').evaluate((input: HTMLInputElement) => {
      const given = new DataTransfer()
      given.items.add(new File([new Uint8Array(50 * 1024 * 1024).fill(0x61)], '大.txt'))
      input.files = given.files
      input.dispatchEvent(new Event('change', { bubbles: true }))
    })
    await page.getByRole('alert').filter({ hasText: '大.txt：文件超过 20 MB' }).waitFor()
  })

  it('leaves the next, good one its way', async () => {
    const page = await openPage({ viewport: desk, serviceWorkers: 'block' })
    await giveFile(page, '菜谱.txt', bytes(recipes))
    await page.getByRole('alert').waitFor()
    await page
      .getByLabel('选择文件')
      .setInputFiles({ name: '方案.txt', mimeType: 'text/plain', buffer: qinghePlan.bytes })
    await page.waitForURL(`${address}/plans/read`)
  })
})

describe('a plan in another form', () => {
  it('in GB18030 just works', async () => {
    const page = await openPage({ viewport: desk, serviceWorkers: 'block' })
    const file = encodeGb18030(qinghePlan.bytes.toString('utf8'))
    await giveFile(page, '国标.txt', file)
    await page.waitForURL(`${address}/plans/read`)
    await page.getByRole('option', { name: /4\.6 个/u }).waitFor()
  })

  it.each([
    ['docx', () => makeWord(qinghePlan.bytes.toString('utf8').split('\n'))],
    ['pdf', () => makePdf(pageLines(qinghePlan.bytes.toString('utf8')).slice(0, 30))],
    [
      'html',
      () =>
        bytes(
          `<!doctype html><meta charset=utf-8><body><p>${qinghePlan.bytes.toString('utf8').split('\n').join('</p><p>')}</p>`,
        ),
    ],
  ])('as %s gives the same structure', async (form, make) => {
    const page = await openPage({ viewport: desk, serviceWorkers: 'block' })
    await giveFile(page, `方案.${form}`, make())
    await page.waitForURL(`${address}/plans/read`)
    await page
      .getByRole('option', { name: /每千人口.*4\.6/su })
      .first()
      .waitFor()
  })
})

/** Lines as wide as a page takes them. */
const pageLines = (text: string): readonly string[] => text.split('\n').flatMap((line) => line.match(/.{1,38}/gu) ?? [])

/** Finds the two bytes of each character by decoding all of them: no other table is needed. */
function encodeGb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030')
  const table = new Map<string, readonly [number, number]>()
  for (let a = 0x81; a <= 0xfe; a += 1)
    for (let b = 0x40; b <= 0xfe; b += 1) {
      const c = b === 0x7f ? '' : decoder.decode(Uint8Array.from([a, b]))
      if (c.length === 1 && !table.has(c)) table.set(c, [a, b])
    }
  return Uint8Array.from(
    Array.from(text).flatMap((c) => (c.charCodeAt(0) < 0x80 ? [c.charCodeAt(0)] : [...(table.get(c) ?? [0x3f])])),
  )
}
