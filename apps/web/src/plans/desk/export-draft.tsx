import { useState } from 'react'
import { draftPack, unknownRegion } from '@junheng/plans'
import { zipStore } from '@junheng/plans/formats'
import type { PlaceSummary } from '../../api/client.ts'
import { loadPlaces } from '../../places/use-loaded.ts'
import { usePlansWords } from '../words/use-plans-words.ts'
import type { Work } from '../work/work.ts'
import { toOutline } from '../work/to-outline.ts'

/** Makes the draft pack of the plan as it stands and hands it over as one zip file. */
export function ExportDraft({ work }: { readonly work: Work }) {
  const { words } = usePlansWords()
  const [typed, setTyped] = useState<string | null>(null)
  const [done, setDone] = useState<number | null>(null)
  const region = /^\d{6}$/.test(work.head.region) ? Number(work.head.region) : unknownRegion
  const id = typed ?? (region === unknownRegion ? 'draft' : `draft-${work.head.region}`)
  const sound = /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)
  async function hand(): Promise<void> {
    // Without an answer from the service the draft stands alone: that is said among its open questions.
    const places = await loadPlaces().catch((): readonly PlaceSummary[] => [])
    const files = draftPack(toOutline(work), { id, region, parent: parentOf(places, region) })
    download(`${String(region).padStart(6, '0')}-${id}.zip`, zipStore(files))
    setDone(files.size)
  }
  return (
    <form
      className="row export"
      onSubmit={(event) => {
        event.preventDefault()
        if (sound) void hand()
      }}
    >
      <label className="row">
        <span className="fine">{words.desk.exportId}</span>
        <input
          type="text"
          className="fit"
          value={id}
          aria-invalid={!sound}
          title={words.desk.exportIdHint}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <button type="submit" className="button" disabled={!sound}>
        {words.desk.export}
      </button>
      <span role="status" className="fine">
        {done === null ? '' : words.desk.exported(done)}
      </span>
    </form>
  )
}

/** The pack nearest above a place: its city's, its province's, the nation's. */
function parentOf(places: readonly PlaceSummary[], region: number): string | null {
  const above = places.filter(
    (place) =>
      place.region !== region &&
      (place.region === 0 ||
        (place.region % 10_000 === 0 && Math.floor(place.region / 10_000) === Math.floor(region / 10_000)) ||
        (place.region % 100 === 0 && Math.floor(place.region / 100) === Math.floor(region / 100))),
  )
  return above.toSorted((a, b) => b.region - a.region)[0]?.id ?? null
}

function download(name: string, bytes: Uint8Array): void {
  const url = URL.createObjectURL(new Blob([Uint8Array.from(bytes)], { type: 'application/zip' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
