/**
 * Weights of the integers from … to in a bell about `centre` that ends `reach` away: (1 − d²)². Plain arithmetic, because
 * exponentials may differ in their last bit from one machine to the next.
 */
export function bell(
  from: number,
  to: number,
  { centre, reach }: { centre: number; reach: number },
): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => {
    const distance = (from + at - centre) / reach
    const height = Math.max(0, 1 - distance * distance)
    return height * height
  })
}
