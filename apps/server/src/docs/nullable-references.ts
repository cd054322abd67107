/**
 * A named schema or null, said so that it is true: the generator writes `allOf` of the schema and `object or null`,
 * which null never satisfies. Returns a new description.
 */
export function nullableReferences<T>(node: T): T
export function nullableReferences(node: unknown): unknown {
  if (Array.isArray(node)) return node.map((one: unknown) => nullableReferences(one))
  if (typeof node !== 'object' || node === null) return node
  const mended = Object.fromEntries(Object.entries(node).map(([name, value]) => [name, nullableReferences(value)]))
  const { allOf, ...rest } = mended
  if (!Array.isArray(allOf) || allOf.length !== 2) return mended
  const [reference, nullable] = allOf as readonly { readonly type?: unknown; readonly description?: string }[]
  if (reference === undefined || nullable === undefined) return mended
  const { type, ...said } = nullable
  const isNullable = '$ref' in reference && Array.isArray(type) && type.includes('null') && !('properties' in nullable)
  return isNullable ? { ...rest, ...said, anyOf: [reference, { type: 'null' }] } : mended
}
