import { describe, expect, it } from 'vitest'
import { pictureFile } from '../../src/read/picture-file.ts'

const PRESENT = ['a/0001.xml', 'a/0001.png', 'scans/0002.jpg', 'scans/0003.tif', 'b.html', 'b.png']

describe('the picture of a page', () => {
  it.each([
    ['a/0001.xml', '0001.png', 'a/0001.png'],
    ['a/0001.xml', './0001.png', 'a/0001.png'],
    ['a/0001.xml', 'D:\\scans\\vol1\\0001.tif', 'a/0001.png'],
    ['a/0002.xml', 'file:///archive/0002.jp2', 'scans/0002.jpg'],
    ['0003.xml', 'scans/0003.tif', 'scans/0003.tif'],
    ['b.html', 'b.png', 'b.png'],
    ['b.html', '0009.png', undefined],
    ['b.html', '../../secret/0002', 'scans/0002.jpg'],
    ['b.html', 'https://example.org/iiif/b.png/full/max/0/default.jpg', undefined],
  ])('that %s names %s is %s', (file, image, found) => {
    expect(pictureFile(file, image, PRESENT)).toBe(found)
  })
})
