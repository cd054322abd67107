import type { OpenAPIHono } from '@hono/zod-openapi'
import { html } from 'hono/html'
import { page } from './page.ts'

export type OpenApiDocument = ReturnType<OpenAPIHono['getOpenAPI31Document']>

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly description?: string
  readonly schema?: object
}

interface Described {
  readonly description?: string
  readonly content?: Readonly<Record<string, { readonly schema?: object }>>
}

/**
 * The API description as one page without a script. The known renderers either send usage data home
 * (swagger-ui-dist, redoc 3) or weigh several megabytes (scalar), and none runs under our content policy.
 */
export function renderDocument(document: OpenApiDocument) {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method]
      return operation === undefined ? [] : [{ path, method, operation }]
    }),
  )
  const schemas = Object.entries(document.components?.schemas ?? {})
  return page({
    title: document.info.title,
    body: html`<p>${document.info.description}</p>
      <p>OpenAPI ${document.openapi} · ${document.info.version} · <a href="/openapi.json">openapi.json</a></p>
      <ul>
        ${operations.map(({ path, method }) => html`<li><a href="#${anchor(method, path)}">${method.toUpperCase()} ${path}</a></li>`)}
      </ul>
      ${operations.map(
        ({ path, method, operation }) =>
          html`<section>
            <h2 id="${anchor(method, path)}">
              <span class="method">${method.toUpperCase()}</span> <code>${path}</code>
            </h2>
            <p>${operation.summary}. ${operation.description ?? ''}</p>
            ${parametersTable((operation.parameters ?? []) as readonly Parameter[])}
            ${bodyOf(operation.requestBody as Described | undefined)}
            <h3>Responses</h3>
            <table>
              <tbody>
                ${Object.entries((operation.responses ?? {}) as Readonly<Record<string, Described>>).map(
                  ([status, response]) =>
                    html`<tr>
                      <th scope="row">${status}</th>
                      <td>${response.description ?? ''}</td>
                      <td>${contentOf(response)}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </section>`,
      )}
      <h2>Schemas</h2>
      ${schemas.map(
        ([name, schema]) =>
          html`<h3 id="schema-${name}">${name}</h3>
            <pre tabindex="0">${JSON.stringify(schema, null, 2)}</pre>`,
      )}`,
  })
}

function anchor(method: string, path: string): string {
  return `${method}-${path.replaceAll(/[^\w]+/gu, '-')}`
}

function parametersTable(parameters: readonly Parameter[]) {
  if (parameters.length === 0) return ''
  return html`<h3>Parameters</h3>
    <table>
      <tbody>
        ${parameters.map(
          (parameter) =>
            html`<tr>
              <th scope="row"><code>${parameter.name}</code></th>
              <td>${parameter.in}${parameter.required === true ? ', required' : ''}</td>
              <td>${parameter.description ?? ''} <code>${JSON.stringify(parameter.schema ?? {})}</code></td>
            </tr>`,
        )}
      </tbody>
    </table>`
}

function bodyOf(body: Described | undefined) {
  return body === undefined
    ? ''
    : html`<h3>Body</h3>
        <p>${contentOf(body)}</p>`
}

function contentOf(described: Described) {
  return Object.entries(described.content ?? {}).map(([type, { schema }]) => {
    const reference = schema !== undefined && '$ref' in schema ? String(schema.$ref).split('/').at(-1) : undefined
    return reference === undefined
      ? html`<code>${type}</code> `
      : html`<a href="#schema-${reference}">${reference}</a> <code>${type}</code> `
  })
}
