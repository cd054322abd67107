import type { BenefitFormat } from '../format/benefit-format.ts'
import type { NamedConditionFormat } from '../format/condition-format.ts'
import type { CaseFormat } from '../format/case-format.ts'
import type {
  CodeListFormat,
  FactFormat,
  FieldFormat,
  TableFormat,
  TopicFormat,
  UnitFormat,
} from '../format/dictionary-format.ts'
import type { DutyFormat } from '../format/duty-format.ts'
import type { ExampleFormat } from '../format/example-format.ts'
import type { DocumentFormat, ManifestFormat } from '../format/manifest-format.ts'
import type { ParameterFormat } from '../format/parameter-format.ts'
import type { ClauseFormat } from '../format/plan-format.ts'
import type { AmendmentFormat, ProcedureFormat } from '../format/procedure-format.ts'
import type { ScheduleFormat } from '../format/schedule-format.ts'
import type { TargetFormat } from '../format/target-format.ts'
import type { Problem } from '../problem.ts'
import type { BrokenNames } from './broken-names.ts'
import type { Path, SourceFile } from '../source/source-file.ts'

/** One entry of a pack as its file states it, with the place in the file it came from. */
export interface Item<T> {
  /** Pack that declares it. */
  readonly pack: string
  readonly data: T
  readonly file: SourceFile
  readonly path: Path
}

/** One folder as read: every entry has the right shape, nothing is yet known to fit together. */
export interface Pack {
  readonly id: string
  /** e.g. `421202-xianan`. */
  readonly folder: string
  /** Six-digit number; 0 is the nation. */
  readonly region: number
  readonly parent: string | null
  readonly plan: string | null
  readonly manifest: Item<ManifestFormat>
  readonly documents: readonly Item<DocumentFormat>[]
  readonly topics: readonly Item<TopicFormat>[]
  readonly tables: readonly Item<TableFormat>[]
  readonly codeLists: readonly Item<CodeListFormat>[]
  readonly facts: readonly Item<FactFormat>[]
  readonly fields: readonly Item<FieldFormat>[]
  readonly units: readonly Item<UnitFormat>[]
  readonly conditions: readonly Item<NamedConditionFormat>[]
  readonly parameters: readonly Item<ParameterFormat>[]
  readonly benefits: readonly Item<BenefitFormat>[]
  readonly clauses: readonly Item<ClauseFormat>[]
  readonly targets: readonly Item<TargetFormat>[]
  readonly duties: readonly Item<DutyFormat>[]
  readonly examples: readonly Item<ExampleFormat>[]
  readonly procedures: readonly Item<ProcedureFormat>[]
  readonly amendments: readonly Item<AmendmentFormat>[]
  readonly schedules: readonly Item<ScheduleFormat>[]
  readonly cases: readonly Item<CaseFormat>[]
  readonly broken: BrokenNames
  /** What is wrong with the folder taken by itself. */
  readonly problems: readonly Problem[]
}
