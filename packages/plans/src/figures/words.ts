/** The words by which a clause shows what its numbers are. Lists are data: to teach the reader a word, add it here. */

const anyOf = (...words: readonly string[]): string => words.join('|')

/** A state is reached or an output made. */
export const reaching = new RegExp(
  anyOf(
    '[≥≤]|达到?|提高到?|提升到?|提高至|提升至|增加到|增至|增长到|降至|降到|下降[至到]|降低[至到]|控制在|保持在?|稳定在|维持在|不低于|不少于|不超过|不高于|不小于|至少|超过|突破|以上|以下|以内|左右',
    '建成|建有|建好|新建|改扩建|扩建|改建|建立|建设|建|设立|设置|设有|成立|组建|配备|配置|配齐|配足|配套|创建|创成|打造|培育|开设|开办|开展|举办|改造|完成|拥有|申报|申创|扩大到?|新增|增加|增设|增|招收|招聘|引进|选派|培训|培养|提供|服务|覆盖|实现|确保|确定|要有|均有|有|评选|推广|发展|安排|遴选|命名|认定|落实|投放|占|为|投用|投入使用|启用|惠及|(?:配|设|聘|选|派|招|明确|筛查)(?=[\\d一二两三])',
  ),
)

/** Nouns that are indicators by themselves: the number stands right behind them. */
export const indicatorNoun =
  /(?:率|占比|比例|比重|数|数量|总数|总量|规模|性别比|生育率|寿命|年限|指数|覆盖面|机构|中心|托位|学位|床位|幼儿园|学校|家园|场所|站点|服务点|母嬰室|母婴室|基地|设施|品牌|个案|人员|医师|医生|护士|床|人口)$/

/** Indicators written without a unit. */
export const unitless = /总和生育率|性别比|指数/

/** What was or is, not what is to be. */
export const statistics =
  /比上年|同比|较上年|环比|截至目前|截止目前|现有|目前(?:已|共|有)|已(?:建成|有|达到|拥有|累计)[^，；区]{0,5}\d|共有\d/

/** What units count things made or kept. */
export const countUnits = new Set(
  '个|所|家|名|人|人次|户次|种|张|处|间|项|份|册|场|套|条|座|对|户|支|部|床|门|位|辆|台|例|类|期|件|平方米|人口'.split(
    '|',
  ),
)

/** Words that make a percentage, sum or term something given. */
export const giving =
  /赠送|派发|拨付|关怀金|育儿金|生育金|助学金|报酬|补贴|补助|奖补|奖励|津贴|扶助|给予|发放|减免|减征|免征|免收|免费|免除|免缴|优惠|扣除|报销|救助|资助|贷款|额度|限额|上浮|下浮|红包|补偿|减半|半价|减收|抵用|抵扣|消费券|代金券|慰问|抚慰|礼包|礼金|保险费|保费|支付标准|定额|封顶|提取|贴息|返还|租金|契税|首付|缴存|打折|折扣|票价|打\d折|[一二三四五六七八九]折/

/** Who bears what share of the cost: money between treasuries, not to a person. */
export const funding =
  /(?:中央|省级?|市级?|县级?|区级?|各级)?财政[^，]{0,20}(?:承担|分担|负担|按比例)|中央财政[^，]{0,24}(?:补助|按)|(?:中央|省级?|市级?|县级?|区级?)财政\d[^，]{0,8}$|其中[省市县区]级(?:财政)?承担|各?负担|各?分担|给予我[省市县区]|财政[^，]{0,12}列支|递增|折合为|转移支付|补助资金由|各发百分之/

/** Money that is spent, earned or fined rather than given. */
export const notGiven =
  /罚款|罚金|没收|违法所得|处[^理以]{0,8}以[上下]|社会抚养费|产值|营业额|营业收入|总投资\d[\d.]*(?:万|亿)?元|投资额|注册资本|年收入|家庭收入|月收入|收入低于|不低于[^，]{0,6}工资(?!的\d)|营业税/

export const leaveWord =
  /产假|生育假|护理假|陪产假|陪护假|看护假|照护假|育儿假|婚假|哺乳假|哺乳时间|假期|奖励假|休假|流产假|产前假|保胎假|产检假|亲子假|带薪假|计划生育假/

/** Benefits put as a wish: encouraged, supported, explored, allowed. */
export const benefitForce: readonly { readonly words: RegExp; readonly force: string }[] = [
  { words: /鼓励|倡导|有条件的(?:地方|单位|用人单位|机关|企业|旗|县|地区|市)/, force: '鼓励' },
  { words: /探索/, force: '探索' },
  { words: /支持(?!政策|措施|体系|生育)/, force: '支持' },
  {
    words:
      /可以|可(?=根据|按照?|采取|享受|建设|适当|优先|申请|申领|设|在|由|向|提取|给予|凭|最高|再|上浮|提高|延长|参照)/,
    force: '可',
  },
]

/** Age words: a number before them tells who, not how many. */
export const ageUnits = new Set(['岁', '周岁', '月龄'])

/** Time limits of procedures: 30个工作日内. */
export const termUnits = new Set(['个工作日', '工作日', '个自然日', '自然日'])

export const fullCoverage =
  /(?<!探索[^，]{0,20}|健)全覆盖(?!检查|督查|督导|排查|走访|抽查|巡查|培训)|覆盖(?:所有|全部|全体)(?:[\p{Script=Han}（）]{1,10})?$|实现[^，]{2,20}应[享筛检查]尽[享筛检查]/u
