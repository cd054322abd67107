import type { Target } from '../outline.ts'
import type { Quantity } from './quantity.ts'

/** What a number says when it is a target; null when it is something else. */
export interface Reading {
  readonly quantity: Quantity
  readonly value: number | string | readonly [number, number]
  readonly unit: string | null
  readonly extra?: Partial<Target>
}

/** `其中2025年400个、2026年400个`: a whole named before, year by year. */
export const ofYear = /^(?:其中)?20\d\d年(?:度|底)?(?:新增|完成|建成|达到?)?$/
