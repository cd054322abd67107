/** Brings a part of a pane into view by the pane's own scrolling: the page around it stays where it is. */
export function scrollWithin(pane: HTMLElement | null, selector: string, to: 'center' | 'nearest'): void {
  const part = pane?.querySelector(selector)
  if (!pane || !part) return
  const [frame, box] = [pane.getBoundingClientRect(), part.getBoundingClientRect()]
  if (to === 'center') pane.scrollTop += box.top - frame.top - (frame.height - box.height) / 2
  else if (box.top < frame.top) pane.scrollTop += box.top - frame.top
  else if (box.bottom > frame.bottom) pane.scrollTop += box.bottom - frame.bottom
}
