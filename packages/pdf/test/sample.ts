import { type FinishOptions, hintLanguage } from '../src/index.ts'

const hint = (name: Parameters<typeof hintLanguage>[1]): string => hintLanguage('zh-Hans', name)

const LINES = [
  '天地玄黄，宇宙洪荒。日月盈昃，辰宿列张。寒来暑往，秋收冬藏。',
  '闰余成岁，律吕调阳。云腾致雨，露结为霜。金生丽水，玉出昆冈。',
  '剑号巨阙，珠称夜光。果珍李柰，菜重芥姜。海咸河淡，鳞潜羽翔。',
]

/** A paragraph of some length. */
export function paragraph(number: number): string {
  return `第${number}段。${LINES.join('').repeat(3)}`
}

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg=='

/** One of everything that a book may hold, over several pages. */
export const SAMPLE = `
<nav lang="${hint('toc')}"><h1 id="toc">目录</h1><ol>
<li><a href="#w1">第一篇 <span>1</span></a><ol><li><a href="#s1">第一节</a></li></ol></li>
<li><a href="#w2">第二篇</a></li></ol><a href="#toc">上</a></nav>
<section style="break-before:page"><h1 id="w1">第一篇 题</h1><h3 id="s1">第一节</h3>
<p>${paragraph(1)}</p>
<p>民见门车，<em>强调</em>与<strong>重点</strong>，<span role="group" lang="${hint('ruby')}" style="display:ruby"><span role="group" lang="${hint('base')}">漢</span><span role="group" lang="${hint('rt')}" style="display:ruby-text">hàn</span></span>，Latin text 混排，<span style="color:#b00">红</span><span style="color:#777">灰</span><span style="color:rgba(0,0,0,.6)">半透明</span>。注<a id="r1" href="#n1" role="doc-noteref"><sup>①</sup></a>。外链<a href="https://example.org/a?b=1&amp;c">例</a>。</p>
<aside lang="${hint('note')}" id="n1"><p><a href="#r1" role="doc-backlink">①</a> 注文，<i>斜体</i>。</p></aside>
<p>第二处<a id="r2" href="#n2" role="doc-noteref"><sup>②</sup></a>。</p>
<aside lang="${hint('note')}" id="n2"><a href="#r2" role="doc-backlink">②</a>又一条注。</aside>
<figure><img alt="渐变图" width="60" height="40" src="data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg' width='60' height='40'><defs><linearGradient id='g'><stop offset='0' stop-color='red'/><stop offset='1' stop-color='blue'/></linearGradient></defs><rect width='60' height='40' fill='url(%23g)' opacity='.5'/></svg>"><img alt="位图" width="20" height="20" src="data:image/png;base64,${PIXEL}"><figcaption>图一 说明</figcaption></figure>
<div style="opacity:.5"><p>透明组内的字。</p></div>
<blockquote><p>引文一段。</p></blockquote>
<ul><li>项一</li><li>项二<ul><li>项二之一</li></ul></li></ul>
<ol><li><span role="group" lang="${hint('label')}">甲</span>条文</li></ol>
<table><caption>表一</caption><thead><tr><th>名</th><th>字</th></tr></thead><tbody><tr><th>甲</th><td>乙</td></tr><tr><td colspan="2">合</td></tr></tbody></table>
<hr><div style="background:#eee;overflow:hidden"><p>底色<u>划线</u>与<mark>标记</mark></p></div>
</section>
<section style="break-before:page"><h1 id="w2">第二篇</h1>
${[2, 3, 4, 5, 6, 7, 8].map((number) => `<p>${paragraph(number)}</p>`).join('\n')}
</section>`

export const OPTIONS: FinishOptions = {
  title: '印样 & <样书>',
  subtitle: '副题',
  authors: ['甲', '乙'],
  contributors: ['丙'],
  language: 'zh-Hans',
  date: '2023-05-01',
  id: 'urn:uuid:00000000-0000-4000-8000-000000000001',
  generator: 'Huijiao test',
  outline: [
    { title: '目录', dest: 'toc', children: [] },
    {
      title: '第一篇 题',
      dest: 'w1',
      children: [{ title: '第一节', dest: 's1', children: [] }],
    },
    { title: '第二篇', dest: 'w2', children: [] },
  ],
  trim: { width: 148, height: 210 },
  pageLabels: [
    { from: 0, style: 'roman', start: 1 },
    { from: 1, style: 'arabic', start: 1 },
  ],
}
