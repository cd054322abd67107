import { sexes, type AgeSex } from '../age-sex.ts'
import type { NetMigration, YearInputs } from '../projection/year-inputs.ts'

/**
 * The year from 1 July to 30 June: the mean of the two calendar years' survival, fertility, sex ratio and migration.
 * Both must be of one kind, as they are when they come from the same files.
 */
export function meanYear(first: YearInputs, second: YearInputs): YearInputs {
  return {
    survival: meanTable(first.survival, second.survival),
    fertility: meanFertility(first.fertility, second.fertility),
    srb: (first.srb + second.srb) / 2,
    migration: meanMigration(first.migration, second.migration),
  }
}

function meanTable(first: AgeSex, second: AgeSex): AgeSex {
  const [male, female] = sexes.map((sex) => first[sex].map((value, age) => (value + (second[sex][age] ?? value)) / 2))
  return { male: male ?? first.male, female: female ?? first.female }
}

function meanFertility(first: YearInputs['fertility'], second: YearInputs['fertility']): YearInputs['fertility'] {
  if ('shares' in first && 'shares' in second) {
    const shares = Float64Array.from(first.shares, (share, at) => (share + (second.shares[at] ?? share)) / 2)
    const tfr = first.tfr === null || second.tfr === null ? null : (first.tfr + second.tfr) / 2
    return { fromAge: first.fromAge, shares, tfr }
  }
  if ('shares' in first || 'shares' in second) throw new RangeError('fertility of two kinds')
  const from = Math.min(first.fromAge, second.fromAge)
  const to = Math.max(first.fromAge + first.rates.length, second.fromAge + second.rates.length)
  const rates = Float64Array.from({ length: to - from }, (_, at) => {
    const age = from + at
    return ((first.rates[age - first.fromAge] ?? 0) + (second.rates[age - second.fromAge] ?? 0)) / 2
  })
  return { fromAge: from, rates }
}

function meanMigration(first: NetMigration, second: NetMigration): NetMigration {
  if ('total' in first && 'total' in second) return { total: (first.total + second.total) / 2 }
  if ('rates' in first && 'rates' in second) return { rates: meanTable(first.rates, second.rates) }
  if ('male' in first && 'male' in second) return meanTable(first, second)
  throw new RangeError('migration of two kinds')
}
