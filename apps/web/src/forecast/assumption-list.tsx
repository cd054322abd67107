import { useWords } from '../messages/language.tsx'
import type { ForecastResult } from './forecast-types.ts'
import { useForecastWords } from './forecast-words.ts'

/** Everything the forecast rests on, each with its source, and the seed. */
export function AssumptionList({ result }: { readonly result: ForecastResult }) {
  const { say } = useWords()
  const { words } = useForecastWords()
  return (
    <section className="forecast-assumptions" aria-labelledby="forecast-assumptions">
      <h3 id="forecast-assumptions">
        {words.assumptions.title}
        <span className="quiet small"> · {words.assumptions.seed(result.request.seed)}</span>
      </h3>
      <ol>
        {result.assumptions.map(({ id, text, source }) => (
          <li key={id}>
            {say(text)}
            <cite className="fine quiet" lang="zh-CN">
              {words.assumptions.source}
              {words.assumptions.sources[source] ?? source}
            </cite>
          </li>
        ))}
      </ol>
    </section>
  )
}
