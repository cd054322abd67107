import { answerOf, type Schemas, service } from '../api/service.ts'

export type WorkItem = Schemas['Work']['items'][number]

export const fetchWork = () => answerOf(service.GET('/api/staff/work'))
export const answerHandOver = (id: string, answer: string) =>
  answerOf(service.POST('/api/staff/hand-overs/{id}/answer', { params: { path: { id } }, body: { answer } }))
export const handOver = (body: Schemas['HandOver']) => answerOf(service.POST('/api/staff/hand-overs', { body }))
export const answerCorrection = (id: string, answer: string) =>
  answerOf(service.POST('/api/staff/corrections/{id}/answer', { params: { path: { id } }, body: { answer } }))
