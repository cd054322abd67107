import { useState } from 'react'
import type { Place } from '@junheng/entitlements'
import type { Evaluation } from '../situation/evaluate.ts'
import {
  type FactKey,
  type FactValue,
  type Household,
  keyText,
  withSkipped,
  withValue,
} from '../situation/household.ts'

export interface AskingContext {
  readonly place: Place
  readonly household: Household
  readonly evaluation: Evaluation
  readonly setHousehold: (household: Household) => void
}

/** The order of questions: the one wanted by hand, else the most useful one; the way back; what was answered here. */
export function useAsking({ place, household, evaluation, setHousehold }: AskingContext) {
  const [wanted, setWanted] = useState<FactKey | null>(null)
  const [history, setHistory] = useState<readonly FactKey[]>([])
  const [touched, setTouched] = useState(false)
  const next = evaluation.questions[0] ?? null
  const asked = wanted ?? next
  const info = asked === null ? undefined : place.facts.find((fact) => fact.name === asked.fact)
  const goOn = (household: Household) => {
    setTouched(true)
    if (asked !== null && wanted === null) setHistory([...history, asked])
    setWanted(null)
    setHousehold(household)
  }
  return {
    asked: info === undefined ? null : asked,
    info: info ?? null,
    isEditing: wanted !== null,
    left: evaluation.questions.length,
    canGoBack: history.length > 0,
    touched,
    answer: (value: FactValue) => {
      if (asked !== null && info !== undefined) goOn(withValue(household, { info, index: asked.index, value }))
    },
    skip: () => {
      if (asked !== null && info !== undefined) {
        goOn(withSkipped(withValue(household, { info, index: asked.index, value: undefined }), asked))
      }
    },
    back: () => {
      setTouched(true)
      if (wanted !== null) setWanted(null)
      else {
        const previous = history.at(-1)
        if (previous === undefined) return
        setHistory(history.slice(0, -1))
        setWanted(previous)
      }
    },
    ask: (key: FactKey) => {
      setTouched(true)
      setWanted(key)
    },
    askSkipped: () => {
      setTouched(true)
      const still = new Set(evaluation.skipped.map(keyText))
      setHousehold({ ...household, skipped: household.skipped.filter((key) => !still.has(key)) })
    },
    forget: () => {
      setWanted(null)
      setHistory([])
    },
  }
}
