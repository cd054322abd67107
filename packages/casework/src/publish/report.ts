import type { Procedure } from '../procedure.ts'

/** Notes what keeps a procedure from being published; `item` null: of the procedure itself. */
export type Report = (
  item: string | null,
  at: readonly (string | number)[],
  code: string,
  zh: string,
  en: string,
) => void

export function unknownField(
  report: Report,
  item: string | null,
  at: readonly (string | number)[],
  name: string,
): void {
  report(item, at, 'unknown-name', `词典里没有“${name}”`, `the dictionary has no "${name}"`)
}

export function neverKnown(report: Report, item: string | null, at: readonly (string | number)[], name: string): void {
  report(
    item,
    at,
    'never-known',
    `“${name}”表单里没有、也没有事项产出，永远等不到`,
    `"${name}" is neither asked in the form nor produced by an item, so it is never known`,
  )
}

export function hasField({ fields }: Procedure, name: string): boolean {
  return fields.some((field) => field.name === name)
}
