import { answerOf, type Schemas, service } from '../api/service.ts'

export type BirthNotice = Schemas['BirthNotice']
export type NoticeTaken = Schemas['NoticeTaken']

export const sendNotice = (notice: BirthNotice) => answerOf(service.POST('/api/births/notices', { body: notice }))
/** Somebody whose birth can be told of in the demonstration. */
export const fetchDemoMother = () => answerOf(service.GET('/api/demo/mother'))
