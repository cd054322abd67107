/** The parts of OpenAPI 3.1 that our own description uses. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly pattern?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
}

export interface Parameter {
  readonly name: string
  readonly in: string
  readonly schema: Schema
}

interface Described {
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, object>> }>>
}

/** One method at one path. */
export interface Operation {
  /** As `GET /api/places/{id}`. */
  readonly name: string
  readonly method: string
  readonly path: string
  readonly parameters: readonly Parameter[]
  /** Null: it takes no body. */
  readonly body: { readonly type: string; readonly schema: Schema } | null
  readonly responses: Described['responses']
}

export interface ServedDocument {
  readonly whole: object
  readonly components: Readonly<Record<string, Schema>>
  readonly operations: readonly Operation[]
}

/** Reads the description that a service itself serves. */
export async function readServedDocument(service: {
  readonly request: (path: string) => Response | Promise<Response>
}): Promise<ServedDocument> {
  const whole = (await (await service.request('/openapi.json')).json()) as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
    readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
  }
  const operations = Object.entries(whole.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody, responses }]): Operation => {
      const [type, content] = Object.entries(requestBody?.content ?? {})[0] ?? []
      return {
        name: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        path,
        parameters,
        body: type === undefined || content === undefined ? null : { type, schema: content.schema },
        responses,
      }
    }),
  )
  return { whole, components: whole.components.schemas, operations }
}
