import { createHash } from 'node:crypto'
import type { Locus } from '@huijiao/model'

/** How much context on each side goes into an id, in characters. */
const CONTEXT = 8

/**
 * Gives each locus its permanent id: the work's id and six hexadecimal digits of a hash over the readings
 * and the text around them as the base text has it, so that no other decision changes it.
 * Where two loci are alike in all that, the later ones are numbered.
 */
export function identify(loci: readonly Locus[]): Map<Locus, string> {
  const taken = new Map<string, number>()
  return new Map(
    loci.map((locus) => {
      const readings = locus.readings.map((r) => r.text).toSorted()
      const context = [
        [...locus.before].slice(-CONTEXT).join(''),
        [...locus.after].slice(0, CONTEXT).join(''),
      ]
      const digest = createHash('sha256')
        .update(JSON.stringify([locus.work, locus.layer, readings, context]))
        .digest('hex')
      const id = `${locus.work}-${digest.slice(0, 6)}`
      const count = (taken.get(id) ?? 0) + 1
      taken.set(id, count)
      return [locus, count === 1 ? id : `${id}-${count}`]
    }),
  )
}
