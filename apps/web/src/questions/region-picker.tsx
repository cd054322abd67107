import { type FormEvent, useState } from 'react'
import { useWords } from '../messages/language.tsx'
import type { RegionTable } from './region-table.ts'

/** Province, then city, then county, in the browser's own lists. A province or city alone is enough. */
export function RegionPicker({
  table,
  start,
  onChoose,
}: {
  readonly table: RegionTable
  /** A region to begin from: its province and city are chosen already. */
  readonly start: number
  readonly onChoose: (code: number) => void
}) {
  const { t } = useWords()
  const [line, setLine] = useState<readonly number[]>(() => table.lineOf(start).slice(0, -1))
  const names = [t.region.province, t.region.city, t.region.county]
  const chosen = line.at(-1)
  const levels = [0, ...line].map((parent) => table.under(parent)).filter((options) => options.length > 0)
  const choose = (level: number, code: number) =>
    setLine(code === 0 ? line.slice(0, level) : [...line.slice(0, level), code])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (chosen !== undefined) onChoose(chosen)
  }
  return (
    <form className="stack region-picker" onSubmit={submit}>
      {levels.map((options, level) => (
        <label key={names[level] ?? level}>
          <span>
            {levels.length === 2 && level === 1 && options.every(({ code }) => code % 100 !== 0)
              ? t.region.county
              : names[level]}
          </span>
          <select value={line[level] ?? 0} onChange={(event) => choose(level, Number(event.target.value))} lang="zh-CN">
            <option value={0}>{t.region.choose}</option>
            {options.map((option) => (
              <option key={option.code} value={option.code}>
                {option.name}
              </option>
            ))}
          </select>
        </label>
      ))}
      <button type="submit" className="button" disabled={chosen === undefined}>
        {t.question.next}
      </button>
    </form>
  )
}
