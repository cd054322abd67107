import type { Text } from '@junheng/rules'
import { useAnswer } from '../api/use-answer.ts'
import { useWords } from '../messages/language.tsx'
import { fetchPosts } from '../posts/calls.ts'

export interface TownshipPlace {
  readonly code: string
  readonly name: Text
  readonly villages: readonly { readonly code: string; readonly name: Text }[]
}

let asked: Promise<readonly TownshipPlace[]> | undefined

/** Townships and villages of the county, asked for once: no person is among them. */
function loadPlaces(): Promise<readonly TownshipPlace[]> {
  asked ??= fetchPosts().then(({ townships }) => townships)
  asked.catch(() => {
    asked = undefined
  })
  return asked
}

export function usePlaces(): {
  readonly townships: readonly TownshipPlace[]
  /** Name of a township (nine digits) or village (twelve, with its township). */
  readonly placeName: (code: string) => string | null
} {
  const { say } = useWords()
  const { value } = useAnswer(loadPlaces)
  const townships = value ?? []
  const placeName = (code: string): string | null => {
    const township = townships.find((one) => one.code === code.slice(0, 9))
    if (township === undefined) return null
    const village = township.villages.find((one) => one.code === code)
    return village === undefined ? say(township.name) : `${say(township.name)} ${say(village.name)}`
  }
  return { townships, placeName }
}
