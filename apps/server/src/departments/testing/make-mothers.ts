import { randomUUID } from 'node:crypto'
import { identityNumber, person } from '../../register/testing/scene.ts'

/** Women of the test's county, each with a number of her own: 499 of each birthday. */
export function makeMothers(count: number) {
  return Array.from({ length: count }, (_, at) => {
    const birthDate = `199${Math.floor(at / 5000)}-0${1 + (Math.floor(at / 499) % 9)}-11`
    const number = identityNumber(birthDate, (at % 499) * 2)
    const id = randomUUID()
    const name = '李安'
    const command = person({ person: id, name, sex: 'female', birthDate, identityNumber: number })
    return { id, name, identityNumber: number, command }
  })
}
