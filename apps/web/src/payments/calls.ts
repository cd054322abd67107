import { newId } from '../api/new-id.ts'
import { answerOf, type Schemas, service } from '../api/service.ts'

export type BatchHead = Schemas['BatchList']['batches'][number]
export type BatchShown = Schemas['BatchPage']

const at = (id: string) => ({ path: { id } })

export const fetchToPay = () => answerOf(service.GET('/api/payments/to-pay'))
export type BatchList = Schemas['BatchList']
export const fetchBatches = () => fetchBatchesAfter(null)
/** `after`: `next` of the page before; null: the newest. */
export const fetchBatchesAfter = (after: string | null) =>
  answerOf(service.GET('/api/payments/batches', { params: { query: after === null ? {} : { after } } }))
export const fetchMoney = () => answerOf(service.GET('/api/payments/reconciliation'))
export const fetchBatch = (id: string) => answerOf(service.GET('/api/payments/batches/{id}', { params: at(id) }))
export const prepareBatch = () => answerOf(service.POST('/api/payments/batches', { body: { id: newId() } }))
export const approveBatch = (id: string) =>
  answerOf(service.POST('/api/payments/batches/{id}/approve', { params: at(id), body: {} }))
export const giveUpBatch = (id: string) =>
  answerOf(service.POST('/api/payments/batches/{id}/give-up', { params: at(id), body: {} }))
/** The file for the bank; its description says text, but its bytes must stay as they are. */
export const exportBatch = async (id: string, encoding: 'utf-8' | 'gb18030'): Promise<Blob> => {
  const file: unknown = await answerOf(
    service.POST('/api/payments/batches/{id}/export', { params: at(id), body: { encoding }, parseAs: 'blob' }),
  )
  if (!(file instanceof Blob)) throw new TypeError('the export is no file')
  return file
}

/** Sends the bank's file as it is. */
export async function importAnswer(id: string, file: File) {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const text = bytes.reduce((all, byte) => all + String.fromCharCode(byte), '')
  return answerOf(service.POST('/api/payments/batches/{id}/answer', { params: at(id), body: { file: btoa(text) } }))
}
