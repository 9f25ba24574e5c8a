import { readPrinted } from '@huijiao/proof'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { destinationsOf } from '../src/destinations.ts'
import { lookup, numbersOf, openPdf, textOf } from '../src/file.ts'
import { type Destination, finishPdf } from '../src/index.ts'
import { annotationsOf } from '../src/places.ts'
import { PLACES } from '../src/prepare.ts'
import { openPress, type Press } from './press.ts'
import { OPTIONS } from './sample.ts'

const placesIn = async (bytes: Uint8Array) => destinationsOf(await openPdf(bytes))

let press: Press
beforeAll(async () => {
  press = await openPress()
})
afterAll(() => press.close())

const filler = '天地玄黄，宇宙洪荒。'.repeat(60)
const link = (ids: readonly string[], to: string, words: string): string =>
  `<a href="${PLACES}${ids.map(encodeURIComponent).join('/')}#${encodeURIComponent(to)}">${words}</a>`

/** A call and its note on another page, a link over two lines, and a heading with a plain link. */
const HTML = `<p><a href="#head">题</a>${filler}${link(['call'], '注一', '①')}${filler}</p>
<h1 id="head" style="break-before:page">题</h1><p>${link(['注一', 'line'], 'call', '注')}${filler}</p>
<p>${'天'.repeat(22)}${link(['two'], '注一', '地玄黄，宇宙洪荒。日月盈昃')}${filler}</p>`

const FINISH = { ...OPTIONS, outline: [{ title: '题', dest: 'head', children: [] }] }

describe('links that say what stands there', () => {
  test('become links within the book, and places of what begins with them', async () => {
    const print = await press.print(HTML)
    let shown: ReadonlyMap<string, Destination> = new Map()
    const agree = (places: ReadonlyMap<string, Destination>): void => {
      shown = places
    }
    const finished = await finishPdf(print, { ...FINISH, agree })
    const places = await placesIn(finished)
    expect([...places.keys()].sort()).toEqual(['call', 'head', 'line', 'two', '注一'])
    expect(new Map(shown)).toEqual(places)
    const links = (await readPrinted(finished)).flatMap((page) => page.links)
    const [head, call, note, ...two] = links
    expect(links.map((l) => [l.to, l.page, l.target])).toEqual([
      ['head', 0, places.get('head')?.page],
      ['%E6%B3%A8%E4%B8%80', call?.page, note?.page],
      ['call', note?.page, call?.page],
      ...two.map((l) => ['%E6%B3%A8%E4%B8%80', l.page, note?.page]),
    ])
    expect(head?.target).toBe(note?.page)
    // A link that goes on in the next line has two rectangles, of which the place is the upper left corner.
    expect(two).toHaveLength(2)
    const file = await openPdf(finished)
    const rects = [...annotationsOf(file).keys()].map((a) => numbersOf(lookup(a, 'Rect')) ?? [])
    expect(places.get('call')).toEqual({ page: call?.page, x: rects[1]?.[0], y: rects[1]?.[3] })
    expect(places.get('two')?.x).toBe(Math.min(...rects.slice(3).map(([left = 0]) => left)))
    expect(places.get('two')?.y).toBe(Math.max(...rects.slice(3).map(([, , , top = 0]) => top)))
    expect(places.get('line')).toEqual(places.get('注一'))
    expect([...annotationsOf(file).keys()].map((a) => textOf(lookup(a, 'Contents')))).toContain('①')
  })

  test('lie elsewhere with a bleed and marks, as all does', async () => {
    const print = await press.print(HTML)
    const plain = await placesIn(await finishPdf(print, FINISH))
    const trim = { width: OPTIONS.trim.width - 6, height: OPTIONS.trim.height - 6 }
    const marked = await placesIn(
      await finishPdf(print, { ...FINISH, trim, bleed: 3, marks: true }),
    )
    const moved = [...plain].map(([id, { x, y }]) => [
      (marked.get(id)?.x ?? 0) - x,
      (marked.get(id)?.y ?? 0) - y,
    ])
    for (const [x, y] of moved) {
      expect(x).toBeCloseTo(moved[0]?.[0] ?? 0, 3)
      expect(y).toBeCloseTo(moved[0]?.[1] ?? 0, 3)
      expect(x).toBeGreaterThan(10)
    }
  })
})
