/** What a hand-made truth file says, as far as it is scored. Fields a file leaves out are not scored. */
export interface Truth {
  readonly file: string
  readonly title?: string | null
  readonly issuer?: string | null
  readonly date?: string | null
  readonly docNumber?: string | null
  readonly region?: readonly string[]
  readonly level?: string | null
  readonly sections?: readonly {
    readonly path: string
    readonly heading: string
    readonly units?: Partial<Record<'lead' | 'support' | 'joint' | 'implement', readonly string[]>>
  }[]
  readonly targets?: readonly {
    readonly section: string
    readonly value: number | string | readonly number[] | null
    readonly unit: string | null
    readonly comparator: string
    readonly byYear: number | null
  }[]
  readonly benefits?: readonly {
    readonly section: string
    readonly amount: number | readonly number[] | null
    readonly unit: string | null
    readonly type?: string
  }[]
  readonly deadlines?: readonly { readonly section: string; readonly date: string }[]
  readonly recurrent?: readonly { readonly section: string; readonly period: string }[]
  readonly parents?: readonly { readonly title: string; readonly number: string | null }[]
  readonly cites?: readonly { readonly title: string }[]
}

/** Whether parsed JSON can serve as a truth file. */
export function isTruth(value: unknown): value is Truth {
  return (
    typeof value === 'object' &&
    value !== null &&
    'file' in value &&
    typeof value.file === 'string' &&
    'sections' in value
  )
}
