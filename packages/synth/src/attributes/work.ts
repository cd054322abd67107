import type { Work } from '../batch-codes.ts'
import { works } from '../batch-codes.ts'
import { curve } from '../random/curve.ts'
import { Picker } from '../random/picker.ts'
import type { Random } from '../random/random.ts'

export interface Worker {
  readonly age: number
  readonly sex: 'male' | 'female'
  readonly urban: boolean
}

const codeOf = (work: Work): number => works.indexOf(work)
const student = codeOf('student')
const retired = codeOf('retired')
const nothing = codeOf('none')
export const employee = codeOf('employee')
const selfEmployed = codeOf('self-employed')

/** Rough shares of grown persons of working age: employee, self-employed or farming, unemployed, at home. */
const shares = {
  male: { urban: [58, 30, 5, 7], rural: [27, 61, 4, 8] },
  female: { urban: [50, 22, 5, 23], rural: [17, 52, 4, 27] },
}
const pickers = {
  male: { urban: new Picker(shares.male.urban), rural: new Picker(shares.male.rural) },
  female: { urban: new Picker(shares.female.urban), rural: new Picker(shares.female.rural) },
}
const choices = [employee, selfEmployed, codeOf('unemployed'), codeOf('at-home')]

/** Share of those still at school or university, by age up to 27. */
const studying = Array.from({ length: 28 }, (_, age) =>
  curve(
    [
      [16, 0.95],
      [18, 0.8],
      [20, 0.6],
      [22, 0.35],
      [24, 0.1],
      [27, 0.01],
    ],
    age,
  ),
)

/** What a person does, as a code of `works`. */
export function drawWork({ age, sex, urban }: Worker, random: Random): number {
  if (age < 6) return nothing
  if (age < 16) return student
  if (age < studying.length && random.chance(studying[age] ?? 0)) return student
  const stops = sex === 'male' ? 60 : 53
  if (age >= stops && (urban || age >= 70)) return retired
  return choices[pickers[sex][urban ? 'urban' : 'rural'].pick(random)] ?? nothing
}

/** Wages as multiples of the middle one, by the share of employees below. */
const spread = [
  [0, 0.35],
  [0.1, 0.52],
  [0.25, 0.72],
  [0.5, 1],
  [0.75, 1.45],
  [0.9, 2.1],
  [0.98, 3.6],
  [1, 7],
] as const

/** The middle monthly income in fen: rough, for the look of it, not an estimate of any place. */
const middle = {
  employee: 520_000,
  selfEmployed: { urban: 380_000, rural: 210_000 },
  retired: { urban: 300_000, rural: 24_000 },
}

/** What wages are of the nation's: Beijing and Shanghai, the coast, all others. */
export function wageLevel(county: number): number {
  const province = Math.floor(county / 10_000)
  if (province === 11 || province === 31) return 1.8
  return [12, 32, 33, 35, 37, 44].includes(province) ? 1.15 : 0.92
}

/** Monthly income in fen, of whole ten yuan. */
export function drawIncome(work: number, { urban, level }: { urban: boolean; level: number }, random: Random): number {
  const place = urban ? 'urban' : 'rural'
  if (work === employee) return tens(middle.employee * level * curve(spread, random.unit()))
  if (work === selfEmployed) return tens(middle.selfEmployed[place] * level * curve(spread, random.unit()))
  if (work === retired) return tens(middle.retired[place] * (urban ? level : 1) * (0.7 + 0.7 * random.unit()))
  return 0
}

/** Mean monthly wage at an employee's place of work, fen. */
export function drawEmployerWage(level: number, random: Random): number {
  return tens(640_000 * level * (0.6 + 0.5 * random.unit() + 0.7 * random.unit() * random.unit()))
}

function tens(fen: number): number {
  return Math.round(fen / 1000) * 1000
}
