import { useEffect, useRef, useState } from 'react'
import type { ForecastRequest, ForecastResult } from './forecast-types.ts'
import type { WorkerAnswer } from './forecast-worker.ts'

export interface Forecasting {
  readonly result: ForecastResult | null
  /** The first result with this place and seed, nothing changed. */
  readonly base: ForecastResult | null
  readonly milliseconds: number | null
  readonly failed: boolean
  /** How many results have come; a refused entry adds none. */
  readonly runs: number
}

const nothing: Forecasting = { result: null, base: null, milliseconds: null, failed: false, runs: 0 }

/** Keeps a worker busy with the newest request; what was asked meanwhile and is out of date is never computed. */
export function useForecast(request: ForecastRequest): Forecasting {
  const [state, setState] = useState<Forecasting>(nothing)
  const desk = useRef<{ readonly ask: (request: ForecastRequest) => void } | null>(null)
  useEffect(() => {
    let worker: Worker
    try {
      worker = new Worker(new URL('forecast-worker.ts', import.meta.url), { type: 'module' })
    } catch {
      setState({ ...nothing, failed: true })
      return
    }
    let busy = false
    let waiting: ForecastRequest | null = null
    const ask = (next: ForecastRequest) => {
      if (busy) {
        waiting = next
        return
      }
      busy = true
      worker.postMessage(next, [])
    }
    worker.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => {
      busy = false
      setState((before) => taken(before, data))
      if (waiting !== null) {
        const next = waiting
        waiting = null
        ask(next)
      }
    })
    worker.addEventListener('error', () => setState((before) => ({ ...before, failed: true })))
    desk.current = { ask }
    return () => worker.terminate()
  }, [])
  useEffect(() => desk.current?.ask(request), [request])
  return state
}

function taken(before: Forecasting, answer: WorkerAnswer): Forecasting {
  if ('failure' in answer) return { ...before, failed: true }
  const { result, milliseconds } = answer
  return {
    result,
    base: isUnchanged(result.request) ? result : before.base,
    milliseconds,
    failed: false,
    runs: before.runs + 1,
  }
}

/** Whether a request leaves the assumptions as they are. */
export function isUnchanged({ tfrChange, netMigration, migrationVaries }: ForecastRequest): boolean {
  return tfrChange.every((change) => change === 0) && netMigration === 0 && migrationVaries
}
