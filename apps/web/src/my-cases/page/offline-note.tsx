import type { SendWhenBack } from '../../api/use-send-when-back.ts'
import { useMyCaseWords } from '../use-my-case-words.ts'

/** Says that something waits in this page for a network or for the service, and that nothing is lost or done twice. */
export function OfflineNote({ deed }: { readonly deed: SendWhenBack }) {
  const { words } = useMyCaseWords()
  if (deed.state !== 'waiting') return null
  return (
    <div className="notice warn" role="status">
      <p>
        <strong>{navigator.onLine ? words.serverAway : words.offline}</strong>
      </p>
      <p>{words.offlineDo}</p>
    </div>
  )
}
