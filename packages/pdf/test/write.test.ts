import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openPdf } from '../src/file.ts'
import { PdfError } from '../src/index.ts'
import { PDFContext, PDFDict, PDFHexString, PDFName, PDFRawStream } from '../src/pdf-lib.ts'
import { writePdf } from '../src/write.ts'

/** A file of empty pages, its objects numbered in the order given; some that nothing reaches among them. */
function file(order: readonly number[], titles: readonly string[]): PDFContext {
  const context = PDFContext.create()
  const refs = new Map<number, ReturnType<PDFContext['nextRef']>>()
  for (const key of order) refs.set(key, context.nextRef())
  const refOf = (key: number) => {
    const ref = refs.get(key)
    if (ref === undefined) throw new Error(`no object ${key}`)
    return ref
  }
  const pages = titles.map((_, index) => refOf(index + 2))
  context.assign(refOf(0), context.obj({ Type: 'Catalog', Pages: refOf(1) }))
  context.assign(refOf(1), context.obj({ Type: 'Pages', Kids: pages, Count: pages.length }))
  titles.forEach((title, index) => {
    const dict = PDFDict.withContext(context)
    dict.set(PDFName.of('Type'), PDFName.of('Page'))
    dict.set(PDFName.of('Parent'), refOf(1))
    dict.set(PDFName.of('Title'), PDFHexString.fromText(title))
    const stream = PDFRawStream.of(PDFDict.withContext(context), Buffer.from(`% ${index}\n`))
    dict.set(PDFName.of('Contents'), context.register(stream))
    context.assign(refOf(index + 2), dict)
  })
  context.register(context.obj({ Lost: true }))
  context.trailerInfo.Root = refOf(0)
  return context
}

describe('writePdf', () => {
  test('reads back as written, whatever the objects were called', async () => {
    const titles = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 500 })
    await fc.assert(
      fc.asyncProperty(titles, fc.integer(), async (words, seed) => {
        const keys = Array.from({ length: words.length + 2 }, (_, key) => key)
        const shuffled = [...keys].sort((a, b) => Math.sin(a * seed) - Math.sin(b * seed))
        const bytes = await writePdf(file(keys, words), 'id')
        expect(Buffer.compare(await writePdf(file(shuffled, words), 'id'), bytes)).toBe(0)
        const { pages } = await openPdf(bytes)
        const read = pages.map(({ dict }) => dict.lookup(PDFName.of('Title'), PDFHexString))
        expect(read.map((title) => title.decodeText())).toEqual(words)
        expect(Buffer.from(bytes).includes('Lost')).toBe(false)
      }),
      { seed: 6, numRuns: 30 },
    )
  })

  test('the identifier keeps its first half for the edition, and its second for the content', async () => {
    const halves = async (id: string, title: string): Promise<string[]> => {
      const text = Buffer.from(await writePdf(file([0, 1, 2], [title]), id)).toString('latin1')
      return /\/ID\[<(\w+)><(\w+)>\]/.exec(text)?.slice(1) ?? []
    }
    const [first, second] = await halves('a', '甲')
    expect((await halves('a', '乙'))[0]).toBe(first)
    expect((await halves('a', '乙'))[1]).not.toBe(second)
    expect(await halves('b', '甲')).toEqual([expect.not.stringMatching(first ?? ''), second])
  })

  test('a file without a catalog is refused', async () => {
    await expect(writePdf(PDFContext.create(), 'id')).rejects.toThrow(PdfError)
  })
})
