export { lastDay } from './ageing/carry-forward.ts'
export {
  generationsOf,
  householdFlags,
  householdKinds,
  maritalStatuses,
  personFlags,
  relations,
  specialFamilies,
  works,
} from './batch-codes.ts'
export type { HouseholdKind, MaritalStatus, Relation, SpecialFamily, Work } from './batch-codes.ts'
export type { Batch, ElsewhereColumns, HouseholdColumns, PersonColumns } from './batch.ts'
export { carriedCensus } from './census/carried-census.ts'
export { censusDay } from './census/county-census.ts'
export type { CountyCensus } from './census/county-census.ts'
export { readCensusTable } from './census/read-census-table.ts'
export type { CensusProblem, ReadCensus } from './census/read-census-table.ts'
export { noDay, none } from './family/block.ts'
export { addressAt, householdAt, placeAt, populationHouseholds } from './household.ts'
export type { ChildElsewhere, SynthHousehold } from './household.ts'
export { findCountyOfSynthetic, isSyntheticId, syntheticId } from './identity/synthetic-id.ts'
export { isSyntheticPhone, syntheticPhone } from './identity/synthetic-phone.ts'
export { householdId, nameAt, personAt, personId, phoneAt, residentIdAt } from './person.ts'
export type { SynthPerson } from './person.ts'
export { countyBatches, populationBatches, populationParts } from './population.ts'
export type { CountyPart, PopulationOptions } from './population.ts'
export { situationOf } from './situation/situation-of.ts'
export type { SituationJson } from './situation/situation-of.ts'
export type { SynthErrorCode } from './synth-error.ts'
