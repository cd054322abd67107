import type { Words } from '@junheng/kernel'
import { placeAt, type Batch } from '@junheng/synth'
import { pinyin } from 'pinyin-pro'

export interface DemoTownship {
  /** Nine digits. */
  readonly code: string
  readonly name: Words
  readonly villages: readonly DemoVillage[]
}

export interface DemoVillage {
  /** Twelve digits. */
  readonly code: string
  readonly name: Words
}

/** Townships and villages of a demonstration by what the synthetic addresses call them. */
export interface DemoPlaces {
  readonly townships: readonly DemoTownship[]
  /** Codes by the names of town and village. Throws RangeError for names that no household has. */
  readonly find: (names: { readonly town: string; readonly village: string }) => { township: string; village: string }
}

/**
 * The invented places where a population lives, in order of name. Their codes are of the range 900 to 999, which the
 * statistics bureau gives to no township: nobody can take them for real ones.
 */
export function demoPlaces(batches: Iterable<Batch>): DemoPlaces {
  const names = new Map<string, Set<string>>()
  let region = 0
  for (const batch of batches) {
    region = batch.county
    for (let at = 0; at < batch.households.count; at++) {
      const { town, village } = placeAt(batch, at)
      names.set(town, (names.get(town) ?? new Set()).add(village))
    }
  }
  const codes = new Map<string, { township: string; village: string }>()
  const townships = [...names].sort(byName).map(([town, villages], at): DemoTownship => {
    const township = `${region}${901 + at}`
    return {
      code: township,
      name: { zh: town, en: englishName(town) },
      villages: [...villages].sort().map((village, i) => {
        const code = `${township}${String(i + 1).padStart(3, '0')}`
        codes.set(`${town} ${village}`, { township, village: code })
        return { code, name: { zh: village, en: englishName(village) } }
      }),
    }
  })
  const find: DemoPlaces['find'] = ({ town, village }) => {
    const found = codes.get(`${town} ${village}`)
    if (found === undefined) throw new RangeError(`no household lives in ${town}${village}`)
    return found
  }
  return { townships, find }
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1
}

const kinds = [
  ['街道', 'Subdistrict'],
  ['社区', 'Community'],
  ['嘎查', 'Gacha'],
  ['苏木', 'Sumu'],
  ['镇', 'Town'],
  ['乡', 'Township'],
  ['村', 'Village'],
] as const

function englishName(name: string): string {
  const [ending, kind] = kinds.find(([zh]) => name.endsWith(zh)) ?? ['', '']
  const spelt = pinyin(name.slice(0, name.length - ending.length), { toneType: 'none' }).replaceAll(' ', '')
  return `${spelt.charAt(0).toUpperCase()}${spelt.slice(1)} ${kind}`.trim()
}
