import type { ReactNode } from 'react'
import type { FieldOfPerson } from '../../api/register-types.ts'
import { dayText, todayHere } from '../../format/day.ts'
import { useStaff } from '../../sign-in/session.tsx'
import { ageText } from '../age-text.ts'
import type { PersonShown } from '../calls.ts'
import { usePeopleWords } from '../words/use-people-words.ts'
import { usePersonWords } from '../words/use-person-words.ts'

/** Who it is: what tells one person from another, with the numbers masked until they are asked for. */
export function PersonHead({
  person,
  shownWhole,
  onShowWhole,
}: {
  readonly person: PersonShown
  readonly shownWhole: readonly FieldOfPerson[]
  readonly onShowWhole: (field: FieldOfPerson) => void
}) {
  const { words, language, say } = usePersonWords()
  const { words: people } = usePeopleWords()
  const { name, sex, birthDate, deathDate } = person
  return (
    <header className="panel person-head">
      <h1 lang="zh-CN">{name}</h1>
      <p className="who-line">
        {people.sex[sex ?? ''] ?? words.unknown} · {dayText(birthDate, language)} {words.born}
        {deathDate === null ? ` · ${ageText(birthDate, todayHere(), people)}` : ''}
        {deathDate === null ? null : <strong> · {people.died(dayText(deathDate, language))}</strong>}
      </p>
      <dl className="facts-line">
        <Item label={words.place}>
          <span lang="zh-CN">
            {person.townshipName === null ? person.township : say(person.townshipName)}{' '}
            {person.villageName === null ? '' : say(person.villageName)}
          </span>
        </Item>
        <Item label={words.ethnicity}>
          <span lang="zh-CN">{person.ethnicity ?? words.unknown}</span>
        </Item>
        <Item label={words.identity}>
          <NumberShown field="identity" value={person.identityNumber} shownWhole={shownWhole} onShow={onShowWhole} />
        </Item>
        <Item label={words.phone}>
          <NumberShown field="phone" value={person.phone} shownWhole={shownWhole} onShow={onShowWhole} />
        </Item>
      </dl>
    </header>
  )
}

function Item({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function NumberShown({
  field,
  value,
  shownWhole,
  onShow,
}: {
  readonly field: FieldOfPerson
  readonly value: string | null
  readonly shownWhole: readonly FieldOfPerson[]
  readonly onShow: (field: FieldOfPerson) => void
}) {
  const { words } = usePersonWords()
  const { post } = useStaff()
  if (value === null) return <span className="quiet">{words.unknown}</span>
  if (shownWhole.includes(field))
    return (
      <>
        <span className="masked">{value}</span> <span className="fine quiet">{words.whole}</span>
      </>
    )
  return (
    <>
      <span className="masked">{value}</span>{' '}
      {post?.fields.includes(field) === true ? (
        <button type="button" className="link-button" title={words.showWholeNote} onClick={() => onShow(field)}>
          {words.showWhole}
          <span className="visually-hidden">
            {field === 'identity' ? words.identity : words.phone}，{words.showWholeNote}
          </span>
        </button>
      ) : null}
    </>
  )
}
