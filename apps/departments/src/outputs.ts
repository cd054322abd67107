import type { Delivery } from '@junheng/connector'
import { parseDayNumber } from '@junheng/kernel'
import { syntheticId } from '@junheng/synth'

type Values = Delivery['facts']

/** Counts from 1 what has one name: how many numbers were given out for one day of birth, say. */
export type CountOf = (name: string) => number

/** Makes what an item gives. `serial` tells deliveries of one department apart; nothing else varies. */
type Give = (delivery: Delivery, serial: number, countOf: CountOf) => Values

const digits = (serial: number, length: number) => String(serial).padStart(length, '0').slice(-length)

/** What each item gives when it is done. An item that is not named gives nothing but that it is done. */
const gives: Readonly<Record<string, Give>> = {
  // A letter and nine digits, as the certificate of 1996 and later carries it; S stands for synthetic.
  'birth-certificate': (_, serial) => ({ certificateNumber: `S${digits(serial, 9)}` }),
  'birth-certificate-outside': (_, serial) => ({ certificateNumber: `T${digits(serial, 9)}` }),
  'vaccination-record': (_, serial) => ({ vaccinationNumber: `SV${digits(serial, 10)}` }),
  'household-registration': (delivery, _, countOf) => ({ identityNumber: identityNumber(delivery, countOf) }),
  'medical-insurance': (_, serial) => ({ insuranceNumber: `SI${digits(serial, 10)}` }),
  'social-security-card': (_, serial) => ({ cardNumber: `SC${digits(serial, 8)}` }),
}

export function outputsOf(delivery: Delivery, serial: number, countOf: CountOf): Values {
  return gives[delivery.item]?.(delivery, serial, countOf) ?? {}
}

/** A number that no real person can have; without a day of birth or a sex the police cannot give one. */
function identityNumber({ region, facts }: Delivery, countOf: CountOf): string | null {
  const { birthDate, sex } = facts
  const born = typeof birthDate === 'string' ? parseDayNumber(birthDate) : undefined
  if (born === undefined || (sex !== 'male' && sex !== 'female')) return null
  // As the police do, no number twice: 199 of each day and sex, then they repeat.
  const serial = 300 + ((countOf(`${region} ${born} ${sex}`) - 1) % 199)
  return syntheticId({ county: Number(region), birthDate: born, sex, serial })
}
