import type { Context } from 'hono'

export type Language = 'zh' | 'en'

/** Language of an `Accept-Language` header by its weights; Chinese where neither is named. */
export function acceptedLanguage(header: string | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const q = parameters.map((p) => /^\s*q=([0-9.]+)\s*$/u.exec(p)?.[1]).find((value) => value !== undefined)
      return { tag, weight: q === undefined ? 1 : Number(q) }
    })
    .filter(({ tag, weight }) => weight > 0 && /^(?:zh|en)\b/u.test(tag))
    .sort((a, b) => b.weight - a.weight)[0]
  return wanted?.tag.startsWith('en') ? 'en' : 'zh'
}

/** The reader's language: `lang` of the query or the body, then `Accept-Language`, then Chinese. */
export function languageOf(c: Context): Language {
  const asked: unknown = c.get('language') ?? c.req.query('lang')
  return asked === 'zh' || asked === 'en' ? asked : acceptedLanguage(c.req.header('accept-language'))
}
