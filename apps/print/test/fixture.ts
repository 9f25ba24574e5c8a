import {
  type App,
  answer,
  app,
  byline,
  dateline,
  type Edition,
  type EditionMeta,
  edition,
  type Flow,
  figure,
  heading,
  inlineNote,
  lacuna,
  paragraph,
  properName,
  question,
  reading,
  ruby,
  salutation,
  section,
  sourceNote,
  sourceNoteCall,
  speaker,
  speech,
  stage,
  stanza,
  subtitle,
  suppliedTitle,
  title,
  verse,
  work,
} from '@huijiao/ast'

export const META: EditionMeta = {
  id: 'sample',
  title: '版式试样集',
  subtitle: '为检验排版而编',
  language: 'zh-Hans-CN',
  date: '2024-01-01',
  publisher: '试样书局',
  description: '各种难排之处，集于一册。',
  contributors: [
    { name: '某甲', role: 'aut' },
    { name: '某乙', role: 'edt' },
  ],
  witnesses: [
    { siglum: '甲', description: '初印本', kind: 'manual', sources: [] },
    { siglum: '乙', description: '重印本', kind: 'web', sources: [] },
  ],
  note: ['本书只供试验。'],
  trim: 'a5',
  layout: 'horizontal',
  apparatus: 'lines',
  names: [{ name: '孔丘', forms: ['仲尼'] }, { name: '左传' }],
  generator: 'huijiao test',
}

const SENTENCES = [
  '春江潮水连海平，海上明月共潮生。',
  '“学而时习之”，不亦说乎？',
  '山重水复疑无路，柳暗花明又一村；',
  '他说：“《诗》三百，一言以蔽之，曰‘思无邪’。”',
  '全书凡 120 卷，约 45 万字（据 A 本）。',
  '天地玄黄，宇宙洪荒；日月盈昃，辰宿列张。',
  '欲穷千里目，更上一层楼！',
]

/** So many characters of prose, the same for the same number. */
function prose(length: number, seed = 0): string {
  let text = ''
  for (let i = seed; text.length < length; i = (i * 5 + 3) % 97)
    text += SENTENCES[i % SENTENCES.length]
  return `${text.slice(0, Math.max(1, length - 1)).replace(/[\p{P}\s]+$/u, '') || '文'}。`
}

let serial = 0

/** A difference that becomes a note; `reason` makes the note as long as wanted. */
function variant(lemma: string, other: string, reason?: string): App {
  serial += 1
  return app(
    `v-${serial}`,
    lemma,
    [reading('lemma', lemma, ['甲']), reading('substitution', other, ['乙'])],
    reason === undefined
      ? {}
      : { ruling: { reason, by: '某乙', date: '2024-01-01' }, method: '他校', certainty: 'high' },
  )
}

/** Paragraphs of running text with a note here and there. */
function chapters(count: number, notes: boolean): Flow[] {
  return Array.from({ length: count }, (_, i) =>
    paragraph(
      prose(60 + ((i * 37) % 190), i),
      ...(notes && i % 3 === 0 ? [variant('明月', '新月')] : []),
      prose(20 + ((i * 13) % 90), i + 5),
    ),
  )
}

/** A paragraph as mdast has it, for what stands inside its nodes. */
const quoted = (value: string) => ({
  type: 'paragraph' as const,
  children: [{ type: 'text' as const, value }],
})

/** A gray square of 8 pixels. */
const PICTURE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAAAAADhZOFXAAAADklEQVR42mNogAIGyhgAgIQgARDoahcAAAAASUVORK5CYII='

/** An edition with everything that is hard to set. */
export function hardEdition(meta: Partial<EditionMeta> = {}): Edition {
  serial = 0
  return edition(
    { ...META, ...meta },
    work('plain', [
      heading(1, title('平常的一篇'), subtitle('有副题'), byline('某甲')),
      salutation('诸位朋友：'),
      ...chapters(24, true),
      byline('某甲'),
      dateline('一九三六年春'),
    ]),
    work('long-note', [
      heading(1, title('一条注释比一页还长')),
      paragraph(prose(160), variant('江水', '河水', prose(1500, 2)), prose(200, 3)),
      ...chapters(10, true),
    ]),
    work('long-lemma', [
      heading(1, title('一处异文比三页还长')),
      paragraph(
        prose(90, 4),
        variant('明月', '新月'),
        prose(120, 5),
        variant(prose(2300, 3), '略'),
        ...Array.from({ length: 12 }, (_, i) => [prose(150, i), variant('山水', '江水')]).flat(),
      ),
      {
        type: 'table',
        children: [
          ['栏一', '栏二'],
          ['短', '短'],
          [prose(900, 2), prose(1100, 6)],
          ['末', '末'],
        ].map((cells) => ({
          type: 'tableRow' as const,
          children: cells.map((value) => ({
            type: 'tableCell' as const,
            children: [{ type: 'text' as const, value }],
          })),
        })),
      },
      paragraph('见 https://example.org/', 'a-path/'.repeat(30), ' 一处。'),
    ]),
    work('many-notes', [
      heading(1, title('三百条注释')),
      paragraph(
        ...Array.from({ length: 300 }, (_, i) => [prose(2, i), variant('月', '日')]).flat(),
        '完。',
      ),
    ]),
    work('long-title', [
      heading(
        1,
        suppliedTitle(
          '这一篇的题目特别地长长得一行放不下两行也放不下非得要排成三行才能够把话全部说完的题目',
        ),
      ),
      ...chapters(3, false),
    ]),
    work('clauses', [
      heading(1, title('春江潮水连海平，海上明月共潮生，滟滟随波千万里 何处春江无月明')),
      ...chapters(2, false),
    ]),
    work('interview', [
      heading(1, title('问答')),
      question(paragraph('问：这里排得如何？')),
      answer(paragraph(`答：${prose(120)}`), paragraph(prose(80, 4))),
      question(paragraph('问：还有什么话要说？')),
      answer(paragraph('答：没有了。'), lacuna({ reason: '原件残缺' })),
      section(heading(2, title('附记')), paragraph(prose(70), lacuna(), prose(40, 6))),
    ]),
    work('forms', [
      heading(1, title('各种体裁')),
      paragraph(dateline('本报上海三日电'), prose(90)),
      paragraph(
        '注音：',
        ruby('饕餮', 'tāo tiè'),
        '，生僻字：𠮷、𬭎、㐂、龘，加重：',
        {
          type: 'emphasis',
          children: [{ type: 'text', value: '着重之处' }],
        },
        '，',
        { type: 'strong', children: [{ type: 'text', value: '黑体之处' }] },
        '。',
        prose(60),
      ),
      { type: 'blockquote', children: [quoted(prose(130, 8))] },
      {
        type: 'table',
        children: Array.from({ length: 40 }, (_, r) => ({
          type: 'tableRow' as const,
          children: Array.from({ length: 3 }, (_, c) => ({
            type: 'tableCell' as const,
            children: [
              { type: 'text' as const, value: r === 0 ? `栏${c + 1}` : `第${r}行第${c + 1}列` },
            ],
          })),
        })),
      },
      paragraph(prose(90, 9)),
      { type: 'thematicBreak' },
      {
        type: 'list',
        ordered: true,
        children: ['一条', '又一条'].map((t) => ({
          type: 'listItem' as const,
          children: [quoted(`${t}：${prose(50)}`)],
        })),
      },
      ...chapters(8, true),
    ]),
    work('commentary', [
      heading(1, title('夹注、原注与专名')),
      ...[1, 2, 3].map((n) =>
        paragraph(
          prose(30 * n, n),
          inlineNote(prose(17 * n, n + 1)),
          prose(20, n + 2),
          properName('name', '孔丘'),
          properName('name', '仲尼'),
          '见',
          properName('title', '左传'),
          variant('明月', '新月'),
          inlineNote(prose(160 * n, n + 4)),
          prose(40, n + 5),
          sourceNoteCall(String(n), '①'),
        ),
      ),
      sourceNote('1', `①${prose(70, 2)}`),
      figure({ src: PICTURE, alt: '城楼一角' }, '图一　城楼', '某甲 摄'),
      ...chapters(3, false),
    ]),
    work('stage', [
      heading(1, title('诗与剧')),
      verse(stanza('床前明月光，', '疑是地上霜。'), stanza(prose(60, 1), '低头思故乡。')),
      stage('午后，客厅。'),
      ...[1, 2, 3, 4].flatMap((n) => [
        speech(
          speaker(['某', '某甲', '名字极长极长的人物', '某乙'][n - 1] ?? ''),
          paragraph(prose(50 * n, n), stage('（停）'), prose(20)),
          paragraph(prose(40, n)),
        ),
      ]),
      speech(speaker('某丙'), verse(stanza('天上的云，', '地上的风。')), stage('下。')),
    ]),
    work('one', [heading(1, title('一字')), paragraph('完')]),
  )
}

/** A work of about so many pages of A5, with a note on every other page. */
export function longEdition(pages: number, notes = true, works = 10): Edition {
  serial = 0
  const each = Math.round((pages * 2.6) / works)
  return edition(
    META,
    ...Array.from({ length: works }, (_, w) =>
      work(`w${w + 1}`, [heading(1, title(`第${w + 1}篇`)), ...chapters(each, notes)]),
    ),
  )
}
