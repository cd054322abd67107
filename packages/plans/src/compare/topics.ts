/**
 * What measures are about, by the words the field uses for it, re-translations included. A measure may have several
 * topics; lists are data.
 */
const topics: Readonly<Record<string, RegExp>> = {
  nursery: /托育|托位|入托|婴幼儿照护|照护服务|托幼|护理服务|养老服务体系的?托|婴幼儿护理|普惠性?服务/,
  'nursery-staff': /托育人才|保育|育婴|专业人才|从业人员|队伍能力/,
  'nursery-oversight': /综合监管|规范发展|行业规范|加强监管|监督管理/,
  leave: /产假|休假|假期|护理假|育儿假|婚假|陪产/,
  insurance: /生育保险|医保|生育医疗|生育津贴/,
  allowance: /生育补贴|育儿补贴|生育补助|财金|消费券|奖励/,
  housing: /住房|公积金|购房|公租房|租赁/,
  tax: /个人所得税|专项附加扣除|税/,
  education: /教育|幼儿园|课后|学位|保教|义务教育|入学/,
  employment: /就业|女职工|劳动|职场|再就业/,
  maternal: /孕产妇|母婴安全|妇幼|分娩|儿科|儿童健康|优生优育/,
  'birth-defects': /出生缺陷|产前筛查|孕前|婚检|新生儿筛查/,
  fertility: /辅助生殖|不孕不育|生殖健康/,
  registration: /生育登记|出生一件事|政务服务|服务体系|社会抚养费|制约措施|依法/,
  monitoring: /人口监测|监测|形势|预测|统计/,
  culture: /婚育文化|婚育新风|婚俗|宣传|舆论|移风易俗|友好氛围|友好社会|友好环境/,
  'former-policy': /计划生育家庭|独生子女|计生家庭|奖励扶助/,
  'special-families': /特殊家庭|特别扶助|帮扶保障|扶助关怀|暖心/,
  elderly: /养老|医养|老年/,
  leadership: /组织领导|党的领导|加强领导|统筹/,
  coordination: /综合协调|合力|密切合作|部门联动|社会力量|动员/,
  supervision: /督导|督查|考核|评估|推进机制|监督/,
  goals: /目标/,
  principles: /指导思想|总体要求|基本原则/,
}

/** The topics of a text. */
export function topicsOf(text: string): ReadonlySet<string> {
  return new Set(Object.entries(topics).flatMap(([topic, words]) => (words.test(text) ? [topic] : [])))
}
