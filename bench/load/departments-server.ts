/** The simulated departments in a process of their own; their order is the first message of whoever started them. */
import { once } from 'node:events'
import { startDepartments } from '@junheng/departments'
import type { Secrets } from '../../apps/server/src/database/secrets.ts'
import { signingKey } from '../../apps/server/src/departments/department-keys.ts'
import { connected } from './fill/read-stories.ts'

export interface DepartmentsOrder {
  readonly secrets: Secrets
}

const { secrets } = ((await once(process, 'message')) as [DepartmentsOrder])[0]
let service = ''
process.on('message', ({ port }: { port: number }) => (service = `http://127.0.0.1:${port}`))
process.on('disconnect', () => process.exit(0))
const { departments } = await startDepartments({ service: () => service, keyOf: (name) => signingKey(secrets, name) })
const used = departments.filter(({ name }) => connected.includes(name))
process.send?.({ addresses: Object.fromEntries(used.map(({ name, address }) => [name, address])) })
