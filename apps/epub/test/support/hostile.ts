import {
  app,
  type Edition,
  edition,
  heading,
  lacuna,
  paragraph,
  reading,
  ruby,
  title,
  work,
} from '@huijiao/ast'
import { sample } from './sample.ts'

/** Strings that a renderer must print as they are, or drop, and never obey. */
export const HOSTILE: Readonly<Record<string, string>> = {
  script: '<script>globalThis.owned = true</script>',
  handler: '<img src="x" onerror="owned=1" onload=owned=1>',
  link: '<a href="javascript:owned=1">点</a>',
  style: '</style><style>body{display:none}</style>',
  entity: '&lt;b&gt; &amp; &#60;script&#62; &nbsp; &xxe; &#x0;',
  doctype: '<!DOCTYPE x [<!ENTITY xxe SYSTEM "file:///etc/passwd">]>',
  cdata: ']]> <![CDATA[ x ]]> <?php echo 1 ?> <!-- 注 -->',
  quotes: `"' onmouseover="owned=1" x='`,
  template: '<%= 1 + 1 %> ${1 + 1} {{ 1 + 1 }}',
  markdown: '![图](https://example.com/x.png) [链](javascript:owned=1)',
  data: 'data:text/html,<script>owned=1</script>',
  namespace: '</body></html><svg onload="owned=1"/>',
}

/** Characters that XML forbids or that deceive the eye. */
const CONTROLS = '甲\u0000乙\u0001丙\u0008丁\u000b戊\u001f己\u007f庚\u0085辛\ufffe壬\uffff癸'
const BIDI = '子\u202e丑\u2066寅\u2069卯\u200f辰\u061c巳'

/** An edition whose every string is hostile. */
export function hostileEdition(): Edition {
  const base = sample()
  const all = Object.values(HOSTILE)
  const bad = `${all.join(' ')} ${CONTROLS} ${BIDI}`
  return edition(
    {
      ...base.meta,
      title: `恶 ${HOSTILE['script']}`,
      subtitle: HOSTILE['quotes'] ?? '',
      publisher: HOSTILE['entity'] ?? '',
      description: `${HOSTILE['handler']}${CONTROLS}`,
      rights: HOSTILE['link'] ?? '',
      contributors: [
        { name: `编 ${HOSTILE['quotes']}${BIDI}`, role: 'edt', fileAs: `${HOSTILE['template']}` },
      ],
      witnesses: base.meta.witnesses.map((witness) => ({
        ...witness,
        description: `${witness.description}${bad}`,
      })),
      note: [bad],
    },
    work(
      'h-1',
      [
        heading(1, title(`题 ${bad}`)),
        ...Object.values(HOSTILE).map((text) => paragraph(text)),
        paragraph(CONTROLS),
        paragraph(BIDI),
        paragraph(
          '异文',
          app(
            'h-1-a',
            `正${HOSTILE['script']}`,
            [
              reading('lemma', `正${HOSTILE['script']}`, ['甲']),
              reading('substitution', bad, ['乙']),
            ],
            {
              ruling: { reason: bad, citation: bad, by: `${HOSTILE['link']}`, date: '2023-01-01' },
              evidence: [
                {
                  method: '对校',
                  supports: '正',
                  weight: 1,
                  reason: { kind: 'dittography', repeated: bad },
                  places: [],
                },
              ],
              method: '对校',
              certainty: 'high',
            },
          ),
          '。',
        ),
        paragraph(ruby('字', `${HOSTILE['script']}`)),
        lacuna({ reason: bad }),
      ],
      { sigla: ['甲', '乙'] },
    ),
  )
}

/** A title of ten thousand characters. */
export function longTitle(): Edition {
  const base = sample()
  const long = '很长的题目'.repeat(2000)
  return edition(
    { ...base.meta, title: long },
    work('long', [heading(1, title(long)), paragraph('正文。')], { sigla: ['甲'] }),
  )
}

/** Works without text, and a work without a heading. */
export function emptyWorks(): Edition {
  const base = sample()
  return edition(
    base.meta,
    work('empty-1', [], { sigla: [] }),
    work('empty-2', [heading(1, title(''))], { sigla: ['甲'] }),
    work('empty-3', [heading(1, title('有题无文'))], { sigla: ['甲'] }),
    work('empty-4', [paragraph('有文无题。')], { sigla: ['甲'] }),
  )
}

/** No works at all. */
export function noWorks(): Edition {
  return edition(sample().meta)
}
