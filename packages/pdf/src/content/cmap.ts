/** The text of each code of a font: a `ToUnicode` map as values. */
export type CodeTexts = ReadonlyMap<number, string>

/**
 * Characters that a face maps to the glyph of another: Kangxi and CJK radicals, compatibility ideographs,
 * punctuation as it stands in vertical lines.
 */
const STAND_INS = /[\u2e80-\u2fdf\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe48\u{2f800}-\u{2fa1f}]/u
const RADICALS = /[\u2e80-\u2fdf]/u

/** Vertical forms and the punctuation that they stand for. */
const VERTICAL: ReadonlyMap<string, string> = new Map(
  pairs(
    '︐，︑、︒。︓：︔；︕！︖？︗〖︘〗︙…︰‥︱—︲–︵（︶）︷｛︸｝︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』﹇［﹈］',
  ),
)

function pairs(text: string): [string, string][] {
  return (text.match(/../gu) ?? []).map((pair) => [pair[0] ?? '', pair[1] ?? ''])
}

/** Reads a `ToUnicode` map. Source: ISO 32000-1, 9.10.3. */
export function parseCMap(cmap: string): Map<number, string> {
  const texts = new Map<number, string>()
  for (const [, kind, body] of cmap.matchAll(/begin(bfchar|bfrange)(.*?)end\1/gs)) {
    const words = [...(body ?? '').matchAll(/<([0-9a-fA-F\s]*)>|(\[)|(\])/g)]
    for (let at = 0; at < words.length; ) {
      const first = hex(words[at]?.[1])
      if (kind === 'bfchar') {
        texts.set(first, textOfHex(words[at + 1]?.[1]))
        at += 2
        continue
      }
      const last = hex(words[at + 1]?.[1])
      if (words[at + 2]?.[2] === undefined) {
        const text = textOfHex(words[at + 2]?.[1])
        for (let code = first; code <= last; code++) texts.set(code, advanced(text, code - first))
        at += 3
        continue
      }
      at += 3
      for (
        let code = first;
        words[at] !== undefined && words[at]?.[3] === undefined;
        code++, at++
      ) {
        texts.set(code, textOfHex(words[at]?.[1]))
      }
      at++
    }
  }
  return texts
}

/** A text with the characters for which its radicals and vertical forms stand, as far as that is fixed. */
export function plainText(text: string): string {
  if (!isStandIn(text)) return text
  return RADICALS.test(text) ? text.normalize('NFKC') : (VERTICAL.get(text) ?? text)
}

/** Whether a text holds a character that may stand for another one. */
export function isStandIn(text: string): boolean {
  return STAND_INS.test(text)
}

/** Whether a text holds a Kangxi or a CJK radical. */
export function hasRadical(text: string): boolean {
  return RADICALS.test(text)
}

/** Writes a `ToUnicode` map for two-byte codes. */
export function printCMap(texts: CodeTexts): string {
  const lines = [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000> <FFFF>',
    'endcodespacerange',
  ]
  const sorted = [...texts].sort(([a], [b]) => a - b)
  for (let from = 0; from < sorted.length; from += 100) {
    const block = sorted.slice(from, from + 100)
    lines.push(`${block.length} beginbfchar`)
    for (const [code, text] of block) lines.push(`<${hex4(code)}> <${hexOfText(text)}>`)
    lines.push('endbfchar')
  }
  lines.push('endcmap', 'CMapName currentdict /CMap defineresource pop', 'end', 'end', '')
  return lines.join('\n')
}

function hex(text: string | undefined): number {
  return Number.parseInt((text ?? '').replace(/\s/g, ''), 16)
}

function textOfHex(text: string | undefined): string {
  const digits = (text ?? '').replace(/\s/g, '')
  let out = ''
  for (let at = 0; at + 4 <= digits.length; at += 4) {
    out += String.fromCharCode(Number.parseInt(digits.slice(at, at + 4), 16))
  }
  return out
}

/** A text whose last code unit is advanced, as ranges do. */
function advanced(text: string, by: number): string {
  if (by === 0 || text === '') return text
  return text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + by)
}

function hex4(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0')
}

function hexOfText(text: string): string {
  let out = ''
  for (let at = 0; at < text.length; at++) out += hex4(text.charCodeAt(at))
  return out
}
