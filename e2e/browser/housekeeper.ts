import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { House, Street } from './street.ts'

/** Lines of a house's log that are kept for a test that fails. */
const tailLines = 40

/** Opens a house for each test file that asks, over HTTP, since test files run in processes of their own. */
export async function startHousekeeper(street: Street): Promise<{
  readonly address: string
  readonly close: () => Promise<void>
}> {
  const houses = new Map<string, { readonly house: House; readonly tail: readonly string[] }>()
  const open = async (): Promise<object> => {
    const tail: string[] = []
    const house = await street.open((line) => {
      if ('message' in line) tail.push(line.message)
      else if (line.path.startsWith('/api/') || line.status >= 400)
        tail.push(`${line.method} ${line.path} ${line.status} ${line.milliseconds} ms`)
      if (tail.length > tailLines) tail.shift()
    })
    houses.set(house.address, { house, tail })
    return { address: house.address, shift: house.shift }
  }
  const shut = async (address: string): Promise<object> => {
    const found = houses.get(address)
    houses.delete(address)
    await found?.house.close()
    return {}
  }
  const answer = async ({ method, url = '' }: IncomingMessage): Promise<object> => {
    const address = new URL(url, 'http://housekeeper').searchParams.get('house') ?? ''
    if (method === 'POST') return open()
    return method === 'DELETE' ? shut(address) : (houses.get(address)?.tail ?? [])
  }
  const server = createServer((request, response) => {
    answer(request).then(
      (body) => response.end(JSON.stringify(body)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async close() {
      server.closeAllConnections()
      server.close()
      for (const address of houses.keys()) await shut(address)
    },
  }
}
