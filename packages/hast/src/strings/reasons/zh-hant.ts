import type { ReasonWords } from './types.ts'

const LIKE = { shape: '形', sound: '音' } as const

const percent = (share: number): string => `${Math.round(100 * share)}%`

export const reasonsHant: ReasonWords = {
  evidence: {
    witnesses: ({ sigla, voices, more }) =>
      more
        ? `${sigla.join('、')}本如此，獨立之本${voices}種，多於他本`
        : `${sigla.join('、')}本如此，其本於本篇訛誤較少`,
    recension: ({ label }) => `各版文字不同，兩不相改；正文從${label === '' ? '底本' : label}`,
    quotation: ({ text, agreeing, quoted, alone }) =>
      `他篇${quoted ? '引文' : '同文'}作「${text}」，前後${agreeing}字相同${alone ? '；本篇各本皆不如此' : ''}`,
    parallel: ({ text, agreeing }) => `本篇他處作「${text}」，前後${agreeing}字相同`,
    usage: ({ phrase }) => `他處有「${phrase}」`,
    form: ({ script }) => `全篇用${script === 'Hans' ? '簡' : '繁'}體字形`,
    illegible: () => '他本此處漫漶',
    recognition: ({ confidence, usual }) =>
      `此處辨識信心度${percent(confidence)}，該本平均${percent(usual)}`,
    moved: () => '此段已見於他處，從他本次序',
    wordhood: ({ words }) => `與上下文成詞：${words.join('/')}`,
    'set-phrase': ({ phrase, found }) =>
      found === undefined ? `「${phrase}」為習語` : `「${found}」疑為習語「${phrase}」之訛`,
    'look-alike': ({ found, right }) => `「${found}」與「${right}」形近而訛`,
    'sound-alike': ({ found, right }) => `「${found}」與「${right}」音近而訛`,
    confusion: ({ found, right, word, like }) =>
      `「${found}」疑為「${right}」之訛，${LIKE[like]}近；作「${right}」則成「${word}」一詞`,
    dittography: ({ repeated }) => `「${repeated}」與鄰字重複`,
    'eye-skip': ({ at }) => `前後皆有「${at}」，蓋跳行而脫`,
    omission: () => '轉錄脫字多於增字',
    repetition: ({ member }) => `「${member}」前後重出，蓋涉上下文而誤`,
    correlatives: ({ pair }) => `「${pair}」前後呼應`,
    antithesis: ({ counterpart }) => `與近處「${counterpart}」相對為文`,
    number: ({ fault }) => `「${fault}」數目不合`,
    pairing: () => '引號、括號前後成對',
    end: ({ of }) => (of === 'text' ? '文末應有句號' : '段末應有點號'),
    present: () => '轉錄漏標點多於添標點',
    question: () => '疑問句',
    list: () => '並列成分之間用頓號',
  },
  joins: {
    override: () => '編者指定',
    overlap: ({ sources }) => `另有${sources}份文本此處相連`,
    order: () => '次序依他本',
    'file-order': () => '檔案有序，次段緊接',
    'word-cut': ({ word }) => `斷處合成一詞「${word}」`,
    fit: ({ fits }) => (fits ? '斷處字句相連' : '斷處不成詞句'),
    unfinished: () => '前段句子未完',
    clinging: () => '後段不能起句',
    opening: () => '後段起句',
    headline: ({ side }) => (side === 'before' ? '前段或為標題' : '後段或為標題'),
    dateline: ({ at }) =>
      at === 'opening'
        ? '後段以電頭開篇'
        : at === 'end-before'
          ? '前段為文末電頭'
          : '後段為文末電頭',
    complete: () => '前段已至文末',
    cohesion: () => '前後用詞',
    layout: () => '後段行式',
    position: ({ distance }) =>
      ({
        line: '兩段在同一行',
        wrap: '印刷行折行，次行緊接',
        next: '次段緊接',
        apart: '兩段在檔案中不相鄰',
        loose: '兩段之間沒有連續的文字',
      })[distance],
    'jump-line': ({ state }) =>
      ({
        agree: '兩端轉接提示相合',
        differ: '兩端轉接記號不同',
        one: '一端有轉接提示',
        elsewhere: '後段接自他版',
        between: '兩段之間有轉接提示',
      })[state],
    'repeated-headline': ({ at }) =>
      at === 'between' ? '兩段之間重出標題' : '後段之前重出前文標題',
    title: () => '有本篇標題',
    shared: ({ characters }) => `與他本同文${characters}字`,
    untitled: () => '無標題，他本亦無此文，據前後文歸併',
    everywhere: () => '各本皆在此處',
  },
  doubts: {
    gap: '此處之前有闕文',
    join: '與前文的銜接不能確定',
    home: '此文的歸屬不能確定',
    unlisted: 'edition.yaml 沒有列出此篇',
    'not-found': '各本中沒有找到此篇',
    headline: '版面自擬的標題，不入正文',
  },
}
