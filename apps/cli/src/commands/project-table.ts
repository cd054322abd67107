import type { ForecastCell } from '@junheng/demography'

const columns = ['low95', 'low80', 'median', 'high80', 'high95'] as const

/** forecast.csv: region, year, indicator, and the median with the bounds of the 80 % and 95 % intervals, in persons. */
export function forecastTable(
  regions: Iterable<{ readonly region: string; readonly cells: readonly ForecastCell[] }>,
): string {
  return [`region,year,indicator,${columns.join(',')}`, ...forecastRows(regions)].join('\n').concat('\n')
}

export function* forecastRows(
  regions: Iterable<{ readonly region: string; readonly cells: readonly ForecastCell[] }>,
): Generator<string> {
  for (const { region, cells } of regions) {
    for (const cell of cells)
      yield `${region},${cell.year},${cell.indicator},${columns.map((column) => cell[column].toFixed(1)).join(',')}`
  }
}
