import type { Problem } from '@junheng/casework'
import { formatYuan } from '@junheng/kernel'
import type { Text } from '@junheng/rules'

/** Why a decision on a claim is not taken. */
export const alreadyDecided = make(
  'kind',
  'already-decided',
  '这笔申领已经作出决定，或正在等第二个人',
  'The claim is decided, or waits for a second person',
)
export const nothingProposed = make(
  'kind',
  'nothing-proposed',
  '没有等第二个人同意的意见',
  'Nothing waits for a second person',
)
export const samePerson = make(
  'kind',
  'same-person',
  '提出意见的人不能自己同意，请另一位同事办',
  'Who proposed it cannot agree to it; a colleague must',
)
export const notConfirmed = make(
  'kind',
  'not-confirmed',
  '还没有审核确认，没有可以重新计算的',
  'It is not confirmed yet: there is nothing to compute anew',
)
export const notYet = make(
  'kind',
  'not-yet',
  '还没有轮到审核确认（家庭没有确认，或乡镇没有初审）',
  'It is not its turn: the family has not confirmed, or the township not checked',
)
export const decidedOtherwise = make(
  'kind',
  'decided-by-people',
  '这笔金额是由人决定的，重新计算不改变它',
  'The amount was decided by people; computing anew does not change it',
)
export const amountForDeviation = make(
  'amountFen',
  'not-entitled',
  '按规则不符合；仍要发放，请写明金额和理由，并由第二个人同意',
  'By the rules it is not due; to grant it all the same give an amount and a reason, and a second person must agree',
)

export function missing(labels: readonly Text[]): Problem {
  return make(
    'facts',
    'facts-missing',
    `资料不全，还要知道：${labels.map(({ zh }) => zh).join('、')}`,
    `Facts are missing: ${labels.map(({ en }) => en).join(', ')}`,
  )
}

export function amountNeeded(limitFen: number): Problem {
  return make(
    'amountFen',
    'amount-needed',
    `方案只写了上限 ${formatYuan(limitFen)} 元，请写核定金额`,
    `The plan names a limit of ${formatYuan(limitFen)} yuan only; give the amount`,
  )
}

export function noSuchGround(grounds: readonly { readonly label: Text }[]): Problem {
  return make(
    'ground',
    'no-such-ground',
    `不能用这个理由，可以用：${grounds.map(({ label }) => label.zh).join('、')}`,
    `That is no ground here; there are: ${grounds.map(({ label }) => label.en).join(', ')}`,
  )
}

export function reasonNeeded(shortest: number): Problem {
  return make(
    'reason',
    'reason-needed',
    `与规则的结论不同，要写明理由（至少 ${shortest} 个字）`,
    `It differs from what the rules say: give a reason of at least ${shortest} characters`,
  )
}

export function reasonAfterPayment(shortest: number): Problem {
  return make(
    'reason',
    'reason-needed',
    `已经发过钱，重新决定要写明理由（至少 ${shortest} 个字），并由第二个人同意`,
    `Money was paid already: to decide again give a reason of at least ${shortest} characters; a second person must agree`,
  )
}

export function reasonToReopen(shortest: number): Problem {
  return make(
    'reason',
    'reason-needed',
    `要写明为什么重新决定（至少 ${shortest} 个字）`,
    `Say why it is decided again, in at least ${shortest} characters`,
  )
}

export function reasonToKeep(shortest: number): Problem {
  return make(
    'reason',
    'reason-needed',
    `要写明为什么维持原决定（至少 ${shortest} 个字）`,
    `Say why it stays as it was, in at least ${shortest} characters`,
  )
}

export function wordsForFamily(shortest: number): Problem {
  return make(
    'words',
    'reason-needed',
    `答复是给家庭看的，要写明理由（至少 ${shortest} 个字）`,
    `The family reads the answer: give the reason in at least ${shortest} characters`,
  )
}

export const notDecided = make(
  'kind',
  'not-decided',
  '这笔申领还没有作出决定，或正在重新决定',
  'The claim is not decided yet, or is being decided again',
)
export const atTheBank = make(
  'kind',
  'at-the-bank',
  '有一笔钱在银行路上，等银行回单以后再重新决定',
  'Money is with the bank; decide again once the bank has answered',
)
export const closed = make(
  'kind',
  'closed',
  '家庭已经撤回，不能重新决定',
  'The claim was withdrawn and is not decided again',
)
export const noSuchObjection = make(
  'objection',
  'no-such-objection',
  '没有这条异议，或已经答复过',
  'There is no such objection, or it was answered',
)
export const ownDecision = make(
  'kind',
  'own-decision',
  '这是您自己作出的决定，对它的异议请另一位同事答复',
  'The decision was yours; a colleague must answer the objection to it',
)
export const nothingToObject = make(
  'words',
  'nothing-to-object',
  '还没有作出决定，没有可以提出异议的',
  'Nothing is decided yet that could be objected to',
)
export const nothingToLook = make(
  'kind',
  'nothing-to-look',
  '没有要人来看的变化',
  'There is no change that waits for people',
)
export const rulesComeBack = make(
  'kind',
  'rules-differ',
  '按今天的资料，应发的钱变少了：请重新计算，或重新决定（写明理由，第二个人同意）',
  'By the facts of today less is due: compute anew, or decide again with a reason and a second person',
)

export function unsettled(kind: 'death' | 'moved-away'): Problem {
  return kind === 'death'
    ? make(
        'facts',
        'no-rule-for-death',
        '孩子（本人）去世后是否继续，文件没有规定，请由人决定并写明理由',
        'No rule says whether it goes on after the death; people must decide, with a reason',
      )
    : make(
        'facts',
        'no-rule-for-move',
        '迁出后是否继续，文件没有规定，请由人决定并写明理由',
        'No rule says whether it goes on after the move; people must decide, with a reason',
      )
}

function make(path: string, code: string, zh: string, en: string): Problem {
  return { path, code, message: { zh, en } }
}
