/** Round steps from nought to at least `most`, at most `count` of them. */
export function niceTicks(most: number, count = 4): readonly number[] {
  if (!(most > 0)) return [0, 1]
  const rough = most / count
  const unit = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * unit).find((one) => one >= rough) ?? 10 * unit
  return Array.from({ length: Math.ceil(most / step - 1e-9) + 1 }, (_, at) => at * step)
}

/** Moves labels apart to at least `gap`, keeping their order and staying within [from, to] where there is room. */
export function spread(positions: readonly number[], gap: number, [from, to]: readonly [number, number]): number[] {
  const order = positions.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at)
  const moved = [...positions]
  let least = from
  order.forEach(({ at, index }) => {
    moved[index] = Math.max(at, least)
    least = (moved[index] ?? 0) + gap
  })
  let most = to
  order.toReversed().forEach(({ index }) => {
    moved[index] = Math.min(moved[index] ?? 0, most)
    most = (moved[index] ?? 0) - gap
  })
  return moved
}
