import { Route, Switch } from 'wouter'
import { useDeskLook } from '../design/use-desk-look.ts'
import { usePageTitle } from '../design/use-page-title.ts'
import { DeskPage } from './desk/desk-page.tsx'
import { ComparePlansPage } from './library/compare-plans-page.tsx'
import { LibraryPage } from './library/library-page.tsx'
import { PlanPage } from './library/plan-page.tsx'
import { usePlansWords } from './words/use-plans-words.ts'
import '../design/desk.css'
import './plans.css'

/** Everything about plans, for the people who keep a pack. */
export function PlansPages() {
  const { words } = usePlansWords()
  usePageTitle(words.title)
  useDeskLook()
  return (
    <Switch>
      <Route path="/plans/read">
        <DeskPage />
      </Route>
      <Route path="/plans/compare/:a/:b">{({ a, b }) => <ComparePlansPage a={a} b={b} />}</Route>
      <Route path="/plans/place/:id">{({ id }) => <PlanPage id={id} />}</Route>
      <Route>
        <LibraryPage />
      </Route>
    </Switch>
  )
}
