import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Test files run by their paths, whatever was measured or cached before: a run can be repeated anywhere. */
export class FixedOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((a, b) => (a.moduleId < b.moduleId ? -1 : 1))
  }
}
