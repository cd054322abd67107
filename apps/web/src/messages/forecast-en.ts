import type { ForecastMessages } from './forecast-zh.ts'

/** What the forecast says, in English. */
export const forecastEn: ForecastMessages = {
  heading: 'Population forecast',
  lead: (n) =>
    `The population of the 2020 census carried forward ${n} times, each with its own course of births, length of life and migration. Look at the range; there is no single right number.`,
  computing: 'Computing…',
  failed:
    'This browser could not compute the forecast; nothing was lost. Open the page in a newer browser, or use the command junheng project.',
  took: (ms, n) => `${n} trajectories in ${ms} milliseconds, computed on your device.`,
  year: 'Year to look at',
  headline: (year, births, low, high) =>
    `About ${births} births in ${year}; with 95 % probability between ${low} and ${high}.`,
  interval: (low, high) => `95 % between ${low} and ${high}`,
  trend: (percent, more, year) => `${percent} ${more ? 'more' : 'fewer'} than in ${year} (median)`,
  trendSame: (year) => `much as in ${year} (median)`,
  versus: (difference, more) => `${difference} ${more ? 'more' : 'fewer'} than under the original assumptions`,
  versusSame: 'the same as under the original assumptions',
  before: 'before',
  series: {
    births: { title: 'Births a year', note: 'Newborns to deliver, vaccinate and register.' },
    population: { title: 'Population', note: 'Within today’s boundaries; later changes of them are not in it.' },
    under3: { title: 'Under 3', note: 'The children nurseries are for, at the end of the year.' },
    from3to5: { title: 'Aged 3 to 6', note: 'From the third to the sixth birthday: kindergarten ages.' },
    women: {
      title: 'Women aged 15–49',
      note: 'Those of 2035 are all born already; what is uncertain is mostly migration.',
    },
    over60: { title: 'Aged 60 and over', note: 'All born already; how long they live and where is uncertain.' },
    over65: { title: 'Aged 65 and over', note: 'All born already; how long they live and where is uncertain.' },
  },
  source:
    'Sources: seventh national census, 2020; UN World Population Prospects 2024. All from 2021 on is projected, not counted.',
  table: 'Show the table',
  tableOf: (title) => `: ${title}`,
  columns: {
    year: 'Year',
    median: 'Median',
    eighty: '80 %',
    ninetyFive: '95 %',
    group: 'Age',
    men: 'Men',
    women: 'Women',
  },
  chartText: (title, from, to, median, low, high) =>
    `${title}, ${from} to ${to}: median with 80 % and 95 % intervals; in ${to} the median is ${median}, the 95 % interval ${low} to ${high}.`,
  pyramid: {
    title: (year) => `Age structure, end of ${year}`,
    note: 'Bars are medians, thin lines 95 % intervals, the dashed line is the start of 2021.',
    text: (year) =>
      `Men and women by age group at the end of ${year} with 95 % intervals; the numbers are in the table below.`,
  },
  nursery: {
    title: 'Nursery places needed',
    need: (year, target) => `At the end of ${year}, at ${target} per 1,000 people.`,
    meaning: (children, per, low, high) =>
      `There will then be about ${children} children under 3: ${per} places for every 100 of them (95 %: ${low}–${high}).`,
    fromPlan: (label, value, year) => `The goal is the local plan’s: ${label}, ${value}${year}.`,
    by: (year) => ` (by ${year})`,
    fromNation:
      'The local plan sets no goal per 1,000 people; the 4.5 of the national fourteenth five-year plan is used.',
    asked: 'This goal is the one you entered.',
  },
  whatIf: {
    title: 'What if',
    tfrNow: (year) => `Total fertility rate, ${year}`,
    tfrEnd: (year) => `Total fertility rate, ${year}`,
    tfrHint: 'Children a woman has in her life, on average',
    migration: 'Net migration a year, % of people',
    migrationHint: 'Negative: more leave; 0: comings and goings balance',
    migrationVaries: 'Uncertainty of migration',
    counted: 'on',
    leftOut: 'off',
    placesPerThousand: 'Nursery places per 1,000 people',
    seed: 'Random seed',
    seedHint: 'The same seed gives exactly the same numbers',
    reset: 'Back to the original assumptions',
    slide: (label) => `Slide: ${label}`,
    refused: 'Not computed again. What stands below is the last result.',
  },
  assumptions: { title: 'Everything this rests on', seed: (seed) => `seed ${seed}`, source: 'Source: ', sources: {} },
  honest:
    'The dark band holds 80 % of the possible courses, the light one 95 %. The bands know the swings of fertility, length of life, sex ratio at birth and migration only; a new factory, a new school or a change of boundaries is not in them. They have not been back-tested for counties.',
}
