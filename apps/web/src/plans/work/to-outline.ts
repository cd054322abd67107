import type { Outline } from '@junheng/plans'
import type { Work } from './work.ts'

/** A year or a day, as a pack takes them. */
const isDate = /^\d{4}(?:-\d{2}-\d{2})?$/

/** The plan as it stands on the desk, for the draft pack. Doubts that are settled are left out. */
export function toOutline(work: Work): Outline {
  const { read, head } = work
  const { items } = work
  return {
    ...read,
    title: head.title.trim() || null,
    issuer: head.issuer.trim() || null,
    date: /^\d{4}-\d{2}-\d{2}$/.test(head.date) ? head.date : null,
    docNumber: head.docNumber.trim() || null,
    regionCode: /^\d{6}$/.test(head.region) ? Number(head.region) : null,
    sections: work.sections.map(({ section }) => section),
    targets: items.flatMap((item) => (item.kind === 'target' ? [item.data] : [])),
    benefits: items.flatMap((item) => (item.kind === 'benefit' ? [item.data] : [])),
    deadlines: items.flatMap((item) => (item.kind === 'deadline' && isDate.test(item.data.date) ? [item.data] : [])),
    recurrent: items.flatMap((item) => (item.kind === 'recurrent' ? [item.data] : [])),
    doubts: work.doubts.filter(({ done }) => !done).map(({ doubt }) => doubt),
  }
}
