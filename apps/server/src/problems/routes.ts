import { OpenAPIHono } from '@hono/zod-openapi'
import { html } from 'hono/html'
import { page } from '../docs/page.ts'
import { problem } from './problem.ts'
import { findProblemType, problemTypes } from './table.ts'

/** The page of each problem type: what `type` in an answer leads to. */
export function problemRoutes(): OpenAPIHono {
  const app = new OpenAPIHono()
  app.get('/problems', (c) =>
    c.html(
      page({
        title: '问题类型 Problem types',
        body: html`<table>
          <thead>
            <tr>
              <th scope="col">code</th>
              <th scope="col">status</th>
              <th scope="col">中文</th>
              <th scope="col">English</th>
            </tr>
          </thead>
          <tbody>
            ${Object.entries(problemTypes).map(
              ([code, type]) =>
                html`<tr>
                  <th scope="row"><a href="/problems/${code}">${code}</a></th>
                  <td>${type.status}</td>
                  <td lang="zh-CN">${type.title.zh}</td>
                  <td lang="en">${type.title.en}</td>
                </tr>`,
            )}
          </tbody>
        </table>`,
      }),
    ),
  )
  app.get('/problems/:code', (c) => {
    const code = c.req.param('code')
    const type = findProblemType(code)
    if (type === undefined) return problem(c, 'not-found')
    return c.html(
      page({
        title: `${type.title.zh} · ${type.title.en}`,
        body: html`<p><code>${code}</code> · HTTP ${type.status}</p>
          <p lang="zh-CN">${type.advice.zh}</p>
          <p lang="en">${type.advice.en}</p>
          <p><a href="/problems">全部问题类型 All problem types</a></p>`,
      }),
    )
  })
  return app
}
