/** What a family is told of. */
export type About = 'offer' | 'asked' | 'refused' | 'clock-soon' | 'clock-ended' | 'done' | 'paid' | 'pay-back'

/** What kind of case it is: nothing more of it may stand in a message. */
export type Matter = 'birth' | 'claim' | 'other'

/** What is told, and of which last day (ISO) where a clock is told of. */
export interface Told {
  readonly about: About
  readonly matter: Matter
  readonly until: string | null
}

/** The short message. Whoever else holds the telephone learns no name, no number and nothing of anybody's health. Pure. */
export function noticeWords(told: Told, address: string): string {
  return `【均衡】${sentence(told)}${address}`
}

function sentence({ about, matter, until }: Told): string {
  const day = until === null ? '' : spoken(until)
  switch (about) {
    case 'offer':
      return {
        birth: '宝宝的证件和手续可以在手机上一次办，请登录核对确认：',
        claim: '有一笔补贴您家可能可以领，请登录核对确认：',
        other: '有一件事等您确认，请登录查看：',
      }[matter]
    case 'asked':
      return '您办的事还差一样东西，要补什么请登录查看：'
    case 'refused':
      return '您办的事有一项没有办成，原因和接下来怎么办请登录查看：'
    case 'clock-soon':
      return `有一件事请在${day}以前（含当天）办，请登录查看：`
    case 'clock-ended':
      return `有一件事到${day}的期限已经过了，接下来怎么办请登录查看：`
    case 'done':
      return '您办的事都有结果了，请登录查看：'
    case 'paid':
      return '有一笔钱已付到您的账户，明细请登录查看：'
    case 'pay-back':
      return '有一笔领过的钱重新核算后需要退回一部分，原因、办法和怎样提出不同意见请登录查看：'
  }
}

/** As people say a day, without its year: 11月30日. */
function spoken(iso: string): string {
  const { month, day } = Temporal.PlainDate.from(iso)
  return `${month}月${day}日`
}
