import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** What axe finds wrong, one line each; empty where the page is clean. Best-practice rules count too. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  // What passes is not told node by node: on a long page that takes four times as long as the looking.
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 120)}`))
}

/** Things that are wider than the window, texts that are cut, print that is too small, targets that are too small. */
export async function layoutFaults(
  page: Page,
  options: { readonly leastText?: number } = {},
): Promise<readonly string[]> {
  return page.evaluate(
    ({ leastText }) => {
      const faults: string[] = []
      const { scrollWidth, clientWidth } = document.documentElement
      if (scrollWidth > clientWidth) faults.push(`page is ${scrollWidth} wide in ${clientWidth}`)
      for (const element of document.querySelectorAll<HTMLElement>('body *')) {
        const style = getComputedStyle(element)
        const box = element.getBoundingClientRect()
        if (
          box.width === 0 ||
          style.visibility === 'hidden' ||
          element.closest('.visually-hidden, .skip-link, noscript, option') !== null
        )
          continue
        const name = `${element.tagName.toLowerCase()}.${element.className} "${element.innerText?.slice(0, 20)}"`
        const ownText = [...element.childNodes].some(
          (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
        )
        if (ownText && Number.parseFloat(style.fontSize) < leastText) faults.push(`${name} is ${style.fontSize}`)
        if (ownText && style.overflow !== 'visible' && element.scrollWidth > element.clientWidth + 1)
          faults.push(`${name} is cut`)
        if (box.right > clientWidth + 1 && element.closest('pre') === null)
          faults.push(`${name} reaches ${box.right} of ${clientWidth}`)
        // A link inside a sentence is as high as its line; everything else is a target of its own.
        const target = element.matches('button, input, select, summary, a[href]') && style.display !== 'inline'
        if (target && (box.height < 44 || box.width < 44)) faults.push(`${name} is only ${box.width} × ${box.height}`)
      }
      return faults
    },
    { leastText: options.leastText ?? 12 },
  )
}
