import { describe, expect, test } from 'vitest'
import { placeOf } from './line.ts'
import { paragraphsOf } from './paragraphs.ts'

const read = (text: string): readonly string[] => paragraphsOf(text).lines.map((line) => line.text)

describe('characters and conversion noise', () => {
  test.each([
    ['pinyin in brackets behind characters', '區(qū)衛(wèi)健局負責優(yōu)生', '区卫健局负责优生'],
    ['pinyin without tones', '相关政(zheng)策与托(tuo)位', '相关政策与托位'],
    ['full-width brackets about pinyin', '区（qū）级', '区级'],
    ['an abbreviation in brackets is no pinyin', '下载客户端(app)和疫苗(HPV)', '下载客户端（app）和疫苗（HPV）'],
    ['? for lost spaces', '不得高于總價款的?80%', '不得高于总价款的80%'],
    ['NBSP, full-width space and BOM', '\ufeff\u3000\u3000一、\u00a0目标', '一、目标'],
    ['full-width digits, per cents and ranges', '５０％、２～３个', '50%、2～3个'],
    ['Tai-wan and machine traditional', '著力推進顯著成效於是', '着力推进显著成效于是'],
    ['markdown bold and heads', '## **第一章**　总则', '第一章总则'],
    ['bold broken within a word', '**工****作**方案', '工作方案'],
    ['links keep their words', '[实施方案](<https://a.example/b_(1).html>)全文', '实施方案全文'],
    ['escapes and entities', '2\\. 总体&nbsp;目标', '2.总体目标'],
    ['a stray comma before another stop', '近日,，完善,、优化', '近日，完善、优化'],
    ['signs for whole marks', '㈠总则 ⑴目标 ①托位', '（一）总则（1）目标1）托位'],
  ])('%s', (_, raw, clean) => {
    expect(read(raw)).toEqual([clean])
  })

  test('destroyed characters are kept and reported, never guessed', () => {
    const { lines, garbled } = paragraphsOf('社?ㄉ觐I等,列入?yún)^(qū)財政預算')
    expect(lines[0]?.text).toContain('ㄉ')
    expect(garbled.length).toBeGreaterThanOrEqual(2)
  })

  test('positions are those of the raw text, noise and all', () => {
    const [line] = paragraphsOf('按區(qū)級標(biāo)準?補助500元').lines
    const at = line?.text.indexOf('级标准') ?? -1
    expect(line && placeOf(line, at, at + 3)).toEqual({ line: 1, col: 6, quote: '級標(biāo)準' })
  })
})

describe('lines', () => {
  test('a block of front matter is not part of the text', () => {
    const { lines, front } = paragraphsOf('---\ntitle: 某方案\nregion: 某省\n---\n\n一、目标')
    expect(lines.map((line) => line.text).filter((text) => text !== '')).toEqual(['一、目标'])
    expect(front.values.get('region')).toBe('某省')
  })

  test('a table’s cells are lines of their own', () => {
    expect(read('| 1.托育 | 托位5个 |\n---|---\n2.健康 | 筛查')).toEqual(['1.托育', '托位5个', '2.健康', '筛查'])
  })

  test('a page’s number in running text joins what it cut', () => {
    const page = `${'为推动人口长期均衡发展，各部门要提高认识，加强协作。'.repeat(6)}增强国`
    const { lines, pageNumbers } = paragraphsOf(`1、${page}\n2、情、国策意识。`)
    expect(lines.map((line) => line.text)).toEqual([`${page}情、国策意识。`])
    expect(pageNumbers.map(({ line }) => line)).toEqual([1, 2])
  })

  test.each(['- 2 -', '— 2 —', '第 2 页', '第2页 共9页', ' - 2 -', '2/9'])(
    'a page’s number on its own line goes: %s',
    (mark) => {
      const [above, below] = ['要把人口工作纳入重要议事日程，建立健全由政府领导的联席会', '议制度，确保落实。']
      expect(read(`${above}\n\n${mark}\n\n${below}`)).toEqual([above + below])
      expect(read(`${above}议。\n${mark}\n二、目标`)).toEqual([`${above}议。`, '二、目标'])
      expect(read(`联席会\n${mark}\n落实`)).toEqual(['联席会', '落实'])
    },
  )

  test('a list whose items are short keeps its numbers', () => {
    expect(read('1、推进托育服务体系建设，完善各项支持政策和配套措施，强化监督管理\n2、完善补贴')).toHaveLength(2)
  })

  test('text broken at a fixed width is made whole', () => {
    const whole =
      '为贯彻落实上级关于优化生育政策的决策部署，结合我县实际情况，制定本实施方案，请各单位认真组织实施。'.repeat(4)
    const wrapped = (whole.match(/.{1,24}/g) ?? []).join('\n')
    expect(read(wrapped)).toEqual([whole])
  })
})
