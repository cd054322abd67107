import type { AgeSex } from '../age-sex.ts'
import type { MigrationTiming, ScheduledYear } from '../projection/year-inputs.ts'

/**
 * A second, deliberately plain writing of one year, cell by cell after the UN's description, that shares no code with
 * `projectYear`; tests hold the two against each other.
 */
export function naiveYear(
  start: AgeSex,
  { survival, fertility, srb, migration }: ScheduledYear,
  timing: MigrationTiming,
) {
  const cells = (values: Float64Array): number[] => [...values]
  const oldest = start.male.length - 1
  const whole: Record<'male' | 'female', { before: number[]; after: number[]; net: number[]; dead: number }> = {
    male: { before: [], after: [], net: [], dead: 0 },
    female: { before: [], after: [], net: [], dead: 0 },
  }
  for (const sex of ['male', 'female'] as const) {
    const people = cells(start[sex])
    const net = cells(migration[sex]).map((value, x) => {
      const here = people[x] ?? 0
      return value < 0 && here + value <= 0 ? 1e-5 - here : value
    })
    const before = people.map((value, x) => (timing === 'even' ? value + (net[x] ?? 0) / 2 : value))
    const after: number[] = [0]
    for (let x = 1; x <= oldest; x++) {
      const source = x === oldest ? (before[x - 1] ?? 0) + (before[x] ?? 0) : (before[x - 1] ?? 0)
      after[x] = source * (survival[sex][x] ?? 0)
      whole[sex].dead += source * (1 - (survival[sex][x] ?? 0))
    }
    Object.assign(whole[sex], { before, after, net })
  }
  let births = 0
  for (let x = 1; x < oldest; x++) {
    const rate = x >= fertility.fromAge ? (fertility.rates[x - fertility.fromAge] ?? 0) : 0
    const women = whole.female
    const come = timing === 'even' ? (women.net[x] ?? 0) / 2 : 0
    births += 0.5 * rate * ((women.before[x] ?? 0) + (women.after[x] ?? 0) + come)
  }
  const born = { female: births / (1 + srb), male: (births * srb) / (1 + srb) }
  const end = { male: [] as number[], female: [] as number[] }
  for (const sex of ['male', 'female'] as const) {
    const { after, net } = whole[sex]
    after[0] = born[sex] * (survival[sex][0] ?? 0)
    whole[sex].dead += born[sex] * (1 - (survival[sex][0] ?? 0))
    end[sex] = after.map((value, x) => {
      const sum = value + (net[x] ?? 0) * (timing === 'even' ? 0.5 : 1)
      return sum < 0 ? 0.0005 : sum
    })
  }
  return { end, births, deaths: whole.male.dead + whole.female.dead }
}
