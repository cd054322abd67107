/** What the forecast says, in Chinese. The English file has the same shape, or the type check fails. */
export const forecastZh = {
  heading: '人口预测',
  lead: (n: string) =>
    `按 2020 年普查的人口往后推 ${n} 次，每次的生育、寿命和迁移都不一样。看的是可能的范围，不是一个准数。`,
  computing: '正在计算…',
  failed: '这个浏览器没有算出来，什么也没有丢。换一个新一点的浏览器再打开，或用命令 junheng project 计算。',
  took: (ms: string, n: string) => `${n} 条轨迹，用时 ${ms} 毫秒，在你的设备上算的。`,
  year: '看哪一年',
  headline: (year: number, births: string, low: string, high: string) =>
    `${year} 年出生约 ${births} 人，95% 可能在 ${low} 到 ${high} 人之间。`,
  interval: (low: string, high: string) => `95% 可能在 ${low}—${high}`,
  trend: (percent: string, more: boolean, year: number) => `比 ${year} 年${more ? '多' : '少'} ${percent}（中位数）`,
  trendSame: (year: number) => `和 ${year} 年差不多（中位数）`,
  versus: (difference: string, more: boolean) => `比原来的假定${more ? '多' : '少'} ${difference}`,
  versusSame: '和原来的假定一样',
  before: '原来',
  series: {
    births: { title: '一年出生', note: '要接生、要打疫苗、要上户口的新生儿。' },
    population: { title: '总人口', note: '按现在的区划算，以后的区划调整不在里面。' },
    under3: { title: '3 岁以下', note: '托育服务面对的孩子，年末。' },
    from3to5: { title: '3—6 岁', note: '满 3 岁、不满 6 岁，幼儿园面对的孩子，年末。' },
    women: { title: '15—49 岁妇女', note: '到 2035 年的都已经出生，不确定的主要是迁移。' },
    over60: { title: '60 岁及以上', note: '都已经出生，不确定的是寿命和迁移。' },
    over65: { title: '65 岁及以上', note: '都已经出生，不确定的是寿命和迁移。' },
  },
  source: '来源：第七次全国人口普查 2020；联合国《世界人口展望 2024》。2021 年以后都是推算，不是统计数。',
  table: '看表格',
  tableOf: (title: string) => `：${title}`,
  columns: { year: '年', median: '中位数', eighty: '80%', ninetyFive: '95%', group: '年龄', men: '男', women: '女' },
  chartText: (title: string, from: number, to: number, median: string, low: string, high: string) =>
    `${title}，${from} 到 ${to} 年的中位数和 80%、95% 区间；${to} 年中位数 ${median}，95% 在 ${low} 到 ${high} 之间。`,
  pyramid: {
    title: (year: number) => `年龄结构，${year} 年末`,
    note: '条是中位数，横线是 95% 区间，虚线是 2021 年初。',
    text: (year: number) => `${year} 年末男女各年龄组的人数，附 95% 区间；数字在下面的表格里。`,
  },
  nursery: {
    title: '托位要多少',
    need: (year: number, target: string) => `${year} 年末，按每千人口 ${target} 个。`,
    meaning: (children: string, per: string, low: string, high: string) =>
      `那时 3 岁以下约 ${children} 人，合每 100 个孩子 ${per} 个托位（95%：${low}—${high}）。`,
    fromPlan: (label: string, value: string, year: string) => `目标来自本地方案：${label} ${value} 个${year}。`,
    by: (year: number) => `（${year} 年）`,
    fromNation: '本地方案没有写每千人口托位数；这里先用全国“十四五”规划的 4.5 个。',
    asked: '这是你填的目标。',
  },
  whatIf: {
    title: '换一种假定看看',
    tfrNow: (year: number) => `${year} 年总和生育率`,
    tfrEnd: (year: number) => `${year} 年总和生育率`,
    tfrHint: '一个妇女一生平均生几个孩子',
    migration: '每年净迁移，占人口 %',
    migrationHint: '负数是净流出；0 是有来有往、大致相抵',
    migrationVaries: '迁移的不确定性',
    counted: '算上',
    leftOut: '不算',
    placesPerThousand: '每千人口托位数',
    seed: '随机种子',
    seedHint: '同一种子，数字完全一样',
    reset: '恢复原来的假定',
    slide: (label: string) => `拖动：${label}`,
    refused: '没有重新计算。下面还是上一次的结果。',
  },
  assumptions: {
    title: '依据的全部假定',
    seed: (seed: number) => `种子 ${seed}`,
    source: '来源：',
    /** Of what rests on no publication. */
    sources: { 'judgement, not calibrated': '判断，没有标定', engine: '计算引擎' } as Readonly<Record<string, string>>,
  },
  honest:
    '深色是 80% 的可能，浅色是 95%。区间只含生育率、寿命、出生性别比和迁移的波动；新工厂、新学校、区划调整这样的事不在里面。县一级没有做过回溯检验。',
}

export type ForecastMessages = typeof forecastZh
