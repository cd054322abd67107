import { answerOf, type Schemas, service } from '../api/service.ts'

export type DepartmentStatus = Schemas['DepartmentStatuses']['departments'][number]
export type DepartmentName = DepartmentStatus['department']
export type DeadLetter = Schemas['DeadLetters']['letters'][number]
export type Reconciled = Schemas['Reconciliation']
export type Faults = Schemas['Faults']

const of = (department: DepartmentName) => ({ path: { department } })

export const fetchStatuses = () => answerOf(service.GET('/api/deliveries/departments'))
export const fetchDeadLetters = () => answerOf(service.GET('/api/deliveries/dead'))
export const settleLetter = (id: string, deed: 'send-again' | 'by-hand', words: string) =>
  answerOf(service.POST('/api/deliveries/{id}/settle', { params: { path: { id } }, body: { deed, words } }))
export const reconcile = (department: DepartmentName, repair: boolean) =>
  answerOf(
    service.POST('/api/deliveries/departments/{department}/reconcile', { params: of(department), body: { repair } }),
  )
export const fetchFaults = (department: DepartmentName) =>
  answerOf(service.GET('/api/deliveries/departments/{department}/faults', { params: of(department) }))
export const setFaults = (department: DepartmentName, faults: Partial<Faults>) =>
  answerOf(
    service.PUT('/api/deliveries/departments/{department}/faults', {
      params: of(department),
      body: faults as Faults,
    }),
  )
