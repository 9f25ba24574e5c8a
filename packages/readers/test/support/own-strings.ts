import { strFromU8, unzipSync } from 'fflate'
import { fromHtml } from 'hast-util-from-html'
import type { Nodes } from 'hast'

/**
 * The strings that a file of a format has, by a way of its own: the letters of each must stand in the text or among what
 * is set aside.
 */
export const OWN_STRINGS: Readonly<Record<string, (bytes: Uint8Array) => string[]>> = {
  alto: (bytes) =>
    [...decode(bytes).matchAll(/<(?:\w+:)?String\b[^>]*?\sCONTENT\s*=\s*(["'])(.*?)\1/gsu)].map(
      ([, , content = '']) => unescaped(content),
    ),
  page: (bytes) => lineTexts(decode(bytes)).map((line) => unescaped(line)),
  hocr: (bytes) => wordsOf(fromHtml(decode(bytes)), 'ocr_line'),
  docx: (bytes) =>
    ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml'].flatMap((name) => {
      const member = unzipSync(bytes)[name]
      if (member === undefined) return []
      // What was deleted is no text, and of two forms of one thing the first is read.
      const xml = strFromU8(member).replaceAll(/<mc:Fallback>.*?<\/mc:Fallback>/gsu, '')
      return [...xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/gu)].map(([, t = '']) =>
        unescaped(t),
      )
    }),
  kanripo: (bytes) =>
    decode(bytes)
      .replaceAll(/^#.*$/gmu, '')
      // Descriptions of characters without a code are read as one sign.
      .replaceAll(/<pb:[^>]*>|&[^;\s]+;|\[[^[\]\n]*\]|[¶@*()/]/gu, '\n')
      .split('\n'),
  collatex: (bytes) => {
    const { witnesses } = JSON.parse(decode(bytes)) as {
      witnesses: { content?: string; tokens?: { t: string }[] }[]
    }
    return witnesses.flatMap(({ content, tokens = [] }) => content ?? tokens.map(({ t }) => t))
  },
  tei: (bytes) =>
    decode(bytes)
      .replace(/^.*<body\b[^>]*>/su, '')
      .replace(/<\/body>.*$/su, '')
      .replaceAll(/<!--.*?-->/gsu, '')
      .split(/<[^>]*>/u)
      .map(unescaped),
}

function decode(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  return new TextDecoder(/encoding="([\w-]+)"/u.exec(head)?.[1] ?? 'utf-8').decode(bytes)
}

/** The text that a line of PAGE-XML gives itself; of a line that gives none, that of its words. */
function lineTexts(xml: string): string[] {
  const lines = [...xml.matchAll(/<(?:\w+:)?TextLine\b.*?<\/(?:\w+:)?TextLine>/gsu)]
  return lines.flatMap(([line]) => {
    const bare = line.replaceAll(/<(?:\w+:)?Word\b.*?<\/(?:\w+:)?Word>/gsu, '')
    const own = unicodeIn(bare)
    if (own.length > 0) return own.slice(0, 1)
    return unicodeIn(line.replaceAll(/<(?:\w+:)?Glyph\b.*?<\/(?:\w+:)?Glyph>/gsu, ''))
  })
}

const unicodeIn = (xml: string): string[] =>
  [...xml.matchAll(/<(?:\w+:)?Unicode>([^<]*)</gu)].map(([, text = '']) => text)

function wordsOf(node: Nodes, className: string): string[] {
  const classes = node.type === 'element' ? node.properties.className : undefined
  if (Array.isArray(classes) && classes.includes(className)) return [textOf(node)]
  return 'children' in node ? node.children.flatMap((child) => wordsOf(child, className)) : []
}

const textOf = (node: Nodes): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join('') : ''

/** References as characters. */
const unescaped = (text: string): string => textOf(fromHtml(text, { fragment: true }))
