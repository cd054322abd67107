import { Link } from 'wouter'
import { todayHere } from '../../format/day.ts'
import { ageText } from '../age-text.ts'
import type { PersonShown } from '../calls.ts'
import { usePeopleWords } from '../words/use-people-words.ts'
import { usePersonWords } from '../words/use-person-words.ts'

/** Household and relatives, each a way to their own page. */
export function FamilyPanel({ person }: { readonly person: PersonShown }) {
  const { words } = usePersonWords()
  const { words: people } = usePeopleWords()
  const { household } = person
  const ties = [...person.ties, ...childrenOf(person)]
  const today = todayHere()
  return (
    <section className="panel" aria-labelledby="family">
      <h2 id="family">{words.family}</h2>
      {household === null ? (
        <p className="quiet">{words.noHousehold}</p>
      ) : (
        <>
          <p>
            <span className="quiet">{words.household}</span>{' '}
            <span lang="zh-CN">{household.address ?? words.unknown}</span>
          </p>
          <table className="dense">
            <caption className="visually-hidden">{words.members}</caption>
            <tbody>
              {household.members.map((member) => (
                <tr key={member.id}>
                  <td>{words.roles[member.role] ?? member.role}</td>
                  <th scope="row" lang="zh-CN">
                    {member.id === person.id ? (
                      member.name
                    ) : (
                      <Link href={`/desk/people/${member.id}`}>{member.name}</Link>
                    )}
                  </th>
                  <td>{people.sex[member.sex ?? ''] ?? ''}</td>
                  <td>
                    {member.birthDate} <span className="quiet">{ageText(member.birthDate, today, people)}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {ties.length === 0 ? null : (
        <table className="dense">
          <caption className="visually-hidden">{words.ties}</caption>
          <tbody>
            {ties.map((tie) => (
              <tr key={`${tie.kind} ${tie.person ?? ''} ${tie.from}`}>
                <td>{words.tie[tie.kind] ?? tie.kind}</td>
                <th scope="row" lang="zh-CN">
                  {tie.person === null || tie.name === null ? (
                    <span className="quiet">{tie.person === null ? words.outside : words.hidden}</span>
                  ) : (
                    <Link href={`/desk/people/${tie.person}`}>{tie.name}</Link>
                  )}
                </th>
                <td className="quiet">{tie.to === null ? words.since(tie.from) : words.range(tie.from, tie.to)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** Children stand on file as births in the mother's life; the register ties them the other way. */
function childrenOf({ history, region }: PersonShown): PersonShown['ties'] {
  return history.flatMap(({ kind, believed, object, from }) => {
    if (kind !== 'birth' || !believed || object === null) return []
    return [{ kind: 'child', person: object.region === region ? object.id : null, name: object.name, from, to: null }]
  })
}
