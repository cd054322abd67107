/** Words a person reads, Chinese first. */
export interface Words {
  readonly zh: string
  readonly en: string
}

/** A broken promise: a stable code, what it was about, and the same said to a person in both languages. */
export class DomainError<Code extends string = string> extends Error {
  readonly code: Code
  readonly info: Readonly<Record<string, string | number | boolean | null>>
  readonly text: Words

  constructor(
    code: Code,
    {
      text,
      info = {},
    }: { readonly text: Words; readonly info?: Readonly<Record<string, string | number | boolean | null>> },
  ) {
    super(`${code}: ${text.en}`)
    this.name = 'DomainError'
    this.code = code
    this.info = info
    this.text = text
  }
}

/** True for a DomainError, of that code where one is given. */
export function isDomainError<Code extends string>(error: unknown, code?: Code): error is DomainError<Code> {
  return error instanceof DomainError && (code === undefined || error.code === code)
}
