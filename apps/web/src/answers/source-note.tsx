import { type Answer, clauseWords } from '@junheng/entitlements'
import { useWords } from '../messages/language.tsx'
import { sourceTitle } from './source-title.ts'

/** The document and clause an answer rests on, and how sure it is. */
export function SourceNote({ source }: { readonly source: Answer['source'] }) {
  const { t } = useWords()
  return (
    <p className="small">
      <cite lang="zh-CN">
        {sourceTitle(source.title)}
        {clauseWords(source.clause)}
      </cite>
      <br />
      <span className="quiet">{t.card[source.confidence]}</span>
    </p>
  )
}

/** Said on the card itself, not folded: what is not certain. */
export function DoubtMark({ source }: { readonly source: Answer['source'] }) {
  const { t } = useWords()
  if (source.confidence === 'confirmed' && !source.draft) return null
  return (
    <p className="doubt small">
      {[source.draft ? t.card.draft : null, source.confidence === 'confirmed' ? null : t.card[source.confidence]]
        .filter((text) => text !== null)
        .join(' · ')}
    </p>
  )
}
