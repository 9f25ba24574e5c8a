import type { Random } from '../random.ts'
import { fill } from './vocabulary.ts'

/** Sentences of a kind of prose, as templates. */
const TEMPLATES = {
  story: [
    '{when}，{who}{manner}走到{place}，把{thing}交给了{name}。',
    '{name}没有回答，只是把{thing}翻过来看了看。',
    '{place}有一只{look}的{thing}，{who}说它是{name}留下的。',
    '{nature}{moves}，{name}站在{place}，心里有些{feel}。',
    '{who}{verb}了那只{thing}，{name}却装作没有{verb}。',
    '关于{matter}，{town}的人各有各的说法。',
    '{name}想起{when}的{thing}，觉得{feel}，又说不出为什么。',
    '“{matter}，你还打算瞒到什么时候？”{who}{manner}问。',
    '{when}{nature}{moves}，{town}{look}得像一口旧钟。',
    '他在{place}等了{count}天，等来的却是{who}和一只{thing}。',
    '{name}{manner}推开门，屋里{look}，桌上放着{thing}。',
    '谁也不知道{who}是什么时候离开{town}的，只知道他带走了{thing}。',
    '{who}笑了一下，说：“{count}年前，我也在{place}{verb}过一只{thing}。”',
    '从{town}到{town}要走{count}里路，{name}走了整整一夜。',
    '那只{thing}后来被{who}{verb}，这是{when}的事了。',
    '{name}不信，又去问{who}，{who}只是摇头。',
    '{nature}{moves}的时候，{place}已经坐满了人，有{who}，有{who}，还有几个不认识的。',
    '她{manner}{verb}了{thing}，手有点发抖，却一点也不{feel}。',
    '院墙外面传来{who}的声音，断断续续，像在说{matter}。',
    '{name}后来再没有提起{matter}，好像它从来没有发生过。',
  ],
  report: [
    '{agency}{town}{date}电 {project}昨日在{town}正式启动，首批投入{big}万元。',
    '记者从{office}获悉，{project}已经完成{count}项，预计年内全部结束。',
    '据{office}统计，今年{town}的{measure}比去年同期增加了百分之{count}。',
    '{office}负责人{name}表示，{project}要听取{who}和{who}的意见。',
    '“{measure}的变化比我们预想的要快。”{name}在{place}接受采访时说。',
    '受{nature}影响，{town}的{measure}一度下降，{office}连夜派出{count}名人员到{place}值守。',
    '目前，{town}已有{big}户居民登记，{trade}行业的{count}家企业也提出了申请。',
    '{office}提醒，{date}以前没有办理手续的，可以到{place}补办。',
    '参加{project}的{who}来自{count}个村庄，年纪最大的已经{count}岁。',
    '{name}介绍说，{trade}业在{town}有{count}多年的历史，如今只剩下{count}户。',
    '下一步，{office}将会同{office}对{measure}进行复核，并向社会公布。',
    '据了解，{project}总长{big}米，由{office}设计，{count}个施工队轮流作业。',
    '{date}上午，{who}在{place}发现{thing}，随即报告了{office}。',
    '截至发稿时，{town}没有人员伤亡的报告，{measure}已经恢复正常。',
  ],
  essay: [
    '我小时候住在{town}，对{thing}的印象只有一个字，就是{look}。',
    '说到底，{abstract}不过是{abstract}的另一个名字。',
    '{who}常说，{abstract}这种东西急不得，越催越远。',
    '人们喜欢谈论{abstract}，却很少有人愿意为它{verb}一只{thing}。',
    '{nature}{moves}的时候，我总会想起{place}的那只{thing}。',
    '{abstract}和{abstract}之间，隔着一个{town}的距离。',
    '也许真正{look}的不是{thing}，而是我们看它的眼睛。',
    '祖父留下的{thing}至今还在{place}，{who}每年来擦一次。',
    '我后来去过许多地方，再没有见过那样{look}的{place}。',
    '如果{abstract}可以称量，它大约和一只{thing}一样重。',
    '{town}的{who}不讲{abstract}，只讲用处，这一点倒很可爱。',
    '有人把{abstract}比作{nature}，我看更像{place}的{thing}，天天在，谁也不看。',
    '写到这里，窗外{nature}{moves}，{matter}又浮了上来。',
  ],
  speech: [
    '今天我们聚在{town}，是为了{project}，也是为了{abstract}。',
    '{count}年来，{trade}行业的同人没有一天停下手里的工作。',
    '我代表{office}，向远道而来的{who}和{who}表示衷心的感谢！',
    '有人问我，{project}最难的是什么？我说，是{abstract}。',
    '我们要把{measure}算清楚，把{matter}说明白，把{duty}做到前头。',
    '没有{name}和{name}这样的前辈，就没有{town}的今天。',
    '{abstract}不是口号，它就在{place}，在每一只{thing}里面。',
    '让我们从{duty}做起，从{count}件小事做起！',
    '我相信，再过{count}年，{town}的孩子会为我们今天的{abstract}感到{feel}。',
    '最后，请允许我引用{who}的一句老话：{abstract}是省不下来的。',
  ],
  paper: [
    '本文以{town}为例，采用{method}的办法，讨论{field}与{field}的关系。',
    '已有研究多从{field}入手，较少注意{measure}的变化（{name}，{year}）。',
    '结果表明，{measure}与{measure}之间存在明显的相关，样本数为{big}。',
    '{year}年以后，{town}的{trade}业逐渐衰落，{field}的记载也随之减少。',
    '需要说明的是，{method}只能反映{measure}的总体趋势，不足以解释个别差异。',
    '由此可见，{field}并不是孤立的现象，它受到{field}的制约。',
    '我们在{place}收集了{big}份材料，其中可以辨认年代的有{count}份。',
    '{name}（{year}）认为，{abstract}是{field}得以维持的条件，本文的材料支持这一看法。',
    '这一差异在统计上并不显著，可能与{method}的误差有关。',
    '为了排除{nature}的影响，{method}分{count}次进行，每次间隔{count}天。',
  ],
  law: [
    '为了规范{trade}活动，保护{body}的合法权益，根据有关法律，制定本条例。',
    '{body}应当自{duty}之日起{count}日内向{body}{duty}。',
    '{body}不得{act}，不得{act}。',
    '违反本条例规定，{act}的，由{body}责令改正，处{big}元以下罚款。',
    '{body}应当建立{trade}档案，并按照规定{duty}。',
    '本条例所称{body}，是指在{trade}活动中依法{duty}的单位和个人。',
    '{body}对{body}的决定不服的，可以依法申请复议。',
    '{trade}场所的{measure}标准，由{body}会同{body}制定。',
    '任何单位和个人发现{act}的，有权向{body}报告。',
    '{body}收到申请后，应当在{count}日内作出决定；逾期不作决定的，申请人可以要求说明理由。',
  ],
  clause: [
    '{act}的；',
    '未按照规定{duty}的；',
    '{measure}不符合标准的；',
    '{body}拒绝{duty}的；',
    '以欺骗手段取得{thing}的；',
    '{trade}场所未经{duty}的；',
  ],
  say: [
    '你把{thing}放到哪里去了？',
    '{matter}，我已经问过{who}了。',
    '我不{feel}，我只是想{verb}那只{thing}。',
    '{when}再说吧，{nature}{moves}。',
    '{town}我是不会再去的了！',
    '{who}知道{matter}，可是他不肯说。',
    '那么{thing}呢？{thing}是谁{verb}的？',
    '{name}走了{count}天，一封信也没有。',
    '小声一点，{who}在{place}听着呢。',
    '算了，{matter}从来就没有说清楚过。',
    '这只{thing}值{count}块钱，一分也不能少。',
    '快去{place}叫{who}来！',
  ],
} as const satisfies Record<string, readonly string[]>

export type Prose = keyof typeof TEMPLATES

/** What may stand before a sentence; mostly nothing does. */
const LEADS = [
  '',
  '',
  '',
  '{when}，',
  '其实，',
  '不过{who}说，',
  '{nature}{moves}，',
  '后来，',
  '在{place}，',
  '据{name}讲，',
  '当时{nature}{moves}，',
  '说来{look}，',
]

/** Kinds of prose that a kind borrows sentences from, so that it does not repeat itself. */
const BORROWS: Readonly<Record<Prose, readonly Prose[]>> = {
  story: ['essay'],
  report: [],
  essay: ['story'],
  speech: ['essay'],
  paper: ['report'],
  law: [],
  clause: [],
  say: [],
}

/** One sentence of a kind of prose. */
export function sentence(prose: Prose, dice: Random): string {
  return fill(dice.pick<string>(TEMPLATES[prose]), dice)
}

/** A paragraph of `least` to `most` sentences, none of them twice the same template in a row. */
export function paragraph(prose: Prose, dice: Random, least = 2, most = 5): string {
  const templates = [prose, ...BORROWS[prose]].flatMap((kind): readonly string[] => TEMPLATES[kind])
  let last = -1
  let text = ''
  for (let left = least + dice.below(most - least + 1); left > 0; left--) {
    let at = dice.below(templates.length)
    if (at === last) at = (at + 1) % templates.length
    last = at
    const lead = prose === 'law' || prose === 'paper' ? '' : dice.pick(LEADS)
    text += fill(lead + (templates[at] ?? ''), dice)
  }
  return text
}

/** A headline of a kind of prose: no mark at its end. */
export function headline(
  prose: 'story' | 'report' | 'essay' | 'paper' | 'law',
  dice: Random,
): string {
  const templates: Readonly<Record<typeof prose, readonly string[]>> = {
    story: [
      '{site}旧事',
      '{thing}',
      '{who}与{thing}',
      '{town}的{who}',
      '{matter}',
      '{place}的{thing}',
      '{given}',
    ],
    report: [
      '{town}启动{project}',
      '{office}公布{measure}统计结果',
      '{project}进展顺利 {big}户居民受益',
      '{town}{measure}创{count}年新高',
      '{trade}业老人谈{matter}',
      '{office}：{measure}恢复正常',
    ],
    essay: [
      '论{abstract}',
      '{thing}与{abstract}',
      '说{abstract}',
      '{town}记',
      '{place}的{nature}',
      '关于{abstract}的几句话',
    ],
    paper: [
      '{field}与{field}的关系——以{town}为例',
      '{town}{field}初探',
      '{method}在{field}研究中的应用',
      '论{field}的{abstract}',
    ],
    law: [
      '{trade}管理条例',
      '{site}河航道保护办法',
      '{trade}场所登记规定',
      '公共{thing}管理暂行办法',
      '{trade}税法实施细则',
    ],
  }
  return fill(dice.pick(templates[prose]), dice)
}
