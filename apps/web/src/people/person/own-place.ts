import type { PersonShown } from '../calls.ts'

/** The name of the place where the person lives now, which their page brings along; null for any other code. */
export function ownPlace(
  { township, townshipName, village, villageName }: PersonShown,
  code: string,
  say: (text: { readonly zh: string; readonly en: string }) => string,
): string | null {
  if (code !== (village ?? township) || townshipName === null) return null
  return villageName === null ? say(townshipName) : `${say(townshipName)} ${say(villageName)}`
}
