import {
  censusForecast,
  censusStructure,
  censusYear,
  forecast,
  scaledCell,
  shareForecast,
  shareWhole,
  summarise,
  type AgeSex,
  type CensusCounty,
  type CensusPlace,
  type ForecastCell,
  type NationalBase,
  type TrajectoryPlan,
} from '@junheng/demography'

/** How a county is projected: by its own cohorts, or as its share of the province. */
export type CountyMethod = 'cohort' | 'share'

/** The counties of one province and how to project them. */
export interface ProvinceRequest {
  readonly counties: readonly CensusCounty[]
  readonly base: NationalBase
  readonly trajectories: number
  readonly seed: number
  readonly method: CountyMethod
  /** Counties are scaled so that their medians add to the province projected as a whole. */
  readonly constrain: boolean
}

/** A region's quantiles, and its fertility relative to the nation's where it has its own. */
export interface RegionForecast {
  readonly region: string
  readonly cells: readonly ForecastCell[]
  readonly level: number | null
}

/** The province first, then its counties in the order given. */
export function projectProvince(request: ProvinceRequest): readonly RegionForecast[] {
  if (request.method === 'share') return byShares(request)
  const { counties, base, trajectories, seed, constrain } = request
  let sum: Float32Array | undefined
  let last: TrajectoryPlan | undefined
  const regions: RegionForecast[] = []
  for (const county of counties) {
    const { plan, level } = censusForecast(county, { base, trajectories, seed })
    const cells = forecast(plan, {
      firstYear: censusYear,
      onValues: (values) => {
        sum ??= new Float32Array(values.length)
        for (let at = 0; at < values.length; at++) sum[at] = (sum[at] ?? 0) + (values[at] ?? 0)
      },
    })
    regions.push({ region: county.code, cells, level })
    last = plan
  }
  const region = provinceCode(counties)
  const total = sum === undefined || last === undefined ? [] : summarise(sum, { plan: last, firstYear: censusYear })
  if (!constrain) return [{ region, cells: total, level: null }, ...regions]
  const { plan } = censusForecast(sumOfCounties(counties), { base, trajectories, seed })
  const whole = forecast(plan, { firstYear: censusYear })
  const factors = whole.map(({ median }, at) => median / (total[at]?.median ?? median))
  const scaled = regions.map((one) => ({
    ...one,
    cells: one.cells.map((cell, at) => scaledCell(cell, factors[at] ?? 1)),
  }))
  return [{ region, cells: whole, level: null }, ...scaled]
}

/** The province's cohorts from the sum of its counties' ages; each county its share at every age. */
function byShares({ counties, base, trajectories, seed }: ProvinceRequest): readonly RegionForecast[] {
  const [first] = base.years
  if (first === undefined) throw new RangeError('at least one year')
  const region = provinceCode(counties)
  const structures = counties.map((county) => censusStructure(county, first))
  const { plan, level } = censusForecast(sumOfCounties(counties), { base, trajectories, seed })
  const whole = shareWhole({ ...plan, start: sumOfStructures(structures) }, { name: region, firstYear: censusYear })
  return [
    { region, cells: whole.cells, level },
    ...counties.map(({ code }, at) => ({
      region: code,
      cells: shareForecast(structures[at] ?? plan.start, whole),
      level: null,
    })),
  ]
}

function provinceCode(counties: readonly CensusCounty[]): string {
  return `${counties[0]?.code.slice(0, 2) ?? ''}0000`
}

/** The province as one place. */
function sumOfCounties(counties: readonly CensusCounty[]): CensusPlace {
  const code = provinceCode(counties)
  const sum = (sex: 'male' | 'female'): readonly number[] =>
    (counties[0]?.[sex] ?? []).map((_, group) => counties.reduce((all, county) => all + (county[sex][group] ?? 0), 0))
  return { code, name: counties[0]?.province ?? code, male: sum('male'), female: sum('female') }
}

function sumOfStructures(structures: readonly AgeSex[]): AgeSex {
  const sum = (sex: 'male' | 'female'): Float64Array =>
    Float64Array.from({ length: structures[0]?.[sex].length ?? 0 }, (_, age) =>
      structures.reduce((all, one) => all + (one[sex][age] ?? 0), 0),
    )
  return { male: sum('male'), female: sum('female') }
}
