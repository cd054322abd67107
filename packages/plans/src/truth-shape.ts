import type { Outline, Section, UnitRoles } from './outline.ts'

/** The outline in the shape hand-made annotations have: what is absent is left out, `counts` close the file. */
export function truthShape(outline: Outline, file: string): Readonly<Record<string, unknown>> {
  const withUnits = outline.sections.filter(({ unitGroups }) => unitGroups.length > 0)
  const { body } = outline
  return {
    file,
    title: outline.title,
    titleRaw: outline.titleRaw,
    ...(outline.outerTitle === null ? {} : { outerTitle: outline.outerTitle }),
    issuer: outline.issuer,
    date: outline.date,
    ...(outline.datePublished === null ? {} : { datePublished: outline.datePublished }),
    docNumber: outline.docNumber,
    level: outline.level,
    region: outline.region,
    status: outline.status,
    script: outline.script,
    body: {
      ...(body.addresseesLine === null ? {} : { addresseesLine: body.addresseesLine }),
      ...(body.noticeLines === null ? {} : { noticeLines: body.noticeLines }),
      titleLines: body.titleLines,
      leadLine: body.leadLine,
      first: body.first,
      last: body.last,
      ...(body.attachment === null ? {} : { attachment: body.attachment }),
      ...(outline.parts.length > 1 ? { parts: outline.parts } : {}),
    },
    noise: outline.noise,
    parents: outline.parents,
    cites: outline.cites.map(({ title, number, relation, at }) => ({
      title,
      ...(number === null ? {} : { number }),
      relation,
      at,
    })),
    ...(isEmpty(outline.documentUnits) ? {} : { documentUnits: outline.documentUnits }),
    sections: outline.sections.map(sectionShape),
    targets: outline.targets,
    benefits: outline.benefits,
    deadlines: outline.deadlines,
    recurrent: outline.recurrent,
    other: outline.other,
    qualitativeGoals: outline.qualitativeGoals,
    garbled: outline.garbled.map(({ line, quote }) => ({ line, raw: quote, should: null })),
    doubts: outline.doubts,
    counts: {
      parents: outline.parents.length,
      cites: outline.cites.length,
      sections: outline.sections.length,
      targets: outline.targets.length,
      benefits: outline.benefits.length,
      deadlines: outline.deadlines.length,
      recurrent: outline.recurrent.length,
      other: outline.other.length,
      qualitativeGoals: outline.qualitativeGoals.length,
      sectionsWithUnits: withUnits.length,
      unitGroups: withUnits.reduce((total, { unitGroups }) => total + unitGroups.length, 0),
      benefitsWithAmount: outline.benefits.filter(({ amount }) => amount !== null).length,
      targetsNumeric: outline.targets.filter(({ value }) => typeof value === 'number' || Array.isArray(value)).length,
    },
  }
}

function sectionShape({
  path,
  number,
  printed,
  heading,
  line,
  units,
  unitGroups,
  note,
}: Section): Readonly<Record<string, unknown>> {
  return {
    path,
    number,
    printed,
    heading,
    line,
    units,
    ...(note === undefined ? {} : { note }),
    ...(unitGroups.length === 0 ? {} : { unitGroups }),
  }
}

const isEmpty = (units: UnitRoles): boolean =>
  Object.values(units).every((names: readonly string[]) => names.length === 0)
