/** Files of a tiny population of ages 0–3 (3 open) on 1 January 2020, right in every way; tests spoil one at a time. */
export function smallInputs(changes: Readonly<Record<string, string | null>> = {}): ReadonlyMap<string, string> {
  const files: Record<string, string | null> = {
    'settings.csv': 'name,value\nmigration_timing,end\nafter_last_year,hold\n',
    'population.csv':
      'year,sex,age,population\n2020,male,0,10\n2020,male,1,10\n2020,male,2,10\n2020,male,3+,5\n2020,female,0,10\n2020,female,1,10\n2020,female,2,10\n2020,female,3+,6\n',
    'survival.csv': 'year,age,male,female\n2020,0,0.99,0.99\n2020,1,1,1\n2020,2,0.9,0.95\n2020,3,0.5,0.6\n',
    'fertility.csv': 'year,age,asfr\n2020,1,0.1\n2020,2,0.2\n',
    'srb.csv': 'year,srb\n2020,1.05\n',
    'migration.csv': 'year,age,male,female\n2020,0,0,0\n2020,1,-1,1\n2020,2,0,0\n2020,3,0,0\n',
    ...changes,
  }
  return new Map(Object.entries(files).flatMap(([name, text]) => (text === null ? [] : [[name, text] as const])))
}
