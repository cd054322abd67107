export { allocateShared, startColumnWorkers } from './column-workers.ts'
export type { ColumnWorkers } from './column-workers.ts'
export { shareColumns } from './share-columns.ts'
