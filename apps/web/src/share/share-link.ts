/** The address of a place, or of one benefit of it. It can hold nothing personal: these two ids are all it is made of. */
export function shareLink({
  origin,
  placeId,
  benefitId = null,
}: {
  readonly origin: string
  readonly placeId: string
  readonly benefitId?: string | null
}): string {
  const path =
    benefitId === null
      ? `/${encodeURIComponent(placeId)}`
      : `/${encodeURIComponent(placeId)}/benefit/${encodeURIComponent(benefitId)}`
  return `${origin}${path}`
}
