import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openPdf } from '../src/file.ts'
import { PDFContext, PDFDict, PDFHexString, PDFName, PDFRawStream } from '../src/pdf-lib.ts'
import { savePdf } from '../src/save.ts'

/** A file of empty pages with these titles, and an object that nothing reaches. */
function fileOf(titles: readonly string[]): { readonly context: PDFContext } {
  const context = PDFContext.create()
  const [catalog, tree] = [context.nextRef(), context.nextRef()]
  const pages = titles.map((title, index) => {
    const dict = PDFDict.withContext(context)
    dict.set(PDFName.of('Type'), PDFName.of('Page'))
    dict.set(PDFName.of('Parent'), tree)
    dict.set(PDFName.of('Title'), PDFHexString.fromText(title))
    const stream = PDFRawStream.of(PDFDict.withContext(context), Buffer.from(`% ${index}\n`))
    dict.set(PDFName.of('Contents'), context.register(stream))
    return context.register(dict)
  })
  context.assign(catalog, context.obj({ Type: 'Catalog', Pages: tree }))
  context.assign(tree, context.obj({ Type: 'Pages', Kids: pages, Count: pages.length }))
  context.register(PDFRawStream.of(PDFDict.withContext(context), Buffer.from('Lost')))
  context.trailerInfo.Root = catalog
  return { context }
}

describe('savePdf', () => {
  test('reads back as written, what nothing reaches left out', async () => {
    const titles = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 300 })
    await fc.assert(
      fc.asyncProperty(titles, async (words) => {
        const bytes = await savePdf(fileOf(words), 'id')
        expect(Buffer.compare(await savePdf(fileOf(words), 'id'), bytes)).toBe(0)
        const { pages } = await openPdf(bytes)
        const read = pages.map(({ dict }) => dict.lookup(PDFName.of('Title'), PDFHexString))
        expect(read.map((title) => title.decodeText())).toEqual(words)
        expect(Buffer.from(bytes).includes('Lost')).toBe(false)
      }),
      { seed: 6, numRuns: 20 },
    )
  })

  test('the identifier keeps its first half for the edition, and its second for the content', async () => {
    const halves = async (id: string, title: string): Promise<string[]> => {
      const text = Buffer.from(await savePdf(fileOf([title]), id)).toString('latin1')
      return /\/ID \[ <(\w+)> <(\w+)> \]/.exec(text)?.slice(1) ?? []
    }
    const [first, second] = await halves('a', '甲')
    expect(first).toMatch(/^[0-9A-F]{32}$/)
    expect(second).not.toMatch(/^0+$/)
    expect((await halves('a', '乙'))[0]).toBe(first)
    expect((await halves('a', '乙'))[1]).not.toBe(second)
    expect((await halves('b', '甲'))[0]).not.toBe(first)
  })
})
