import { fileURLToPath } from 'node:url'
import { createApp } from '../app.ts'
import { openLibrary } from '../places/service.ts'

const packs = fileURLToPath(new URL('../../../../packs', import.meta.url))

/** The service over the real packs, and everything it logs. */
export async function realApp() {
  const logged: string[] = []
  const log = (line: object) => logged.push(JSON.stringify(line))
  const library = await openLibrary(packs, log)
  return { app: createApp({ library, log }), library, logged }
}
