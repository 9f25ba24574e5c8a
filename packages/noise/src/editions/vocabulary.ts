import type { Random } from '../random.ts'

/** Words that sentences are made of, invented for this; by the name of the slot that takes them. */
const WORDS: Readonly<Record<string, string>> = {
  surname:
    '周 沈 何 苏 梁 蒋 林 顾 韩 陆 程 柳 邵 俞 贺 龚 秦 施 陶 华 方 丁 吕 姚 卢 汤 尹 万 熊 邹 白 崔 康 毛 邱 江 史 侯 龙 叶',
  given:
    '远山 德厚 以宁 敏 薇 之泉 守拙 春来 小满 立秋 云生 子安 长庚 阿福 素心 明月 大椿 怀瑾 若水 承志 青 禾 石头 桂枝 文澜 伯言 念慈 晓 望舒 采薇 铁生 玉成 广平 天佑 初一 有余 牧之 同舟 思齐 锦书',
  site: '青石 柳湾 下河 白沙 松坪 枫桥 南浦 东篱 石门 云溪 竹山 芦荡 鹿鸣 麻城 银坑 双井 黄泥 三岔 落霞 望江 燕子 老鸦 苦竹 清泉 月牙 红岩 大塘 梅岭 古渡 沙头',
  siteKind: '镇 县 村 乡 街 巷 码头 山 河 桥 湾 渡口 集市 车站 矿场 林场 湖 坝 岛 坪',
  who: '掌柜 船家 医生 老师 邻居 邮差 木匠 铁匠 裁缝 妇人 孩子 老人 学徒 工人 司机 厨子 看门人 更夫 和尚 客人 记者 军官 书记员 画师 盲人 货郎 猎人 渔夫 护士 校长 技术员 测量员 队长 管理员 收账的 唱戏的 卖花姑娘 算命先生 修伞人 养蜂人',
  thing:
    '灯笼 账本 木箱 铜壶 棉袄 钥匙 信封 雨伞 药方 毛笔 照片 怀表 斧头 竹篮 渔网 草帽 火柴 地图 收音机 座钟 油灯 瓦罐 麻绳 剪刀 梯子 板凳 手杖 茶碗 筛子 风筝 陶罐 船桨 门锁 算盘 烟斗 包袱 种子 石磨 绣鞋 铃铛 镜子 扁担 木梳 罗盘 口琴 铁锅 砚台 水桶 蜡烛 通行证',
  matter:
    '修桥的事 分水的办法 来年的收成 码头的租金 旧城的传说 学堂的经费 祖上的官司 失踪的渡船 山上的火情 夜里的声音 欠下的债 过冬的粮食 药材的价钱 祠堂的屋顶 上游的水位 搬迁的日期 路灯的开关 井水的味道 亲事 船票 那场大水 那封没有寄出的信 河对岸的灯光 去年的旱灾 两家的界石 新来的规矩',
  verb: '看见 记住 放下 捡起 修好 卖掉 藏起 打开 认出 忘记 带走 送还 擦亮 数清 抄写 买下 烧掉 埋下 摔坏 收好 挂起 洗净 丢失 典当 画下 寻找 借走 守着',
  feel: '高兴 难过 吃惊 放心 着急 害怕 后悔 平静 生气 疲倦 羞愧 得意 糊涂 踏实 孤单 好奇',
  look: '潮湿 明亮 破旧 安静 拥挤 干净 狭窄 荒凉 温暖 粗糙 沉重 新鲜 古怪 整齐 冷清 昏暗 宽阔 细小',
  nature: '雨 雪 风 雾 月亮 太阳 露水 霜 云 河水 星星 潮水 落叶 蝉声 炊烟 野花 芦苇 雷声',
  moves:
    '落下来 散开 停了 升起来 漫过堤岸 贴着屋檐走 渐渐远了 压得很低 下了一夜 照进院子 淹没了小路 没有一点动静 吹灭了灯 挂在树梢 绕过山脚 来得很早',
  manner:
    '慢慢地 悄悄地 一声不响地 匆匆忙忙地 仔细地 随手 终于 反复地 小心地 大声地 无可奈何地 不慌不忙地 笑着 低着头 隔着窗 当着众人 连夜 一次又一次地 从容地 认真地',
  when: '那天傍晚 第二天一早 过了很久 天快亮的时候 入冬以后 吃过晚饭 大雨停了以后 正月里 几年以前 去年秋天 中元节那晚 开春的时候 半夜里 临走之前 收麦的季节 赶集的日子 后来 那一年 雪化的时候 船靠岸时',
  place:
    '桥头 院子里 屋檐下 井边 柜台后面 阁楼上 渡船上 祠堂门口 后山 河滩上 田埂上 楼梯口 集市上 灶台旁边 城墙根 仓库里 戏台前 枣树下 病房里 候车室 石阶上 学堂里',
  trade: '纺织 造纸 水产 制茶 陶瓷 养蜂 伐木 采石 航运 印刷 酿酒 制盐 药材 粮油 竹编 染布',
  office:
    '水利局 县志办公室 文化站 测绘所 邮政所 卫生院 消防队 农技站 博物馆 气象台 航道处 供电所 图书馆 合作社 防疫站 档案馆',
  project:
    '老街修缮工程 河道清淤工程 乡村公路改造 候鸟观测计划 夜间开放试点 渡口迁建工程 古树登记工作 节水灌溉试验 粮仓改建 方言记录计划 灯塔维修 山林防火演练 旧书捐赠活动 水库加固工程 电网改造 鱼苗放流活动',
  measure:
    '水位 气温 产量 客流量 租金 降雨量 发电量 借书量 出苗率 投诉量 里程 成活率 含沙量 过闸船只',
  agency: '新绿社 海讯社 晨星社 本报 山河社 青鸟社 远帆社 江口社',
  abstract:
    '耐心 手艺 记忆 规矩 距离 时间 沉默 秩序 误差 名声 诚实 习惯 迁徙 等待 重量 边界 余地 影子 方言 归途',
  method:
    '问卷调查 田野访谈 抽样检验 对比试验 文献考订 回归分析 现场测绘 长期观测 分层抽样 口述记录',
  field:
    '传统聚落 水运网络 地方文献 民间信仰 集市贸易 灌溉制度 印刷技术 方言词汇 植物命名 历史气候 手工行业 家族契约',
  duty: '登记 申报 备案 检验 公示 缴纳费用 保存记录 接受检查 报告变更 提交说明 设立账簿 承担维修',
  body: '渡口管理机构 集市主办人 船舶所有人 林地承包人 仓储经营者 公共水井使用人 古树养护人 出版物保存机构 申请人 登记机关 主管部门 乡镇人民政府 村民委员会 经营单位',
  act: '占用航道 擅自砍伐 隐匿账簿 伪造凭证 逾期不报 污染水源 拒绝检查 转借证照 毁坏标志 超载运输',
}

const LISTS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(WORDS).map(([slot, words]) => [slot, words.split(' ')]),
)

/**
 * Fills the slots of a template, each with a word of its list; `count`, `big`, `date` and `year` are numbers.
 *
 * @example fill('{who}把{thing}放在{place}。', dice) // 船家把铜壶放在井边。
 */
export function fill(template: string, dice: Random): string {
  return template.replace(/\{(\w+)\}/gu, (_, slot: string) => word(slot, dice))
}

function word(slot: string, dice: Random): string {
  switch (slot) {
    case 'name':
      return word('surname', dice) + word('given', dice)
    case 'town':
      return word('site', dice) + word('siteKind', dice)
    case 'count':
      return dice.chance(0.3) ? String(2 + dice.below(98)) : hanNumber(2 + dice.below(98))
    case 'big':
      return dice.chance(0.5) ? String(101 + dice.below(9000)) : hanNumber(101 + dice.below(9000))
    case 'date':
      return `${1 + dice.below(12)}月${1 + dice.below(28)}日`
    case 'year':
      return String(1890 + dice.below(130))
    default: {
      const list = LISTS.get(slot)
      if (list === undefined) throw new RangeError(`fill: no list of words has the name ${slot}`)
      return dice.pick(list)
    }
  }
}

const DIGITS = '零一二三四五六七八九'

/**
 * A whole number below ten thousand as it is said.
 *
 * @example hanNumber(105) // 一百零五
 */
export function hanNumber(value: number): string {
  let said = ''
  let gap = false
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10
    if (digit === 0) {
      gap = said !== ''
      continue
    }
    said += (gap ? '零' : '') + (DIGITS[digit] ?? '') + name
    gap = false
  }
  return said.replace(/^一十/u, '十') || '零'
}
