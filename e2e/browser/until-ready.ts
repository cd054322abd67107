import { setTimeout } from 'node:timers/promises'

/** Waits until the office of a server is open: the families' timings are not to be measured beside its opening. */
export async function untilReady(address: string): Promise<void> {
  for (;;) {
    const { ready } = (await (await fetch(`${address}api/session`)).json()) as { readonly ready: boolean }
    if (ready) return
    await setTimeout(50)
  }
}
