import type { ReasonWords } from './types.ts'

const LIKE = { shape: '形', sound: '音' } as const

const percent = (share: number): string => `${Math.round(100 * share)}%`

export const reasonsHans: ReasonWords = {
  evidence: {
    witnesses: ({ sigla, voices, more }) =>
      more
        ? `${sigla.join('、')}本如此，独立之本${voices}种，多于他本`
        : `${sigla.join('、')}本如此，其本于本篇讹误较少`,
    recension: ({ label }) => `各版文字不同，两不相改；正文从${label === '' ? '底本' : label}`,
    quotation: ({ text, agreeing, quoted, alone }) =>
      `他篇${quoted ? '引文' : '同文'}作“${text}”，前后${agreeing}字相同${alone ? '；本篇各本皆不如此' : ''}`,
    parallel: ({ text, agreeing }) => `本篇他处作“${text}”，前后${agreeing}字相同`,
    usage: ({ phrase }) => `他处有“${phrase}”`,
    form: ({ script }) => `全篇用${script === 'Hans' ? '简' : '繁'}体字形`,
    illegible: () => '他本此处漫漶',
    recognition: ({ confidence, usual }) =>
      `此处识别置信度${percent(confidence)}，该本平均${percent(usual)}`,
    moved: () => '此段已见于他处，从他本次序',
    wordhood: ({ words }) => `与上下文成词：${words.join('/')}`,
    'set-phrase': ({ phrase, found }) =>
      found === undefined ? `“${phrase}”为习语` : `“${found}”疑为习语“${phrase}”之讹`,
    'look-alike': ({ found, right }) => `“${found}”与“${right}”形近而讹`,
    'sound-alike': ({ found, right }) => `“${found}”与“${right}”音近而讹`,
    confusion: ({ found, right, word, like }) =>
      `“${found}”疑为“${right}”之讹，${LIKE[like]}近；作“${right}”则成“${word}”一词`,
    dittography: ({ repeated }) => `“${repeated}”与邻字重复`,
    'eye-skip': ({ at }) => `前后皆有“${at}”，盖跳行而脱`,
    omission: () => '转录脱字多于增字',
    repetition: ({ member }) => `“${member}”前后重出，盖涉上下文而误`,
    correlatives: ({ pair }) => `“${pair}”前后呼应`,
    antithesis: ({ counterpart }) => `与近处“${counterpart}”相对为文`,
    number: ({ fault }) => `“${fault}”数目不合`,
    pairing: () => '引号、括号前后成对',
    end: ({ of }) => (of === 'text' ? '文末应有句号' : '段末应有点号'),
    present: () => '转录漏标点多于添标点',
    question: () => '疑问句',
    list: () => '并列成分之间用顿号',
  },
  joins: {
    override: () => '编者指定',
    overlap: ({ sources }) => `另有${sources}份文本此处相连`,
    order: () => '次序依他本',
    'file-order': () => '文件有序，次段紧接',
    'word-cut': ({ word }) => `断处合成一词“${word}”`,
    fit: ({ fits }) => (fits ? '断处字句相连' : '断处不成词句'),
    unfinished: () => '前段句子未完',
    clinging: () => '后段不能起句',
    opening: () => '后段起句',
    headline: ({ side }) => (side === 'before' ? '前段或为标题' : '后段或为标题'),
    dateline: ({ at }) =>
      at === 'opening'
        ? '后段以电头开篇'
        : at === 'end-before'
          ? '前段为文末电头'
          : '后段为文末电头',
    complete: () => '前段已至文末',
    cohesion: () => '前后用词',
    layout: () => '后段行式',
    position: ({ distance }) =>
      ({
        line: '两段在同一行',
        wrap: '印刷行折行，次行紧接',
        next: '次段紧接',
        apart: '两段在文件中不相邻',
        loose: '两段之间没有连续的文字',
      })[distance],
    'jump-line': ({ state }) =>
      ({
        agree: '两端转接提示相合',
        differ: '两端转接记号不同',
        one: '一端有转接提示',
        elsewhere: '后段接自他版',
        between: '两段之间有转接提示',
      })[state],
    'repeated-headline': ({ at }) =>
      at === 'between' ? '两段之间重出标题' : '后段之前重出前文标题',
    title: () => '有本篇标题',
    shared: ({ characters }) => `与他本同文${characters}字`,
    untitled: () => '无标题，他本亦无此文，据前后文归并',
    everywhere: () => '各本皆在此处',
  },
  doubts: {
    gap: '此处之前有缺文',
    join: '与前文的衔接不能确定',
    home: '此文的归属不能确定',
    unlisted: 'edition.yaml 没有列出此篇',
    'not-found': '各本中没有找到此篇',
    headline: '版面自拟的标题，不入正文',
  },
}
