import { useState } from 'react'
import type { NextStep } from './calls.ts'
import { PasswordForm } from './password-form.tsx'
import { SecondFactorForm } from './second-factor-form.tsx'
import { useSession } from './session.tsx'
import { SetUpSecondFactor } from './set-up-second-factor.tsx'

/** Where a member of staff is between the user name and the open desk. */
export function StaffSignIn() {
  const { session, expired, reload } = useSession()
  const [step, setStep] = useState<NextStep | null>(null)
  const settingUp = session.signedIn && !expired && session.secondFactor === 'to-set-up'
  const next = settingUp ? 'set-up-second-factor' : (step ?? (session.secondFactorWaits ? 'second-factor' : null))
  if (next === 'set-up-second-factor') return <SetUpSecondFactor onDone={reload} />
  if (next === 'second-factor') return <SecondFactorForm onDone={reload} onOther={() => setStep('done')} />
  return (
    <PasswordForm
      onNext={(next) => {
        setStep(next)
        reload()
      }}
    />
  )
}
