import { ageInYears, toDayNumber, type Day } from '@junheng/kernel'
import { householdKinds, type Batch, type HouseholdKind } from '@junheng/synth'
import type { Language } from '../command.ts'

const kindNames: Readonly<Record<HouseholdKind, { readonly zh: string; readonly en: string }>> = {
  'one-person': { zh: '一人户', en: 'one person' },
  couple: { zh: '夫妻二人', en: 'couple' },
  'couple-with-children': { zh: '夫妻和子女', en: 'couple with children' },
  'lone-parent': { zh: '父或母和子女', en: 'lone parent' },
  'with-parents': { zh: '夫妻和父母', en: 'couple with parents' },
  'three-generations': { zh: '三代同堂', en: 'three generations' },
  'four-generations': { zh: '四代同堂', en: 'four generations' },
  'grandparents-with-grandchildren': { zh: '隔代（留守）', en: 'grandparents with grandchildren' },
  shared: { zh: '亲友合住', en: 'shared' },
  collective: { zh: '集体户', en: 'collective' },
}

/** What a population comes to, counted batch by batch. */
export class Summary {
  readonly #day: Day
  readonly #on: number
  readonly #kinds = new Map<HouseholdKind, number>()
  readonly #ages = { children: 0, grown: 0, old: 0 }
  readonly #counties = new Set<number>()
  #persons = 0
  #men = 0
  #familyPersons = 0
  #families = 0

  constructor(day: Day) {
    this.#day = day
    this.#on = toDayNumber(day)
  }

  add({ county, persons, households }: Batch): void {
    this.#counties.add(county)
    this.#persons += persons.count
    for (let person = 0; person < persons.count; person++) {
      if (persons.sex[person] === 0) this.#men++
      const age = ageInYears(persons.birthDate[person] ?? 0, this.#on)
      this.#ages[age < 15 ? 'children' : age < 65 ? 'grown' : 'old']++
    }
    for (let at = 0; at < households.count; at++) {
      const kind = householdKinds[households.kind[at] ?? 0] ?? 'one-person'
      this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + 1)
      if (kind === 'collective') continue
      this.#families++
      this.#familyPersons += (households.first[at + 1] ?? 0) - (households.first[at] ?? 0)
    }
  }

  lines(language: Language): readonly string[] {
    const zh = language === 'zh'
    const persons = this.#persons
    const percent = (part: number, whole: number): string => `${whole === 0 ? 0 : ((100 * part) / whole).toFixed(1)} %`
    const { children, grown, old } = this.#ages
    const households = [...this.#kinds.values()].reduce((sum, count) => sum + count, 0)
    const size = this.#families === 0 ? '0' : (this.#familyPersons / this.#families).toFixed(2)
    const ages = [children, grown, old].map((count) => percent(count, persons))
    const head = zh
      ? [
          `合成人口（没有真人）：${this.#day}，${this.#counties.size} 个县区，${persons} 人，${households} 户`,
          `男 ${percent(this.#men, persons)}；0–14 岁 ${ages[0]}，15–64 岁 ${ages[1]}，65 岁及以上 ${ages[2]}`,
          `家庭户平均 ${size} 人`,
        ]
      : [
          `synthetic people (nobody is real): ${this.#day}, counties ${this.#counties.size}, persons ${persons}, households ${households}`,
          `men ${percent(this.#men, persons)}; aged 0–14 ${ages[0]}, 15–64 ${ages[1]}, 65 and over ${ages[2]}`,
          `family households have ${size} persons on average`,
        ]
    const kinds = householdKinds.flatMap((kind) => {
      const count = this.#kinds.get(kind) ?? 0
      return count === 0 ? [] : [`  ${kindNames[kind][language]} ${count}（${percent(count, households)}）`]
    })
    return [...head, ...(zh ? kinds : kinds.map((line) => line.replace('（', ' (').replace('）', ')')))]
  }
}
