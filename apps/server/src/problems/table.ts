import type { Text } from '@junheng/rules'

/** One row of the table of problem types: everything the API can refuse, and what to do about it. */
export interface ProblemType {
  readonly status: 400 | 404 | 405 | 413 | 415 | 422 | 500
  readonly title: Text
  /** What to do next; the page /problems/{code} shows it. */
  readonly advice: Text
}

/** Every problem type of the API. A code is stable: it is the last part of the `type` URL. */
export const problemTypes = {
  'invalid-request': {
    status: 400,
    title: { zh: '请求写得不对', en: 'The request is not well formed' },
    advice: {
      zh: '按 errors 里指出的位置改正后再发一次。什么都没有丢，也没有保存任何内容。',
      en: 'Correct what `errors` points at and send it again. Nothing was lost and nothing was kept.',
    },
  },
  'not-json': {
    status: 400,
    title: { zh: '内容不是 JSON', en: 'The body is not JSON' },
    advice: {
      zh: '请求体必须是一个 JSON 对象，检查引号、逗号和括号。',
      en: 'The body must be one JSON object; check quotes, commas and brackets.',
    },
  },
  'invalid-situation': {
    status: 422,
    title: { zh: '家庭情况里有读不懂的地方', en: 'Part of the situation cannot be read' },
    advice: {
      zh: '逐条看 errors：path 是位置，message 是原因。可用的项目见 /api/schema/situation。',
      en: 'See each entry of `errors`: path says where, message says why. /api/schema/situation lists what may be given.',
    },
  },
  'calendar-not-published': {
    status: 422,
    title: { zh: '那一年的放假安排还没有公布', en: 'The public holidays of that year are not published yet' },
    advice: {
      zh: '换一个较早的日期。国务院公布放假安排并更新后即可计算。',
      en: 'Ask for an earlier day. It can be answered once the State Council has published the calendar.',
    },
  },
  'unknown-place': {
    status: 404,
    title: { zh: '没有这个地方', en: 'There is no such place' },
    advice: { zh: '能查的地方都列在 /api/places。', en: '/api/places lists every place that can be asked about.' },
  },
  'unknown-region': {
    status: 404,
    title: { zh: '没有这个行政区划代码', en: 'There is no such region code' },
    advice: {
      zh: '用六位行政区划代码（GB/T 2260），或用 /api/regions?q= 按名称查找。',
      en: 'Use a six-digit code of GB/T 2260, or search by name with /api/regions?q=.',
    },
  },
  'not-found': {
    status: 404,
    title: { zh: '没有这个地址', en: 'There is nothing at this address' },
    advice: { zh: '全部接口见 /docs。', en: 'Every route is described at /docs.' },
  },
  'method-not-allowed': {
    status: 405,
    title: { zh: '这个地址不接受这种请求方法', en: 'This address does not take that method' },
    advice: { zh: '能用的方法写在回应的 Allow 头里。', en: 'The Allow header names the methods it takes.' },
  },
  'body-too-large': {
    status: 413,
    title: { zh: '内容太大', en: 'The body is too large' },
    advice: { zh: '家庭情况不应超过 64 KB。', en: 'A situation has at most 64 KB.' },
  },
  'unsupported-media-type': {
    status: 415,
    title: { zh: '内容类型不对', en: 'The content type is not taken' },
    advice: { zh: '用 Content-Type: application/json 发送。', en: 'Send it with Content-Type: application/json.' },
  },
  internal: {
    status: 500,
    title: { zh: '我们这边出了错', en: 'Something broke on our side' },
    advice: {
      zh: '你填的内容没有丢，也没有被保存。请过一会儿再试；还不行就把请求编号告诉管理员。',
      en: 'What you entered was neither lost nor kept. Try again later; if it goes on, give the request id to the administrator.',
    },
  },
} as const satisfies Record<string, ProblemType>

export type ProblemCode = keyof typeof problemTypes

/** The problem type of a code, or undefined where there is none of that name. */
export function findProblemType(code: string): ProblemType | undefined {
  return Object.hasOwn(problemTypes, code) ? problemTypes[code as ProblemCode] : undefined
}
