/**
 * Loads Noto Sans SC only where the device shows Chinese as empty boxes. Every phone sold in China has a Chinese
 * font; for them the page stays light. Where there is none, the browser then fetches just the ranges it needs.
 */
export function ensureChineseFont(): void {
  if (hasChineseFont()) return
  // The family is named only once its ranges are known: text shaped before would keep its empty boxes.
  void import('./fonts.css').then(() => document.documentElement.classList.add('bundled-font'))
}

/** Two different characters that come out as the same picture are both drawn as the box for "no such glyph". */
function hasChineseFont(): boolean {
  const canvas = document.createElement('canvas')
  canvas.width = 40
  canvas.height = 40
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) return true
  const draw = (text: string) => {
    context.clearRect(0, 0, 40, 40)
    context.font = '32px system-ui, sans-serif'
    context.fillText(text, 2, 34)
    return context.getImageData(0, 0, 40, 40).data.join()
  }
  return draw('育') !== draw('龘') || draw('育') !== draw('\u{1F7FF}')
}
