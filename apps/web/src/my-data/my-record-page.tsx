import { useAnswer } from '../api/use-answer.ts'
import { Asked } from '../design/asked.tsx'
import { usePageTitle } from '../design/use-page-title.ts'
import { instantText } from '../format/instant.ts'
import { fetchMyReadings, fetchMyRecord, fetchMyRequests } from './calls.ts'
import { MyFacts } from './my-facts.tsx'
import { ReadingsList } from './readings-list.tsx'
import { RequestsList } from './requests-list.tsx'
import { useMyDataWords } from './use-my-data-words.ts'

/** What is on file, and who looked at it. */
export function MyRecordPage() {
  const { words, language } = useMyDataWords()
  usePageTitle(words.title)
  const record = useAnswer(fetchMyRecord)
  const readings = useAnswer(fetchMyReadings)
  const requests = useAnswer(fetchMyRequests)
  if (record.failed?.problem?.status === 404)
    return (
      <div className="notice stack" role="alert">
        <h1>{words.notFoundTitle}</h1>
        <p>{words.notFound}</p>
      </div>
    )
  const latest = readings.value?.readings.find(({ own }) => !own)
  return (
    <>
      <nav className="jumps" aria-label={words.title}>
        <a href="#my-readings">
          {words.readings}
          {latest === undefined ? '' : ` · ${words.latest(instantText(latest.at, language))}`}
        </a>
      </nav>
      <div className="my-columns">
        <section className="stack" aria-labelledby="my-record">
          <h1 id="my-record">{words.record}</h1>
          <Asked answer={record}>{(person) => <MyFacts person={person} onTold={requests.again} />}</Asked>
          <RequestsList requests={requests.value?.requests ?? []} />
        </section>
        <section className="stack" aria-labelledby="my-readings">
          <h2 id="my-readings">{words.readings}</h2>
          <p className="small quiet">{words.readingsLead}</p>
          <Asked answer={readings}>{({ readings: list }) => <ReadingsList readings={list} />}</Asked>
        </section>
      </div>
    </>
  )
}
