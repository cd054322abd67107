/** Characters of given names in one span of birth years. */
export interface NameFashion {
  /** First year of birth. */
  readonly from: number
  /** Share of names of one character. */
  readonly single: number
  readonly male: NameCharacters
  readonly female: NameCharacters
}

export interface NameCharacters {
  /** Names of one character. */
  readonly alone: string
  readonly first: string
  readonly second: string
}

/** Fashions of naming as everybody knows them, drawn up by hand: nobody's list is copied, and no name is anybody's. */
export const nameFashions: readonly NameFashion[] = [
  {
    from: 1900,
    single: 0.05,
    male: {
      alone: '福贵忠义顺发明德',
      first: '德长永玉文树国世金贵福正万兴志广',
      second: '福贵荣才山发林清明华祥生堂财义昌',
    },
    female: { alone: '英兰珍芳桂香', first: '秀桂玉素淑凤兰翠金月春云惠菊', second: '英珍兰芳华香荣花莲梅云芝芬琴' },
  },
  {
    from: 1950,
    single: 0.1,
    male: {
      alone: '军平明刚强勇伟斌林涛',
      first: '建国志文永新援卫保爱玉明正光胜继',
      second: '国华平民军生明强林忠成义东祥文新',
    },
    female: {
      alone: '萍敏红英芳玲静琴',
      first: '秀桂玉淑爱凤建丽春惠美小亚月',
      second: '英兰珍芳华荣琴玲萍云霞梅敏凤香',
    },
  },
  {
    from: 1966,
    single: 0.25,
    male: {
      alone: '军勇伟强刚斌涛辉波明峰杰',
      first: '建志文卫红永海国晓小东向学宏春',
      second: '军平强明华东兵伟峰辉文林斌红民涛',
    },
    female: {
      alone: '红艳敏丽静霞燕梅萍玲娟英',
      first: '丽秀晓小海红春玉雪建艳亚金美',
      second: '红霞丽燕梅萍芳玲英娟敏艳华琴',
    },
  },
  {
    from: 1980,
    single: 0.34,
    male: {
      alone: '磊鹏伟超勇杰涛斌波刚亮飞',
      first: '志海建文晓小国俊永立云明世少嘉',
      second: '鹏伟超杰涛飞龙波斌峰明亮军辉刚强',
    },
    female: {
      alone: '静丽娟敏燕艳娜婷芳倩玲霞',
      first: '晓小丽海婷雪春红玉文佳美亚秀',
      second: '娜婷静燕丽娟玲艳芳敏莉霞萍倩',
    },
  },
  {
    from: 1990,
    single: 0.3,
    male: {
      alone: '鑫磊浩杰超俊鹏帅宇凯旭阳',
      first: '志俊嘉文子家浩天佳世明晓永海',
      second: '杰豪伟鹏龙浩辉宇超文涛强飞斌林',
    },
    female: {
      alone: '婷雪静敏倩悦颖丹琳洁莹瑶',
      first: '晓雅雨佳梦思婉雪慧诗文美春小',
      second: '婷倩雪琳琪怡敏慧洁莹颖悦媛',
    },
  },
  {
    from: 2000,
    single: 0.14,
    male: { alone: '浩鑫宇涛杰航轩睿', first: '子宇浩俊嘉天志文家佳思明博泽', second: '轩涵豪杰宇浩阳鑫航辰睿博文宸' },
    female: { alone: '欣悦婷怡雪颖瑶彤', first: '欣雨思佳子诗梦雅可婉静语紫晨', second: '怡涵萱彤琪悦欣妍婷雯琳瑶颖' },
  },
  {
    from: 2010,
    single: 0.06,
    male: { alone: '睿轩宸诺辰皓', first: '子梓浩宇俊皓雨泽博一奕铭晨明', second: '涵轩宇睿泽轩辰宸豪昊晨熙航' },
    female: { alone: '诺玥悦瑶萱彤', first: '梓子欣雨诗一可思雅语佳若艺沐', second: '涵萱怡彤妍琪诺瑶桐菡悦汐玥' },
  },
  {
    from: 2018,
    single: 0.05,
    male: { alone: '诺宸屹晏澈辰', first: '沐奕浩宇子梓泽屹亦慕景星知嘉', second: '辰宸泽阳航晨屹安恒川白洋珩' },
    female: { alone: '汐玥禾柠苒诺', first: '若沐一诗语梓芷清婉星知苒书伊', second: '汐宁彤初晴妍涵柠禾诺溪桐月' },
  },
]

/** Characters that keyboards and old systems trip over; the last are outside the basic plane of Unicode. */
export const rareCharacters = Array.from('翀喆堃垚犇淼燚骉龑朤赟昇璟嫚旻祎頔㛃㵘𬱖𬭎𬸚𣲗𬍛')
