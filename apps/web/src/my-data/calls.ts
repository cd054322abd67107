import { answerOf, type Schemas, service } from '../api/service.ts'

export type MyReading = Schemas['Readings']['readings'][number]
export type MyRequest = Schemas['CorrectionRequests']['requests'][number]

export const fetchMyRecord = () => answerOf(service.GET('/api/my/record'))
export const showMyNumber = (show: 'identity' | 'phone') =>
  answerOf(service.GET('/api/my/record', { params: { query: { show } } }))
export const fetchMyReadings = () => answerOf(service.GET('/api/my/readings'))
export const fetchMyRequests = () => answerOf(service.GET('/api/my/correction-requests'))
export const askCorrection = (fact: string | null, text: string) =>
  answerOf(service.POST('/api/my/correction-request', { body: { fact, text } }))
