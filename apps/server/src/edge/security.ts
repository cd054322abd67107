import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

/**
 * Headers that keep the pages to themselves: no foreign script, style, frame or connection.
 * `styleHashes` are the sha256 sources of the one style sheet the family page carries inline for its first paint.
 */
export function security(styleHashes: readonly string[]): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      // The forecast's worker compiles its engine from WebAssembly; this allows that and no evaluation of script.
      scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
      styleSrc: ["'self'", ...styleHashes],
      fontSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      workerSrc: ["'self'"],
      manifestSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
    // The service is served over plain HTTP on a desk as well; TLS and HSTS belong to the proxy before it.
    strictTransportSecurity: false,
  })
}
