/** A value as one line of YAML flow: JSON is YAML, so every string is quoted the JSON way where a plain one could mislead. */
export type YamlValue =
  | string
  | number
  | boolean
  | null
  | readonly YamlValue[]
  | { readonly [key: string]: YamlValue | undefined }

/** Words that need no quotes: letters, digits and hyphens that YAML reads as text. */
const plain = /^(?!(?:true|false|null|yes|no|on|off|y|n)$)[A-Za-z\p{Script=Han}][\p{L}\p{N}.-]*$/iu

export function yamlFlow(value: YamlValue): string {
  if (typeof value === 'string') return plain.test(value) ? value : JSON.stringify(value)
  if (value === null || typeof value !== 'object') return String(value)
  if (isList(value)) return `[${value.map(yamlFlow).join(', ')}]`
  const entries = Object.entries(value).flatMap(([key, own]) =>
    own === undefined ? [] : [`${keyOf(key)}: ${yamlFlow(own)}`],
  )
  return `{${entries.join(', ')}}`
}

/** A block mapping, a line a key; `dash` makes it an item of a list. */
export function yamlBlock(item: { readonly [key: string]: YamlValue | undefined }, dash = false): string {
  const lines = Object.entries(item).flatMap(([key, value]) => {
    if (value === undefined) return []
    if (isList(value) && value.length > 0 && typeof value[0] === 'object')
      return [`${key}:`, ...value.map((own) => `  - ${yamlFlow(own)}`)]
    return [`${key}: ${yamlFlow(value)}`]
  })
  return lines.map((line, i) => (dash ? (i === 0 ? '- ' : '  ') : '') + line).join('\n')
}

const isList = (value: YamlValue): value is readonly YamlValue[] => Array.isArray(value)
const keyOf = (key: string): string => (/^[A-Za-z][\w.-]*$/.test(key) ? key : JSON.stringify(key))
