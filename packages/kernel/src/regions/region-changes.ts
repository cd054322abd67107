/** A county-level code that is no longer in use, and where its people are counted now. */
export interface RegionChange {
  readonly code: number
  readonly name: string
  /** Year the State Council's approval took effect. */
  readonly year: number
  /** The codes that follow it; several where it was divided, the largest part first. */
  readonly to: readonly number[]
}

/**
 * Codes of the 2019 edition of the National Bureau of Statistics' 统计用区划代码 (31 October 2019) that its 2023
 * edition (30 June 2023) no longer has. Found by comparing the two; years as the provinces announced them.
 */
const rows: readonly (readonly [code: number, name: string, year: number, ...to: number[]])[] = [
  [130521, '邢台县', 2020, 130503, 130502],
  [130526, '任县', 2020, 130505],
  [130527, '南和县', 2020, 130506],
  [140726, '太谷县', 2019, 140703],
  [220381, '公主岭市', 2020, 220184],
  [320602, '崇川区', 2020, 320613],
  [320611, '港闸区', 2020, 320613],
  [320684, '海门市', 2020, 320614],
  [330103, '下城区', 2021, 330105],
  [330104, '江干区', 2021, 330102, 330114],
  [340203, '弋江区', 2020, 340209],
  [340208, '三山区', 2020, 340209],
  [340221, '芜湖县', 2020, 340210],
  [340222, '繁昌县', 2020, 340212],
  [340225, '无为县', 2019, 340281],
  [350402, '梅列区', 2021, 350404],
  [350403, '三元区', 2021, 350404],
  [350427, '沙县', 2021, 350405],
  [350625, '长泰县', 2021, 350605],
  [350681, '龙海市', 2021, 350604],
  [360105, '湾里区', 2019, 360112],
  [360727, '龙南县', 2020, 360783],
  [370634, '长岛县', 2020, 370614],
  [370684, '蓬莱市', 2020, 370614],
  [410306, '吉利区', 2021, 410308],
  [410322, '孟津县', 2021, 410308],
  [410381, '偃师市', 2021, 410307],
  [421023, '监利县', 2020, 421088],
  [431121, '祁阳县', 2021, 431181],
  [450127, '横县', 2021, 450181],
  [451023, '平果县', 2019, 451082],
  [510132, '新津县', 2020, 510118],
  [513425, '会理县', 2021, 513402],
  [520221, '水城县', 2020, 520204],
  [520522, '黔西县', 2021, 520581],
  [530422, '澄江县', 2019, 530481],
  [532331, '禄丰县', 2021, 532302],
  [540422, '米林县', 2023, 540481],
  [540530, '错那县', 2023, 540581],
  [610322, '凤翔县', 2021, 610305],
  [610928, '旬阳县', 2021, 610981],
  [630122, '湟中县', 2019, 630106],
  [632321, '同仁县', 2020, 632301],
  [652923, '库车县', 2019, 652902],
  [654223, '沙湾县', 2021, 654203],
]

export const regionChanges: readonly RegionChange[] = rows.map(([code, name, year, ...to]) => ({
  code,
  name,
  year,
  to,
}))

/** What became of a code that is no longer in use, where it is known. */
export function findRegionChange(code: number): RegionChange | undefined {
  return regionChanges.find((change) => change.code === code)
}
