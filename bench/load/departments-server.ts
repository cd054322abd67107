/** The simulated departments in a process of their own; argument 1 is their order, as JSON. */
import { startDepartments } from '@junheng/departments'
import type { Secrets } from '../../apps/server/src/database/secrets.ts'
import { signingKey } from '../../apps/server/src/departments/department-keys.ts'
import { connected } from './fill/read-stories.ts'

export interface DepartmentsOrder {
  readonly secrets: Secrets
}

const { secrets } = JSON.parse(process.argv[2] ?? '') as DepartmentsOrder
let service = ''
process.on('message', ({ port }: { port: number }) => (service = `http://127.0.0.1:${port}`))
process.on('disconnect', () => process.exit(0))
const { departments } = await startDepartments({ service: () => service, keyOf: (name) => signingKey(secrets, name) })
const used = departments.filter(({ name }) => connected.includes(name))
process.send?.({ addresses: Object.fromEntries(used.map(({ name, address }) => [name, address])) })
