import { z } from '@hono/zod-openapi'

export const Loss = z
  .enum(['none', 'stillbirth', 'death'])
  .openapi({ description: 'Whether the child was lost, so that nobody is told anything cheerful' })
