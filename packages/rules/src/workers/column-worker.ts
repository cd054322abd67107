/** The entry of a worker thread: compiles generated code once for each program and runs its share of the households. */
import { parentPort } from 'node:worker_threads'
import { loadColumns, type ColumnProgram } from '../columns/compile-columns.ts'
import type { ColumnTask, ColumnTaskResult } from './column-task.ts'

const programs = new Map<string, ColumnProgram>()

parentPort?.on('message', (task: ColumnTask) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(perform(task))
})

function perform({ generated, data, from, to, into }: ColumnTask): ColumnTaskResult {
  try {
    const key = generated.bodies.join('\n')
    const program = programs.get(key) ?? loadColumns(generated)
    programs.set(key, program)
    program.run(data, { from, to, into })
    return { error: null }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}
