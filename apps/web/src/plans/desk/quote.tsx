import { usePlansWords } from '../words/use-plans-words.ts'

/** A stretch of the text with its line. */
export function Quote({ line, quote }: { readonly line: number; readonly quote: string }) {
  const { words } = usePlansWords()
  return (
    <blockquote lang="zh-CN">
      <span className="quiet">{words.desk.line(line)}</span> {quote}
    </blockquote>
  )
}
