import { childrenOf } from '@junheng/rules'
import type { Expr } from '@junheng/rules'

/** True when the expression itself reads `on`; a derived fact it names must be asked separately. */
export function readsDayAsked(expr: Expr): boolean {
  return expr.kind === 'context' ? expr.name === 'on' : childrenOf(expr).some(readsDayAsked)
}
