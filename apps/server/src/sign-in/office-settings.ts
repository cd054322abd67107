import { Department } from '@junheng/connector'
import { demoRegion } from '../demonstration/demo-region.ts'
import { gatewayMessages, noMessages, visibleMessages } from './messages.ts'
import type { OfficeSettings } from './open-office.ts'
import { readProviders } from './read-providers.ts'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * What the environment says of the office. The demonstration, in which anybody is anybody by one press, shows only to this
 * machine: on another HOST it is off, unless JUNHENG_DEMO=force.
 */
export function readOfficeSettings(
  environment: Environment,
  { host, prepare }: { readonly host: string; readonly prepare: OfficeSettings['prepare'] },
): OfficeSettings {
  const demo = environment['JUNHENG_DEMO']
  const shown = demo === 'force' || (demo !== '0' && isLoopback(host))
  const gateway = environment['JUNHENG_SMS_URL']
  return {
    providers: readProviders(environment),
    messages:
      gateway === undefined || gateway === ''
        ? shown
          ? visibleMessages()
          : noMessages()
        : gatewayMessages({ url: gateway, token: environment['JUNHENG_SMS_TOKEN'] ?? '' }),
    prepare: shown ? prepare : null,
    cases: casesOf(environment, shown),
    publicUrl: environment['PUBLIC_URL'] ?? null,
    behindProxy: environment['JUNHENG_PROXY'] === '1',
  }
}

/** Cases of the demonstration's county with simulated departments; elsewhere of the counties that JUNHENG_CASES lists. */
function casesOf(environment: Environment, shown: boolean): OfficeSettings['cases'] {
  if (shown) return { regions: [demoRegion], departments: {}, simulate: true }
  const regions = (environment['JUNHENG_CASES'] ?? '').split(',').filter((region) => /^[1-9]\d{5}$/.test(region))
  if (regions.length === 0) return null
  const departments = Object.fromEntries(
    Department.options.flatMap((name) => {
      const address = environment[`JUNHENG_${name.toUpperCase().replaceAll('-', '_')}_URL`]
      return address === undefined || address === '' ? [] : [[name, address.replace(/\/$/, '')]]
    }),
  )
  return { regions, departments, simulate: false }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}
