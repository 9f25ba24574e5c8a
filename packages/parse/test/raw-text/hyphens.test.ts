import { describe, expect, it } from 'vitest'
import { editionOf } from './edition.ts'

const PRINTED = `Lamps on the quay

The harbour office keeps a list of every boat that has left since the old light-
house was built, and the youngest clerk is still asked to copy it in a neigh\u00AD
bourly hand. Nobody reads the list; but a self-
taught sailor once found his father’s name there.

港务处保存着一份名单，每条船出港的日子都写在上面，字迹工整，纸已经发黄了。
`

describe('a word that a hyphen breaks at the end of a line', () => {
  it('is whole in the text, and keeps a hyphen of its own', () => {
    const { text } = editionOf([PRINTED])
    expect(text.split('\n')[1]).toBe(
      'The harbour office keeps a list of every boat that has left since the old lighthouse was built, and the youngest ' +
        'clerk is still asked to copy it in a neighbourly hand. Nobody reads the list; but a self-taught sailor once found ' +
        'his father’s name there.',
    )
  })

  it('is no reading against a copy without line ends', () => {
    const whole = PRINTED.replace('light-\n', 'light')
      .replace('\u00AD\n', '')
      .replace('self-\n', 'self-')
    expect(editionOf([PRINTED, whole]).loci).toEqual([])
  })

  it('keeps the hyphen before a capital', () => {
    const { text } = editionOf([PRINTED.replace('old light-\nhouse', 'Anglo-\nSaxon port')])
    expect(text).toContain('since the Anglo-Saxon port was built')
  })

  it('goes on over a line of Chinese that stands between, as two columns by turns have it', () => {
    const lines = [
      'The quay will be closed for restora-',
      '码头因修缮暂停使用，',
      'tion until the first of Octo-',
      '至十月一日止，',
      'ber. We apologise for the incon-',
      '不便之处，敬请',
      'venience.',
      '谅解。',
    ]
    expect(
      editionOf([`Notice\n\n${lines.join('\n')}\n`])
        .text.split('\n')
        .slice(1, 3),
    ).toEqual([
      'The quay will be closed for restoration until the first of October. We apologise for the inconvenience.',
      '码头因修缮暂停使用，至十月一日止，不便之处，敬请谅解。',
    ])
  })
})
