import type { Text } from '@junheng/rules'
import { ask } from '../api/ask.ts'

/** One thing to do, derived from the register each time it is asked. */
export interface WorkItem {
  readonly kind: string
  readonly subject: { readonly id: string; readonly name: string } | null
  readonly text: Text
  /** ISO day; null: no last day. */
  readonly due: string | null
  /** Where it is done, an address of ours. */
  readonly link: string
}

export const fetchWork = () => ask<{ readonly items: readonly WorkItem[] }>('GET', '/api/staff/work')
