import { computeForecast } from './compute-forecast.ts'
import type { ForecastRequest, ForecastResult } from './forecast-types.ts'

/** What the worker answers: the result and how long it took inside the worker, or that it failed. */
export type WorkerAnswer =
  | { readonly result: ForecastResult; readonly milliseconds: number }
  | { readonly failure: string }

interface WorkerScope {
  postMessage(message: WorkerAnswer, transfer: readonly Transferable[]): void
  addEventListener(type: 'message', listener: (event: MessageEvent<ForecastRequest>) => void): void
}

const scope = globalThis as unknown as WorkerScope

scope.addEventListener('message', ({ data }) => {
  const started = performance.now()
  try {
    const result = computeForecast(data)
    scope.postMessage({ result, milliseconds: performance.now() - started }, [])
  } catch (error) {
    scope.postMessage({ failure: String(error) }, [])
  }
})
