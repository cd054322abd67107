import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/** A plain page of the service itself: no script, one style sheet, both languages. */
export function page({ title, body }: { readonly title: string; readonly body: Html }): Html {
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · 均衡 Junheng</title>
        <link rel="stylesheet" href="/docs/style.css" />
      </head>
      <body>
        <header>
          <a href="/">均衡 Junheng</a>
          <nav><a href="/docs">API</a> <a href="/problems">Problems</a> <a href="/openapi.json">openapi.json</a></nav>
        </header>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html>`
}
