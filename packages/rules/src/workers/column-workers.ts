import { Worker } from 'node:worker_threads'
import { DomainError } from '@junheng/kernel'
import type { Column, ColumnArray, ColumnData } from '../columns/column-data.ts'
import { allocateColumns, resultIndex, type OutputColumns } from '../columns/compile-columns.ts'
import type { GeneratedColumns } from '../columns/generate-columns.ts'
import type { ColumnTask, ColumnTaskResult } from './column-task.ts'
import { shareColumns } from './share-columns.ts'

export interface ColumnWorkers {
  /**
   * As `ColumnProgram.run` over all households, divided among the threads; results are in shared memory. Data that is
   * not shared yet is copied, so share it once (`shareColumns`) where it is used often. One run at a time.
   *
   * @throws DomainError `column-worker-failed`
   */
  readonly run: (generated: GeneratedColumns, data: ColumnData, into?: OutputColumns) => Promise<OutputColumns>
  readonly stop: () => Promise<void>
}

/** Starts threads that run generated columns; they stay until `stop`. */
export function startColumnWorkers(count: number): ColumnWorkers {
  const workers = Array.from({ length: count }, () => new Worker(new URL('column-worker.ts', import.meta.url)))

  async function run(
    generated: GeneratedColumns,
    data: ColumnData,
    into = allocateShared(generated, data),
  ): Promise<OutputColumns> {
    const shared = shareColumns(data)
    const step = Math.ceil(data.households / count)
    // All must have answered before the next run may listen, also after one has failed.
    const ended = await Promise.allSettled(
      workers.map((worker, index) => {
        const [from, to] = [Math.min(index * step, data.households), Math.min((index + 1) * step, data.households)]
        return perform(worker, { generated, data: shared, from, to, into: part(into, generated, shared, from, to) })
      }),
    )
    for (const result of ended) if (result.status === 'rejected') throw result.reason
    return into
  }

  async function stop(): Promise<void> {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }

  return { run, stop }
}

/** New result columns in shared memory. */
export function allocateShared({ outputs, scope }: GeneratedColumns, data: ColumnData): OutputColumns {
  const length = resultIndex(data, scope.row, data.households)
  return allocateColumns(outputs, length, (bytes) => new SharedArrayBuffer(bytes))
}

function part(
  into: OutputColumns,
  { scope }: GeneratedColumns,
  data: ColumnData,
  from: number,
  to: number,
): OutputColumns {
  const [first, last] = [resultIndex(data, scope.row, from), resultIndex(data, scope.row, to)]
  const slice = <T extends ColumnArray>(array: T): T => array.subarray(first, last) as T
  return new Map(
    [...into].map(([name, { values, nulls }]): [string, Column] => [
      name,
      { values: slice(values), nulls: nulls === null ? null : slice(nulls) },
    ]),
  )
}

function perform(worker: Worker, task: ColumnTask): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (error: string | null) => {
      worker.off('message', onMessage)
      worker.off('error', onError)
      worker.off('exit', onExit)
      if (error === null) resolve()
      else reject(failed(error))
    }
    const onMessage = ({ error }: ColumnTaskResult) => settle(error)
    const onError = (error: Error) => settle(error.message)
    const onExit = () => settle('the thread ended')
    worker.once('message', onMessage)
    worker.once('error', onError)
    worker.once('exit', onExit)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    worker.postMessage(task)
  })
}

function failed(reason: string): DomainError<'column-worker-failed'> {
  return new DomainError('column-worker-failed', {
    text: { zh: `计算线程出错：${reason}`, en: `a worker thread failed: ${reason}` },
    info: { reason },
  })
}
