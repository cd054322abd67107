import { z } from '@hono/zod-openapi'

/** Words a person reads, Chinese first. */
export const Text = z.object({ zh: z.string(), en: z.string() }).openapi('Text')

/** An ISO calendar day that exists is checked by the service, which can say why it does not. */
export const IsoDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .openapi({ format: 'date', example: '2026-03-02' })

export const PlaceId = z
  .string()
  .min(1)
  .max(40)
  .openapi({ example: 'xianan', description: 'Id of a place, as /api/places lists it' })

export const SourceRef = z.object({ document: z.string(), clause: z.string() }).openapi('SourceRef')
export const Confidence = z.enum(['confirmed', 'single-source', 'unconfirmed']).openapi('Confidence')

/** One place in the list: enough to choose by. */
export const PlaceSummary = z
  .object({
    id: z.string(),
    region: z.int(),
    name: Text,
    /** Names from the province down. */
    regionPath: z.string(),
    plan: z
      .object({
        title: z.string(),
        issuer: z.string().nullable(),
        issued: z.string().nullable(),
        status: z.enum(['in-force', 'draft']),
        confidence: Confidence,
        note: Text.nullable(),
      })
      .nullable()
      .openapi({ description: 'The plan it carries out; null for a layer that only others inherit' }),
    benefits: z.int().openapi({ description: 'How many benefits it knows, inherited ones included' }),
    unconfirmed: z.int().openapi({ description: 'How many of them rest on an unconfirmed or single source' }),
    version: z.string().openapi({ description: 'Changes whenever anything of the place changes' }),
    href: z.string().openapi({ description: 'Address of the resolved place at this version; may be kept for ever' }),
  })
  .openapi('PlaceSummary')

export type PlaceSummary = z.infer<typeof PlaceSummary>

const Item = z.looseObject({ id: z.string() })

/** The resolved place. Its items carry syntax trees; their full types are in packages/entitlements/src/place.ts. */
export const Place = z
  .looseObject({
    id: z.string(),
    region: z.int(),
    name: Text,
    lineage: z.array(z.string()),
    documents: z.array(Item),
    plan: z.string().nullable(),
    facts: z.array(z.looseObject({ name: z.string() })),
    benefits: z.array(Item),
    parameters: z.array(Item),
  })
  .openapi('Place')
