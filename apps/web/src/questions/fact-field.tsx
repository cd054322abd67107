import type { FactInfo, Place } from '@junheng/entitlements'
import { useWords } from '../messages/language.tsx'
import type { FactValue } from '../situation/household.ts'
import { ChoiceField } from './choice-field.tsx'
import { DateField } from './date-field.tsx'
import { NumberField } from './number-field.tsx'
import { RegionField } from './region-field.tsx'

export interface FactFieldProps {
  readonly info: FactInfo
  readonly place: Place
  readonly current: FactValue | undefined
  readonly usedRegions: readonly number[]
  readonly labelledBy: string
  readonly onChoose: (value: FactValue) => void
}

/** The right control for a fact of any type. */
export function FactField({ info, place, current, usedRegions, labelledBy, onChoose }: FactFieldProps) {
  const { t, say } = useWords()
  const shared = { labelledBy, onChoose }
  const number = typeof current === 'number' ? current : undefined
  switch (info.type.kind) {
    case 'boolean':
      return (
        <ChoiceField
          choices={[
            { value: true, label: t.question.yes },
            { value: false, label: t.question.no },
          ]}
          current={current}
          {...shared}
        />
      )
    case 'code': {
      const { list } = info.type
      const codes = place.codeLists.find((one) => one.name === list)?.codes ?? []
      return (
        <ChoiceField
          choices={codes.map(({ code, label }) => ({ value: code, label: say(label) }))}
          current={current}
          {...shared}
        />
      )
    }
    case 'date':
      return <DateField current={typeof current === 'string' ? current : undefined} {...shared} />
    case 'region':
      return <RegionField place={place} used={usedRegions} current={number} {...shared} />
    case 'number':
    case 'money':
      return <NumberField info={info} current={number} {...shared} />
  }
}
