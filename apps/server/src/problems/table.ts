import type { Text } from '@junheng/rules'

/** One row of the table of problem types: everything the API can refuse, and what to do about it. */
export interface ProblemType {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 423 | 429 | 500 | 503
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
  'sign-in-needed': {
    status: 401,
    title: { zh: '请先登录', en: 'Please sign in' },
    advice: {
      zh: '还没有登录，或登录已过期（30 分钟不用、或满 8 小时）。请重新登录；没有提交的内容请先留着。',
      en: 'You are not signed in, or the session ended (30 minutes unused, or 8 hours). Sign in again; keep what you have not sent.',
    },
  },
  'wrong-credentials': {
    status: 401,
    title: { zh: '账号、密码或验证码不对', en: 'The name, password or code is not right' },
    advice: {
      zh: '请核对后再试。连续错 5 次，15 分钟内不能再试。忘记密码请找系统管理员重置。',
      en: 'Check and try again. After 5 failures in a row you wait 15 minutes. An administrator can reset a forgotten password.',
    },
  },
  'second-factor-needed': {
    status: 403,
    title: { zh: '请先设置动态验证码', en: 'Set up your second factor first' },
    advice: {
      zh: '工作人员必须用手机上的动态验证码登录。设置好以前，别的都不能做。',
      en: 'Staff sign in with a code from their phone. Until it is set up nothing else can be done.',
    },
  },
  'cross-site': {
    status: 403,
    title: { zh: '请求不是从本站的页面发出的', en: 'The request does not come from a page of this service' },
    advice: {
      zh: '请在本站的页面上操作。程序调用须带上与本站一致的 Origin 头。',
      en: 'Use a page of this service. A program must send an Origin header that names it.',
    },
  },
  'not-allowed': {
    status: 403,
    title: { zh: '您的岗位没有这项权限', en: 'Your post does not allow this' },
    advice: {
      zh: '这次请求已记入审计链。如果工作需要，请找系统管理员核对岗位；有两个岗位的，先换到对应的岗位。',
      en: 'The request is on the audit chain. If your work needs it ask an administrator about your post; with two posts, change to the right one.',
    },
  },
  'forbidden-purpose': {
    status: 403,
    title: { zh: '这个目的不得查看生育情况', en: 'Births may not be seen for this purpose' },
    advice: {
      zh: '落户、入学、招聘、考核、晋升不得与生育情况挂钩。这次请求已记录，管理员和复核人员都能看到。',
      en: 'Household registration, schooling, hiring, appraisal and promotion never depend on births. The request was recorded; administrators and reviewers see it.',
    },
  },
  'no-such-case': {
    status: 403,
    title: { zh: '没有这个在办的案件', en: 'There is no such open case of your post' },
    advice: {
      zh: '这个目的须在您岗位的在办案件里使用。先立案，或从案件里打开。',
      en: 'This purpose needs an open case of your post. Open one first, or start from the case.',
    },
  },
  'reason-needed': {
    status: 422,
    title: { zh: '紧急查看须写明理由', en: 'An emergency needs a reason' },
    advice: {
      zh: '写明为什么来不及立案，至少 10 个字。事后由另一个人复核。',
      en: 'Say in at least 10 characters why there is no time for a case. Someone else reviews it afterwards.',
    },
  },
  'no-post': {
    status: 409,
    title: { zh: '请先选择岗位', en: 'Choose the post you act from' },
    advice: {
      zh: '您有不止一个岗位，或现在没有在任的岗位。先选择岗位再继续。',
      en: 'You hold several posts, or none that is in force. Choose one first.',
    },
  },
  conflict: {
    status: 409,
    title: { zh: '与已有的内容冲突', en: 'It stands against what is there already' },
    advice: { zh: '按 detail 里说的改正后再试。', en: 'Correct what `detail` says and try again.' },
  },
  'invalid-action': {
    status: 422,
    title: { zh: '登记的内容有问题', en: 'What is to be registered has problems' },
    advice: {
      zh: '逐条看 errors：path 是位置，message 是原因。什么都没有写入。',
      en: 'See each entry of `errors`: path says where, message says why. Nothing was written.',
    },
  },
  'invalid-search': {
    status: 422,
    title: { zh: '这样查不了', en: 'This cannot be searched' },
    advice: { zh: '输入姓名、拼音、完整的号码或地址。', en: 'Type a name, pinyin, a whole number or an address.' },
  },
  'unknown-record': {
    status: 404,
    title: { zh: '没有查到', en: 'Nothing was found' },
    advice: {
      zh: '编号不对，或不在您的范围内。两种情况都不作区分，这次查看已记录。',
      en: 'The id is wrong or outside your area; which of the two is not said. The attempt was recorded.',
    },
  },
  locked: {
    status: 423,
    title: { zh: '试错次数太多，暂时锁定', en: 'Locked for a while after too many failures' },
    advice: {
      zh: '15 分钟后再试；急用请找系统管理员重置。',
      en: 'Try again in 15 minutes, or ask an administrator for a reset.',
    },
  },
  'too-many-requests': {
    status: 429,
    title: { zh: '请求太频繁', en: 'Too many requests' },
    advice: { zh: '稍等再试，等多久见 Retry-After。', en: 'Wait a little; Retry-After says how long.' },
  },
  'not-ready': {
    status: 503,
    title: { zh: '人口库正在准备', en: 'The register is being prepared' },
    advice: {
      zh: '第一次启动要准备演示数据，请过一会儿再试；家庭页面不受影响。',
      en: 'The first start prepares the demonstration. Try again shortly; the families’ pages are not affected.',
    },
  },
  'unknown-case': {
    status: 404,
    title: { zh: '没有这个案件', en: 'There is no such case' },
    advice: {
      zh: '编号不对，或不在您的范围内。两种情况都不作区分，这次查看已记录。',
      en: 'The id is wrong or outside your area; which of the two is not said. The attempt was recorded.',
    },
  },
  'invalid-case-action': {
    status: 422,
    title: { zh: '这一步现在办不了', en: 'This step cannot be taken now' },
    advice: {
      zh: '逐条看 errors：path 是位置，message 是原因和能做什么。什么都没有写入。',
      en: 'See each entry of `errors`: path says where, message says why and what can be done. Nothing was written.',
    },
  },
  'form-outdated': {
    status: 409,
    title: { zh: '表格已更新，请再看一遍', en: 'The form has changed; please look at it again' },
    advice: {
      zh: '您填写后表格改了。您填的内容没有丢：重新打开案件，核对后再确认一次。',
      en: 'The form changed after you filled it in. What you typed is not lost: open the case again, check it and confirm.',
    },
  },
  'invalid-notice': {
    status: 422,
    title: { zh: '出生通知里有问题', en: 'The birth notice has problems' },
    advice: {
      zh: '逐条看 errors：path 是位置，message 是原因。没有立案，也没有保存。',
      en: 'See each entry of `errors`: path says where, message says why. No case was opened and nothing was kept.',
    },
  },
  'notice-conflict': {
    status: 409,
    title: { zh: '与已有的出生通知矛盾', en: 'It contradicts a birth notice on file' },
    advice: {
      zh: '看 errors 里说的案件。核对后再发；确是原来那份错了，请牵头单位更正。',
      en: 'See the case that `errors` names. Check and send again; if the one on file is wrong, ask the lead unit to correct it.',
    },
  },
  'bad-signature': {
    status: 401,
    title: { zh: '签名不对', en: 'The signature is not right' },
    advice: {
      zh: '按 Standard Webhooks 用约定的密钥签名；时钟误差不超过 5 分钟。没有受理。',
      en: 'Sign with the shared key as the Standard Webhooks specification says; clocks may differ by 5 minutes. Nothing was taken.',
    },
  },
  'answer-conflict': {
    status: 409,
    title: { zh: '答复与案件对不上', en: 'The answer does not fit the case' },
    advice: {
      zh: 'errors 说明哪里对不上：没有这个任务、不是这个案件，或案件已结束。没有受理，不必重发。',
      en: '`errors` says what does not fit: no such delivery, another case, or a case that has ended. Nothing was taken; do not send it again.',
    },
  },
  'invalid-answer': {
    status: 422,
    title: { zh: '答复的内容有问题', en: 'The content of the answer has problems' },
    advice: {
      zh: '逐条看 errors，改正后用新的编号再发。什么都没有写入。',
      en: 'See each entry of `errors`; correct it and send it under a new id. Nothing was written.',
    },
  },
  'department-silent': {
    status: 503,
    title: { zh: '部门的系统没有回应', en: 'The department’s system does not answer' },
    advice: {
      zh: '对方系统停机或没有接通。任务都留着，会自动重发；过一会儿再对账。',
      en: 'It is down or not connected. Every delivery is kept and sent again by itself; reconcile later.',
    },
  },
  'document-too-large': {
    status: 413,
    title: { zh: '文件太大', en: 'The file is too large' },
    advice: {
      zh: '每个文件不超过 10 MB。手机照片可先压缩。',
      en: 'A file has at most 10 MB; a photo can be made smaller first.',
    },
  },
  'document-type': {
    status: 415,
    title: { zh: '没有收下这个文件', en: 'This file was not taken' },
    advice: {
      zh: '只收照片（JPEG、PNG、WebP、HEIC）和 PDF，并且打开来真的是。什么都没有保存；换一个文件，或者直接拍照。',
      en: 'Photos (JPEG, PNG, WebP, HEIC) and PDF are taken, and must really be what they are called. Nothing was kept; choose another file or take a photo.',
    },
  },
  'unknown-claim': {
    status: 404,
    title: { zh: '没有这笔申领', en: 'There is no such claim' },
    advice: {
      zh: '编号不对，或不在您的范围内。两种情况都不作区分，这次查看已记录。',
      en: 'The id is wrong or outside your area; which of the two is not said. The attempt was recorded.',
    },
  },
  'invalid-claim': {
    status: 422,
    title: { zh: '这笔申领现在办不了', en: 'The claim cannot be taken as it is' },
    advice: {
      zh: '逐条看 errors：path 是位置，message 是原因和能做什么。什么都没有写入。',
      en: 'See each entry of `errors`: path says where, message says why and what can be done. Nothing was written.',
    },
  },
  'unknown-batch': {
    status: 404,
    title: { zh: '没有这一批付款', en: 'There is no such batch of payments' },
    advice: { zh: '编号不对，或不是本县的。', en: 'The id is wrong, or it is another county’s.' },
  },
  'invalid-batch': {
    status: 422,
    title: { zh: '这一批付款现在办不了', en: 'The batch cannot be taken as it is' },
    advice: {
      zh: '看 errors 里的原因。什么都没有写入，没有钱发出。',
      en: 'See the reason in `errors`. Nothing was written and no money moved.',
    },
  },
  'invalid-bank-file': {
    status: 422,
    title: { zh: '银行回单有问题', en: 'The bank’s file has problems' },
    advice: {
      zh: '逐条看 errors，哪一行、为什么。整份都没有导入；改正或向银行重取后再导入。',
      en: 'Each entry of `errors` names the row and why. Nothing of the file was taken; correct it or ask the bank for it again.',
    },
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
