import { parse, type DefaultTreeAdapterTypes } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node

const blocks = new Set(
  'address article aside blockquote br dd div dl dt figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
)
const hidden = new Set('script style noscript template head iframe svg select option button'.split(' '))

/** The visible text of a page, a line a block; cells of a table row stand on one line with bars between. */
export function htmlText(html: string): string {
  const lines: string[] = ['']
  const write = (text: string): void => {
    lines[lines.length - 1] += text
  }
  // A stack of our own: hostile nesting must not exhaust the machine's.
  const stack: (Node | 'break')[] = [parse(html)]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node === 'break') {
      if (lines[lines.length - 1] !== '') lines.push('')
      continue
    }
    if (node.nodeName === '#text' && 'value' in node) {
      write(node.value.replace(/[\n\r\t ]+/g, ' '))
      continue
    }
    if (hidden.has(node.nodeName) || !('childNodes' in node)) continue
    const block = blocks.has(node.nodeName)
    if (block) stack.push('break')
    for (const child of node.childNodes.toReversed()) stack.push(child)
    if (block) stack.push('break')
    else if (isCell(node)) write(isFirstCell(node) ? '' : ' | ')
  }
  return lines
    .map((line) => line.trim())
    .join('\n')
    .trim()
}

/** Whether text is markup rather than prose. */
export function looksLikeHtml(text: string): boolean {
  const start = text.slice(0, 4000)
  return (
    /<!doctype html|<html[\s>]|<body[\s>]/i.test(start) ||
    (start.match(/<\/?(?:p|div|span|br|table|td)[\s>/]/gi)?.length ?? 0) > 5
  )
}

const isCell = (node: Node): boolean => node.nodeName === 'td' || node.nodeName === 'th'

function isFirstCell(node: Node): boolean {
  if (!('parentNode' in node) || node.parentNode === null) return true
  return node.parentNode.childNodes.find(isCell) === node
}
