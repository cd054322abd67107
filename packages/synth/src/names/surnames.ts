import { Picker } from '../random/picker.ts'
import { curve } from '../random/curve.ts'

/**
 * The hundred commonest surnames in the order of the Ministry of Public Security's name reports of 2019 and 2020 (ranks
 * near each other may be a place off), then others, rare ones, and last those of two characters.
 */
const common =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖' +
  '石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严欧莫孔向'
const others = '常汤康伍施牛洪葛安乔樊庞易温章鲁倪殷俞齐梅庄聂辛焦岳祁左涂冉翟耿关米骆池东尤古解包柴单盛司詹甘燕卓屈'
const rare = '冶喇亓仝妫逄'
const double = ['欧阳', '上官', '司马', '诸葛', '令狐', '皇甫', '司徒', '尉迟']

export const surnames: readonly string[] = [
  ...Array.from(common),
  ...Array.from(others),
  ...Array.from(rare),
  ...double,
]

/**
 * Percent by rank, straight between the points. Source: the ministry's figures (王 7.25, 李 7.19, 张 6.83; ranks to 10 above
 * 20 million persons, to 22 above 10 million; 万 2.75 and 欧 2.61 million; the first hundred 85.9 in all).
 */
const shares = [
  [1, 7.25],
  [2, 7.19],
  [3, 6.83],
  [4, 5.2],
  [5, 4.6],
  [6, 3.3],
  [10, 1.95],
  [11, 1.45],
  [22, 0.82],
  [23, 0.7],
  [50, 0.38],
  [70, 0.27],
  [91, 0.196],
  [97, 0.186],
  [100, 0.182],
] as const

const weights = surnames.map((name, at) => {
  if (at < common.length) return curve(shares, at + 1)
  return others.includes(name) ? 13.8 / others.length : 0.012
})

export const surnamePicker = new Picker(weights)

/** Surnames in the order of `names` take the weights; each has to be in the list. */
function pickerOf(names: string, parts: readonly number[]): Picker {
  return new Picker(
    surnames.map((name) => (name.length === 1 && names.includes(name) ? (parts[names.indexOf(name)] ?? 0) : 0)),
  )
}

/** Peoples whose surnames differ from the Han's; the shares are rough. */
export const huiSurnames = pickerOf('马韩冶喇王李白丁杨金', [52, 9, 6, 4, 6, 5, 5, 4, 5, 4])
export const salarSurnames = pickerOf('韩马沈何', [58, 30, 6, 6])
export const tuSurnames = pickerOf('李祁东吕鲁王张马', [22, 14, 8, 8, 10, 14, 12, 12])
