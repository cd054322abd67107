import { lazy, Suspense, useMemo } from 'react'
import type { Place } from '@junheng/entitlements'
import { Link, Route, Switch, useParams, useRoute, useSearch } from 'wouter'
import { usePageTitle } from '../design/use-page-title.ts'
import { forecastRegions } from '../forecast/forecast-regions.ts'
import { useWords } from '../messages/language.tsx'
import { AskPage } from '../questions/ask-page.tsx'
import { LoadFailed } from './load-failed.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { PlaceHead } from './place-head.tsx'
import { loadPlace, useLoaded } from './use-loaded.ts'

// Opened later than the questions, so loaded later.
const BenefitPage = lazy(async () => ({ default: (await import('../benefit/benefit-page.tsx')).BenefitPage }))
const ComparePage = lazy(async () => ({ default: (await import('../compare/compare-page.tsx')).ComparePage }))
const ForecastPage = lazy(async () => ({ default: (await import('../forecast/forecast-page.tsx')).ForecastPage }))
const TimelinePage = lazy(async () => ({ default: (await import('../timeline/timeline-page.tsx')).TimelinePage }))

/** Everything under one place's address. */
export function PlacePage() {
  const { t } = useWords()
  const { place: id = '' } = useParams()
  const place = useLoaded(useMemo(() => () => loadPlace(id), [id]))
  if (place.state === 'loading') return <p className="quiet">{t.home.loading}</p>
  if (place.state === 'failed') return <LoadFailed retry={place.retry} />
  if (place.value === null) return <NotFoundPage />
  return <PagesOf place={place.value} />
}

function PagesOf({ place }: { readonly place: Place }) {
  const { t, say } = useWords()
  usePageTitle(`${say(place.name)} · ${t.title}`)
  return (
    <>
      <PlaceHead place={place} />
      <Tabs place={place} />
      <Suspense fallback={<p className="quiet">{t.home.loading}</p>}>
        <Switch>
          <Route path="/:place/timeline">
            <TimelinePage place={place} />
          </Route>
          <Route path="/:place/forecast">
            <ForecastPage place={place} />
          </Route>
          <Route path="/:place/compare">
            <ComparePage place={place} />
          </Route>
          <Route path="/:place/benefit/:benefit">
            {({ benefit }) => <BenefitPage place={place} benefitId={decodeURIComponent(benefit)} />}
          </Route>
          <Route path="/:place">
            <AskPage place={place} />
          </Route>
          <Route>
            <NotFoundPage />
          </Route>
        </Switch>
      </Suspense>
    </>
  )
}

function Tabs({ place: { id, region } }: { readonly place: Place }) {
  const { t } = useWords()
  const search = useSearch()
  const suffix = search === '' ? '' : `?${search}`
  const tabs = [
    ['', t.place.ask],
    ['/timeline', t.place.timeline],
    ['/compare', t.place.compare],
    ...(forecastRegions.has(region) ? [['/forecast', t.place.forecast] as const] : []),
  ] as const
  return (
    <nav className="tabs no-print" aria-label={t.place.pages}>
      {tabs.map(([path, label]) => (
        <TabLink key={path} path={`/${id}${path}`} suffix={suffix} label={label} />
      ))}
    </nav>
  )
}

function TabLink({ path, suffix, label }: { readonly path: string; readonly suffix: string; readonly label: string }) {
  const [here] = useRoute(path)
  return (
    <Link href={`${path}${suffix}`} aria-current={here ? 'page' : undefined}>
      {label}
    </Link>
  )
}
