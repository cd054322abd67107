import { DomainError } from '@junheng/kernel'

/** A parameter, `on` or `here` where only a bound expression will do. */
export function notBound(name: string): DomainError<'expression-not-bound'> {
  return new DomainError('expression-not-bound', {
    text: { zh: `表达式尚未代入“${name}”`, en: `bind the expression first: it still names ${name}` },
    info: { name },
  })
}
