/** Ten megabytes: a scan of several pages or a photo of a phone. */
export const documentLimitBytes = 10 * 1024 * 1024

/** Types that are taken, by what the bytes themselves are, and how a browser may claim them. */
export const documentTypes: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['application/pdf'],
  'image/jpeg': ['image/jpeg', 'image/jpg'],
  'image/png': ['image/png'],
  'image/webp': ['image/webp'],
  'image/heic': ['image/heic', 'image/heif'],
}
