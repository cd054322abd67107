import { coverage, resolvePlace } from '@junheng/packs'
import type { Command } from '../command.ts'
import { readPacks } from '../load-places.ts'
import { readOptions } from '../read-arguments.ts'

export const places: Command = {
  name: 'places',
  usage: '[--json] [--dir packs]',
  summary: { zh: '列出所有地方', en: 'lists the places' },
  async run(args, terminal) {
    const values = readOptions(args, { json: { type: 'boolean' }, dir: { type: 'string' } })
    const { packs } = await readPacks(values.dir)
    const list = [...packs.values()].map(({ id, region, manifest, parent, plan }) => {
      const { place } = resolvePlace(packs, id)
      return {
        id,
        region: String(region).padStart(6, '0'),
        name: manifest.data.name,
        parent,
        plan,
        draft: place?.documents.find((document) => document.id === plan)?.status === 'draft',
        benefits: place?.benefits.length ?? null,
        coverage: place === null || plan === null ? null : coverage(place).totals,
      }
    })
    if (values.json === true) {
      terminal.print(JSON.stringify(list, null, 2))
      return 0
    }
    for (const { id, region, name, plan, draft, benefits } of list) {
      const count =
        benefits === null
          ? { zh: '规则包有错误', en: 'the pack has errors' }
          : { zh: `${benefits} 项福利`, en: `${benefits} benefits` }
      const mark =
        plan === null
          ? { zh: '', en: '' }
          : draft
            ? { zh: '，方案还是送审稿', en: ', with a plan that is still a draft' }
            : { zh: '，有方案', en: ', with a plan' }
      const inside = `${count[terminal.language]}${mark[terminal.language]}`
      const brackets = terminal.language === 'zh' ? `（${inside}）` : ` (${inside})`
      terminal.print(`${region}  ${id.padEnd(16)} ${name[terminal.language]}${brackets}`)
    }
    return 0
  },
}
