import { createHash } from 'node:crypto'
import { zlibSync } from 'fflate'
import { type Deflater, LEVEL } from './deflate.ts'
import { PdfError } from './errors.ts'
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from './pdf-lib.ts'

const PER_STREAM = 200

/**
 * Writes the objects that the trailer reaches as PDF 1.7 with object streams. Objects are numbered in the
 * order in which a walk from the catalog meets them, and the file identifier is a hash: equal content gives
 * equal bytes.
 *
 * @param id seed of the permanent half of the file identifier.
 */
export async function writePdf(
  context: PDFContext,
  id: string,
  deflater: Pick<Deflater, 'deflate'> = HERE,
): Promise<Uint8Array> {
  const { Root, Info } = context.trailerInfo
  if (!(Root instanceof PDFRef)) throw new PdfError('pdf-trailer', 'the trailer has no catalog')
  const numbers = numberObjects(context, Info instanceof PDFRef ? [Root, Info] : [Root])
  const print = printer(numbers)
  const out = new Output()
  // The second line tells transfer programs that the file is binary.
  out.latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')
  const entries: Entry[] = [{ kind: 0, first: 0, second: 65535 }]
  const packs: Pack[] = []
  let pack: { readonly number: number; readonly text: string }[] = []
  const close = (): void => {
    if (pack.length > 0) packs.push(packed(pack, deflater))
    pack = []
  }
  for (const [ref, number] of numbers) {
    const object = context.lookup(ref)
    if (object instanceof PDFStream) {
      entries[number] = { kind: 1, first: out.length, second: 0 }
      stream(out, number, object, print)
    } else {
      pack.push({ number, text: print(object) })
      if (pack.length === PER_STREAM) close()
    }
  }
  close()
  let next = numbers.size + 1
  for (const { objects, first, deflated } of packs) {
    for (const [index, number] of objects.entries()) {
      entries[number] = { kind: 2, first: next, second: index }
    }
    entries[next] = { kind: 1, first: out.length, second: 0 }
    objectStream(out, next, objects.length, first, await deflated)
    next++
  }
  const xref = out.length
  entries[next] = { kind: 1, first: xref, second: 0 }
  const permanent = hash(new TextEncoder().encode(id))
  const trailer =
    `/Root ${numbers.get(Root)} 0 R` +
    (Info instanceof PDFRef ? `/Info ${numbers.get(Info)} 0 R` : '') +
    `/ID[<${permanent}><${hash(out.bytes())}>]`
  const table = xrefTable(entries)
  const deflated = await deflater.deflate(table)
  out.latin1(
    `${next} 0 obj\n<</Type/XRef/Size ${next + 1}/W[1 4 2]${trailer}/Filter/FlateDecode/Length ${deflated.length}>>stream\n`,
  )
  out.append(deflated)
  out.latin1(`\nendstream\nendobj\nstartxref\n${xref}\n%%EOF\n`)
  return out.bytes().slice()
}

interface Entry {
  readonly kind: 0 | 1 | 2
  readonly first: number
  readonly second: number
}

type Print = (object: PDFObject | undefined) => string

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32).toUpperCase()
}

/** Numbers what the roots reach, breadth first, from 1. */
function numberObjects(context: PDFContext, roots: readonly PDFRef[]): Map<PDFRef, number> {
  const numbers = new Map<PDFRef, number>()
  const queue: PDFRef[] = []
  const meet = (object: PDFObject): void => {
    if (object instanceof PDFRef) {
      if (numbers.has(object) || context.lookup(object) === undefined) return
      numbers.set(object, numbers.size + 1)
      queue.push(object)
    } else if (object instanceof PDFDict) {
      for (const value of object.asMap().values()) meet(value)
    } else if (object instanceof PDFArray) {
      for (const value of object.asArray()) meet(value)
    } else if (object instanceof PDFStream) {
      meet(object.dict)
    }
  }
  for (const root of roots) meet(root)
  for (let at = 0; at < queue.length; at++) {
    const object = context.lookup(queue[at])
    if (object !== undefined) meet(object)
  }
  return numbers
}

function printer(numbers: ReadonlyMap<PDFRef, number>): Print {
  const names = new Map<PDFName, string>()
  const nameText = (key: PDFName): string => {
    const known = names.get(key)
    if (known !== undefined) return known
    const text = key.toString()
    names.set(key, text)
    return text
  }
  const print: Print = (object) => {
    if (object instanceof PDFName) return nameText(object)
    if (object instanceof PDFRef) {
      const number = numbers.get(object)
      return number === undefined ? ' null' : ` ${number} 0 R`
    }
    if (object instanceof PDFNumber) return ` ${object.toString()}`
    if (object instanceof PDFDict) {
      let text = '<<'
      for (const [key, value] of object.asMap()) text += nameText(key) + print(value)
      return `${text}>>`
    }
    if (object instanceof PDFArray) {
      let text = '['
      for (const value of object.asArray()) text += print(value)
      return `${text}]`
    }
    if (object instanceof PDFString || object instanceof PDFHexString) return object.toString()
    return object === undefined ? ' null' : ` ${object.toString()}`
  }
  return print
}

function stream(out: Output, number: number, object: PDFStream, print: Print): void {
  const contents = object instanceof PDFRawStream ? object.contents : object.getContents()
  object.dict.set(PDFName.of('Length'), PDFNumber.of(contents.length))
  out.latin1(`${number} 0 obj\n${print(object.dict)}stream\n`)
  out.append(contents)
  out.latin1('\nendstream\nendobj\n')
}

/** Objects that share a stream. */
interface Pack {
  readonly objects: readonly number[]
  /** Where the first object begins. */
  readonly first: number
  readonly deflated: Promise<Uint8Array>
}

function packed(
  objects: readonly { readonly number: number; readonly text: string }[],
  deflater: Pick<Deflater, 'deflate'>,
): Pack {
  const heads: string[] = []
  let body = ''
  for (const object of objects) {
    heads.push(`${object.number} ${body.length}`)
    body += `${object.text}\n`
  }
  const head = `${heads.join(' ')}\n`
  const deflated = deflater.deflate(Buffer.from(head + body, 'latin1'))
  // It is waited for later.
  deflated.catch(() => undefined)
  return { objects: objects.map((o) => o.number), first: head.length, deflated }
}

/** Without a thread. */
const HERE: Pick<Deflater, 'deflate'> = {
  deflate: (bytes) => Promise.resolve(zlibSync(bytes, { level: LEVEL })),
}

function objectStream(
  out: Output,
  number: number,
  count: number,
  first: number,
  deflated: Uint8Array,
): void {
  out.latin1(
    `${number} 0 obj\n<</Type/ObjStm/N ${count}/First ${first}/Filter/FlateDecode/Length ${deflated.length}>>stream\n`,
  )
  out.append(deflated)
  out.latin1('\nendstream\nendobj\n')
}

function xrefTable(entries: readonly Entry[]): Uint8Array {
  const table = new Uint8Array(entries.length * 7)
  const view = new DataView(table.buffer)
  entries.forEach((entry, index) => {
    view.setUint8(index * 7, entry.kind)
    view.setUint32(index * 7 + 1, entry.first)
    view.setUint16(index * 7 + 5, entry.second)
  })
  return table
}

/** A growing array of bytes. */
class Output {
  private data = new Uint8Array(1 << 20)
  length = 0

  append(bytes: Uint8Array): void {
    const needed = this.length + bytes.length
    if (needed > this.data.length) {
      const grown = new Uint8Array(Math.max(needed, this.data.length * 2))
      grown.set(this.data.subarray(0, this.length))
      this.data = grown
    }
    this.data.set(bytes, this.length)
    this.length = needed
  }

  latin1(text: string): void {
    this.append(Buffer.from(text, 'latin1'))
  }

  bytes(): Uint8Array {
    return this.data.subarray(0, this.length)
  }
}
