import type { OpenAPIHono } from '@hono/zod-openapi'
import type { DomainError } from '@junheng/kernel'
import { logRoutes } from './access-log/routes.ts'
import { birthRoutes } from './births/birth-routes.ts'
import { caseworkRoutes } from './cases/case-routes.ts'
import { colleagueRoutes } from './cases/colleague-routes.ts'
import { myCaseRoutes } from './cases/my-case-routes.ts'
import { openingRoutes } from './cases/opening-routes.ts'
import { claimRoutes } from './claims/claim-routes.ts'
import { myClaimRoutes } from './claims/my-claim-routes.ts'
import { deliveryRoutes } from './departments/delivery-routes.ts'
import { departmentRoutes } from './departments/department-routes.ts'
import { documentRoutes } from './documents/document-routes.ts'
import { paymentRoutes } from './payments/payment-routes.ts'
import { myDataRoutes } from './my-data/routes.ts'
import { caseRoutes } from './people/case-routes.ts'
import { peopleRoutes } from './people/routes.ts'
import type { ProblemCode } from './problems/table.ts'
import type { Refusal } from './register/access.ts'
import { demoRoutes } from './sign-in/demo-routes.ts'
import { oidcRoutes } from './sign-in/oidc-routes.ts'
import { passwordRoutes } from './sign-in/password-routes.ts'
import { secondFactorRoutes } from './sign-in/second-factor-routes.ts'
import { sessionRoutes } from './sign-in/session-routes.ts'
import { smsRoutes } from './sign-in/sms-routes.ts'
import { postRoutes } from './staff/post-routes.ts'
import { userRoutes } from './staff/user-routes.ts'
import { handOverRoutes } from './staff/hand-over-routes.ts'
import { workRoutes } from './staff/work-routes.ts'

/** Every route for staff and residents. */
export function officeRoutes(): readonly OpenAPIHono[] {
  const routes = [
    sessionRoutes(),
    passwordRoutes(),
    secondFactorRoutes(),
    smsRoutes(),
    oidcRoutes(),
    demoRoutes(),
    peopleRoutes(),
    caseRoutes(),
    postRoutes(),
    userRoutes(),
    workRoutes(),
    handOverRoutes(),
    logRoutes(),
    myDataRoutes(),
    // Before the cases, whose {id} would take the word for an id.
    colleagueRoutes(),
    caseworkRoutes(),
    myCaseRoutes(),
    openingRoutes(),
    birthRoutes(),
    documentRoutes(),
    deliveryRoutes(),
    departmentRoutes(),
    claimRoutes(),
    myClaimRoutes(),
    paymentRoutes(),
  ]
  // The office in their context is put there by guardOffice; the app that mounts them knows nothing of it.
  return routes as unknown as readonly OpenAPIHono[]
}

const codes: Readonly<Record<Refusal, ProblemCode>> = {
  'unknown-purpose': 'not-allowed',
  'not-granted': 'not-allowed',
  'malformed-access': 'not-allowed',
  'forbidden-purpose': 'forbidden-purpose',
  'no-such-case': 'no-such-case',
  'no-reason': 'reason-needed',
}

/** The problem that tells of a refusal by the database. */
export function refusalCode({ info }: DomainError<'access-refused'>): ProblemCode {
  const why = info['why']
  return typeof why === 'string' && Object.hasOwn(codes, why) ? codes[why as Refusal] : 'not-allowed'
}
