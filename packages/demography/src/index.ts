export { bothSexes, emptyAgeSex, sexes, totalOf } from './age-sex.ts'
export type { AgeSex, Sex } from './age-sex.ts'
export { demographyError } from './demography-error.ts'
export type { DemographyErrorCode } from './demography-error.ts'
export { graduateMonotone, monotoneSpline } from './graduation/monotone-spline.ts'
export { graduateBeers, graduateSprague } from './graduation/osculatory.ts'
export { graduatePclm } from './graduation/pclm.ts'
export { abridgedLifeTable } from './life-table/abridged-life-table.ts'
export { closeMortality, fitKannisto, kannistoRate } from './life-table/close-mortality.ts'
export type { KannistoLaw } from './life-table/close-mortality.ts'
export { earlyChildhoodAx, infantAx } from './life-table/infant-ax.ts'
export type { InfantRule } from './life-table/infant-ax.ts'
export { lifeTable } from './life-table/life-table.ts'
export type { LifeTable } from './life-table/life-table.ts'
export { separationFactors, survivalRatios } from './life-table/survival-ratios.ts'
export { myersIndex, whippleIndex } from './quality/age-heaping.ts'
export type { MyersIndex } from './quality/age-heaping.ts'
export { ageRatioScore, ageSexAccuracy } from './quality/age-sex-accuracy.ts'
export type { AgeSexAccuracy } from './quality/age-sex-accuracy.ts'
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
export { binomialInterval } from './small-numbers/binomial-interval.ts'
export { empiricalBayesRates } from './small-numbers/empirical-bayes.ts'
export type { AreaCount, SmoothedRate } from './small-numbers/empirical-bayes.ts'
export { binomialFunnel, poissonFunnel, rateSignal, sexRatioSignal } from './small-numbers/funnel.ts'
export type { FunnelSignal } from './small-numbers/funnel.ts'
export type { Interval } from './small-numbers/interval.ts'
export { poissonInterval, poissonProfileInterval } from './small-numbers/poisson-interval.ts'
export { structureIndices } from './structure/structure-indices.ts'
export type { StructureIndices } from './structure/structure-indices.ts'
