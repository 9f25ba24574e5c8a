import { readFile, writeFile } from 'node:fs/promises'
import { type Crop, pictureOf } from './picture.ts'

/** A picture for the documentation. */
interface Picture {
  readonly name: string
  /** From 1. */
  readonly page: number
  /** Of the whole page, in pixels. */
  readonly width: number
  readonly crop?: Crop
}

/** Pages of the book of `docs/crossing`: its first page of text, and an entry of its apparatus. */
const PICTURES: readonly Picture[] = [
  { name: 'page', page: 5, width: 560, crop: { left: 0, top: 0.12, right: 1, bottom: 1 } },
  {
    name: 'apparatus',
    page: 7,
    width: 840,
    crop: { left: 0.05, top: 0.11, right: 0.97, bottom: 0.465 },
  },
]

// `node packages/proof/dist/pictures.js BOOK.pdf docs/pictures`
const [book = '', folder = ''] = process.argv.slice(2)
const pdf = await readFile(book)
for (const { name, page, width, crop } of PICTURES)
  await writeFile(`${folder}/${name}.png`, await pictureOf(pdf, page, width, crop))
