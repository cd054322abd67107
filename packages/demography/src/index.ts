// Populations by age and sex.
export { bothSexes, emptyAgeSex, sexes, totalOf } from './age-sex.ts'
export type { AgeSex, Sex } from './age-sex.ts'
export { demographyError } from './demography-error.ts'
export type { DemographyErrorCode } from './demography-error.ts'

// Rates: crude and by age, TFR, mean age at birth, parity, SRB, standardisation.
export { crudeRate, directlyStandardised, standardisedRatio } from './rates/crude-rates.ts'
export {
  ageSpecificFertility,
  findCompletedFertility,
  grossReproductionRate,
  meanAgeAtBirth,
  netReproductionRate,
  parityProgression,
  totalFertilityRate,
} from './rates/fertility.ts'
export type { AgeSchedule } from './rates/fertility.ts'
export { sexRatiosAtBirth } from './rates/sex-ratio-at-birth.ts'
export type { SexRatioAtBirth } from './rates/sex-ratio-at-birth.ts'

// Structure: shares, dependency, ageing, median age.
export { structureIndices } from './structure/structure-indices.ts'
export type { StructureIndices } from './structure/structure-indices.ts'

// Life tables, complete and abridged, Kannisto, survival ratios.
export { abridgedLifeTable } from './life-table/abridged-life-table.ts'
export { closeMortality, fitKannisto, kannistoRate } from './life-table/close-mortality.ts'
export type { KannistoLaw } from './life-table/close-mortality.ts'
export { earlyChildhoodAx, infantAx } from './life-table/infant-ax.ts'
export type { InfantRule } from './life-table/infant-ax.ts'
export { lifeTable } from './life-table/life-table.ts'
export type { LifeTable } from './life-table/life-table.ts'
export { separationFactors, survivalRatios } from './life-table/survival-ratios.ts'

// Schedules by single age from what is published.
export { singleAgeFertility } from './schedules/single-age-fertility.ts'
export type { GroupedFertility } from './schedules/single-age-fertility.ts'
export { lifeExpectancyAtBirth, scaleToLifeExpectancy, singleAgeMortality } from './schedules/single-age-mortality.ts'

// Quality of age data: Whipple, Myers, UN age-sex accuracy.
export { myersIndex, whippleIndex } from './quality/age-heaping.ts'
export type { MyersIndex } from './quality/age-heaping.ts'
export { ageRatioScore, ageSexAccuracy } from './quality/age-sex-accuracy.ts'
export type { AgeSexAccuracy } from './quality/age-sex-accuracy.ts'

// Graduation of age groups: Sprague, Beers, monotone splines, PCLM.
export { graduateMonotone, monotoneSpline } from './graduation/monotone-spline.ts'
export type { MonotoneMethod } from './graduation/monotone-spline.ts'
export { graduateBeers, graduateSprague } from './graduation/osculatory.ts'
export { graduatePclm } from './graduation/pclm.ts'

// Small numbers: exact and profile intervals, smoothing over neighbours, funnels.
export { binomialInterval } from './small-numbers/binomial-interval.ts'
export { empiricalBayesRates } from './small-numbers/empirical-bayes.ts'
export type { AreaCount, SmoothedRate } from './small-numbers/empirical-bayes.ts'
export { binomialFunnel, poissonFunnel, rateSignal, sexRatioSignal } from './small-numbers/funnel.ts'
export type { FunnelSignal } from './small-numbers/funnel.ts'
export type { Interval } from './small-numbers/interval.ts'
export { poissonInterval, poissonProfileInterval } from './small-numbers/poisson-interval.ts'

// Projection: one year, many years, regions with moves, shares of a whole.
export { constrainToTotal, shareMethod } from './projection/constrain.ts'
export { projectRegions, projectRegionsYear } from './projection/project-regions.ts'
export type { Move, RegionInputs, RegionYear } from './projection/project-regions.ts'
export { projectYear } from './projection/project-year.ts'
export { deathsByAge, midYear, project } from './projection/project.ts'
export type { Projection } from './projection/project.ts'
export { netMigrants } from './projection/net-migrants.ts'
export type { MigrationTiming, NetMigration, ScheduledYear, YearInputs, YearResult } from './projection/year-inputs.ts'

// Trajectories: uncertain TFR, e0, SRB and migration; quantiles.
export { forecast, summarise } from './stochastic/forecast.ts'
export type { Engine, ForecastCell } from './stochastic/forecast.ts'
export { certain } from './stochastic/process.ts'
export type { Process, Uncertainty } from './stochastic/process.ts'
export { countBins, quantilesOf } from './stochastic/quantiles.ts'
export type { BinCounts } from './stochastic/quantiles.ts'
export { runPlain } from './stochastic/run-plain.ts'
export type { TrajectoryValues } from './stochastic/run-plain.ts'
export { runWasm } from './stochastic/run-wasm.ts'
export { survivalResponse } from './stochastic/survival-response.ts'
export type { SurvivalResponse } from './stochastic/survival-response.ts'
export { indicatorIds, planningBands } from './stochastic/trajectory-plan.ts'
export type { AgeBand, TrajectoryPlan } from './stochastic/trajectory-plan.ts'

// Places of China from the census of 2020 and national rates.
export { carriedCensus } from './subnational/census-2020.ts'
export type { CensusPlace } from './subnational/census-2020.ts'
export {
  censusForecast,
  censusYear,
  countyUncertainty,
  nationalBase,
  nationalUncertainty,
} from './subnational/census-forecast.ts'
export type { CensusForecast, NationalBase } from './subnational/census-forecast.ts'
export { censusStructure } from './subnational/census-structure.ts'
export { nationalSchedules } from './subnational/national-schedules.ts'
export type { NationalYear } from './subnational/national-schedules.ts'
export { scaledCell, shareAssumptions, shareForecast, shareWhole } from './subnational/share-forecast.ts'
export type { ShareWhole } from './subnational/share-forecast.ts'
export { readCensusTable } from './subnational/read-census-table.ts'
export type { CensusCounty } from './subnational/read-census-table.ts'

// Files: plain CSV in, tables out, problems and assumptions.
export { parseCsv } from './inputs/csv.ts'
export type { CsvTable } from './inputs/csv.ts'
export type { Assumption, InputProblem, InputProblemCode } from './inputs/problem.ts'
export { readProjectionInputs } from './inputs/read-projection-inputs.ts'
export type { ProjectionInputs, ReadInputs } from './inputs/read-projection-inputs.ts'
export { assumptionTable, projectionTables } from './outputs/projection-tables.ts'
export type { NamedProjection } from './outputs/projection-tables.ts'
