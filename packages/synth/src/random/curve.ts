/** A broken line through points in the order of x; level before the first and after the last. */
export function curve(points: readonly (readonly [x: number, y: number])[], x: number): number {
  let [lowX, lowY] = points[0] ?? [0, 0]
  for (const [highX, highY] of points) {
    if (x <= highX) return highX === lowX ? highY : lowY + ((highY - lowY) * (x - lowX)) / (highX - lowX)
    lowX = highX
    lowY = highY
  }
  return lowY
}
