import { z } from 'zod'
import { postKinds } from './post-kinds.ts'

const Name = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
const place = /^[1-9]\d{5}(\d{3}(\d{3})?)?$/
const Day = z.iso.date()

/** Places, units and posts of a county as a file says them, and who administers first. */
const StaffPlan = z.strictObject({
  region: z.string().regex(/^[1-9]\d{5}$/),
  places: z.array(z.strictObject({ code: z.string().regex(place), name: Name })).min(1),
  units: z.array(z.strictObject({ key: z.string().min(1), area: z.string().regex(place), name: Name })),
  posts: z.array(
    z.strictObject({
      kind: z.enum(postKinds.map(({ kind }) => kind)),
      unit: z.string().min(1),
      area: z.string().regex(place),
      openedOn: Day,
    }),
  ),
  administrator: z.strictObject({
    name: z.string().min(1).max(60),
    username: z.string().regex(/^[a-z0-9][a-z0-9._-]{1,39}$/),
  }),
})
export type StaffPlan = z.infer<typeof StaffPlan>

/** The plan of a file, or everything that is wrong with it: where, and what. */
export function readStaffPlan(
  json: unknown,
): { readonly ok: true; readonly plan: StaffPlan } | { readonly ok: false; readonly problems: readonly string[] } {
  const read = StaffPlan.safeParse(json)
  if (!read.success) {
    return { ok: false, problems: read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) }
  }
  const problems = [...crossCheck(read.data)]
  return problems.length === 0 ? { ok: true, plan: read.data } : { ok: false, problems }
}

function* crossCheck({ region, places, units, posts }: StaffPlan): Generator<string> {
  const codes = new Set(places.map(({ code }) => code))
  const keys = new Set(units.map(({ key }) => key))
  if (!codes.has(region)) yield `places: the county ${region} itself is missing`
  if (codes.size < places.length) yield 'places: a code stands there twice'
  if (keys.size < units.length) yield 'units: a key stands there twice'
  for (const { code } of places) {
    if (!code.startsWith(region)) yield `places: ${code} does not lie in ${region}`
    if (code.length === 12 && !codes.has(code.slice(0, 9))) yield `places: the township of ${code} is missing`
  }
  for (const { key, area } of units) if (!codes.has(area)) yield `units.${key}: ${area} is not among the places`
  for (const [at, { kind, unit, area }] of posts.entries()) {
    if (!keys.has(unit)) yield `posts.${at}: ${unit} is not among the units`
    if (!codes.has(area)) yield `posts.${at}: ${area} is not among the places`
    const digits = postKinds.find((one) => one.kind === kind)?.digits
    if (digits !== area.length) yield `posts.${at}: a ${kind} is of a place of ${digits} digits`
  }
  if (!posts.some(({ kind }) => kind === 'administrator')) yield 'posts: nobody would administer'
}
