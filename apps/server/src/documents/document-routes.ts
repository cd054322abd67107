import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { caseDesk, familyAccess, getCaseService } from '../cases/case-desk.ts'
import { problem } from '../problems/problem.ts'
import { problemResponses } from '../problems/problem.ts'
import type { Access } from '../register/access.ts'
import { answers, guarded, guardedChange, officeApp, unkept } from '../sign-in/office-app.ts'
import type { OfficeEnv } from '../sign-in/office.ts'
import { Id } from '../sign-in/schemas.ts'
import { requireResident, requireStaff } from '../sign-in/session.ts'
import { keepDocument, readDocument } from './keep-document.ts'
import { sniffDocument } from './sniff-document.ts'

const word = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/)
const Uploaded = z
  .object({ id: Id, type: z.string(), sha256: z.string(), repeated: z.boolean() })
  .openapi('DocumentUploaded')

const upload = {
  method: 'post' as const,
  tags: ['cases'],
  summary: 'Uploads a paper of a case: the bytes themselves, at most 10 MB',
  description: 'PDF, JPEG, PNG, WebP, HEIC. What the bytes are must be what `type` says. Kept encrypted.',
  request: {
    params: z.object({ id: Id }),
    query: z.object({
      type: z.string().max(100).openapi({ example: 'image/jpeg' }),
      item: word.optional(),
      paper: word.optional(),
    }),
    body: {
      required: true,
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
  responses: answers(Uploaded, {
    summary: 'Kept',
    problems: [...guardedChange, 'unknown-case', 'document-type', 'document-too-large', 'invalid-case-action'],
  }),
}
const download = {
  method: 'get' as const,
  tags: ['cases'],
  summary: 'Downloads a paper of a case; the download is on the audit chain',
  request: { params: z.object({ id: Id, document: Id }) },
  responses: {
    200: {
      description: 'The file',
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    ...problemResponses(...guarded, 'unknown-record'),
  },
}

const routes = {
  deskUpload: createRoute({ ...upload, path: '/api/cases/{id}/documents' }),
  deskDownload: createRoute({ ...download, path: '/api/cases/{id}/documents/{document}' }),
  familyUpload: createRoute({ ...upload, path: '/api/my/cases/{id}/documents' }),
  familyDownload: createRoute({ ...download, path: '/api/my/cases/{id}/documents/{document}' }),
}

/** Papers of cases, for the desk and the family. */
export function documentRoutes(): OpenAPIHono<OfficeEnv> {
  const app = officeApp()
  app.openapi(routes.deskUpload, async (c) => {
    const { id } = c.req.valid('param')
    const { access } = caseDesk(c, await requireStaff(c), id)
    return take(c, { access, caseId: id, ...c.req.valid('query') })
  })
  app.openapi(routes.familyUpload, async (c) => {
    const { id } = c.req.valid('param')
    const access = familyAccess(await requireResident(c), id)
    return take(c, { access, caseId: id, ...c.req.valid('query') })
  })
  app.openapi(routes.deskDownload, async (c) => {
    const { id, document } = c.req.valid('param')
    const { access } = caseDesk(c, await requireStaff(c), id)
    return give(c, { access, caseId: id, id: document })
  })
  app.openapi(routes.familyDownload, async (c) => {
    const { id, document } = c.req.valid('param')
    const access = familyAccess(await requireResident(c), id)
    return give(c, { access, caseId: id, id: document })
  })
  return app
}

interface Upload {
  readonly access: Access
  readonly caseId: string
  readonly type: string
  readonly item?: string | undefined
  readonly paper?: string | undefined
}

async function take(c: Context<OfficeEnv>, { access, caseId, type, item, paper }: Upload): Promise<Response> {
  if (!c.req.header('content-type')?.startsWith('application/octet-stream')) {
    return problem(c, 'unsupported-media-type', { detail: bytesOnly })
  }
  const content = new Uint8Array(await c.req.arrayBuffer())
  const sniffed = await sniffDocument(content, type)
  if (!sniffed.ok) return problem(c, 'document-type', { errors: [sniffed.problem] })
  const kept = await keepDocument(getCaseService(c).casework, {
    access,
    caseId,
    item: item ?? null,
    paper: paper ?? null,
    type: sniffed.type,
    content,
    now: c.get('office').now(),
  })
  if (!kept.ok && kept.why === 'unknown-case') return problem(c, 'unknown-case')
  if (!kept.ok) return problem(c, 'invalid-case-action', { errors: [unknownItem] })
  const { document, repeated } = kept
  return c.json({ ...document, type: sniffed.type, repeated }, 200, unkept)
}

async function give(
  c: Context<OfficeEnv>,
  asked: { readonly access: Access; readonly caseId: string; readonly id: string },
): Promise<Response> {
  const found = await readDocument(getCaseService(c).casework, asked)
  if (found === undefined) return problem(c, 'unknown-record')
  return c.body(new Uint8Array(found.content), 200, {
    ...unkept,
    'content-type': found.type,
    // Never shown as a page of ours, whatever is in it.
    'content-disposition': `attachment; filename="${asked.id}"`,
    'content-security-policy': "default-src 'none'; sandbox",
  })
}

const bytesOnly = {
  zh: '用 Content-Type: application/octet-stream 发送文件本身，类型写在 type 里。',
  en: 'Send the bytes as Content-Type: application/octet-stream, and say what they are in `type`.',
}
const unknownItem = {
  path: 'item',
  message: {
    zh: '案件里没有这个事项，或它不要这份材料',
    en: 'The case has no such item, or the item needs no such paper',
  },
}
