import { useRef } from 'react'
import { newId } from '../../api/new-id.ts'
import { type Deed, useDeed } from '../../api/use-deed.ts'
import { type ActionToSend, sendAction } from '../calls.ts'
import type { Why } from '../purpose/work-purpose.ts'

export type Command = ActionToSend['command']
export type SourceGiven = ActionToSend['source']

/**
 * Sends an action under one id until it is done: pressed again after a lost answer, the register does it once.
 * A refused action wrote nothing, so that its id is free for the mended one.
 */
export function useAction({
  region,
  why,
  onDone,
}: {
  readonly region: string
  readonly why: Why
  readonly onDone: (facts: readonly string[]) => void
}): Deed<[Command, SourceGiven]> {
  const id = useRef(newId())
  return useDeed(
    (command: Command, source: SourceGiven) => sendAction({ id: id.current, region, source, command }, why),
    ({ facts }) => {
      id.current = newId()
      onDone(facts)
    },
  )
}
