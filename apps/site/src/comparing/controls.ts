import type { Certainty, ReadingType } from '@huijiao/ast'
import { clean, type Strings } from '@huijiao/hast'
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Words } from '../words/index.ts'
import { lociIn, type Row, typesOf } from './rows.ts'

const CERTAINTIES: readonly Certainty[] = ['high', 'medium', 'low', 'undecided']
const TYPES: readonly ReadingType[] = [
  'substitution',
  'omission',
  'addition',
  'transposition',
  'orthographic',
  'punctuation',
]

/** Which witnesses, kinds and certainties are shown. Without scripts all are, and this stays hidden. */
export function controls(
  rows: readonly Row[],
  sigla: readonly string[],
  strings: Strings,
  words: Words,
): Element {
  const loci = rows.flatMap(lociIn)
  const types = new Set(loci.flatMap(typesOf))
  const certainties = new Set(loci.map(({ certainty }) => certainty))
  return h('form', { className: ['controls'], hidden: true }, [
    choice(
      'siglum',
      words.witnessesShown,
      sigla.map((siglum) => [siglum, clean(siglum)]),
    ),
    choice(
      'type',
      words.kinds,
      TYPES.filter((t) => types.has(t)).map((t) => [t, strings.types[t]]),
    ),
    choice(
      'certainty',
      words.byCertainty,
      CERTAINTIES.filter((c) => certainties.has(c)).map((c) => [c, strings.certainties[c]]),
    ),
    h('label', { className: ['only'] }, [
      h('input', { type: 'checkbox', name: 'only' }),
      ` ${words.onlyDifferent}`,
    ]),
    h('output', { className: ['count'], dataOf: words.shown('%n', '%m') }),
  ])
}

function choice(
  name: string,
  label: string,
  values: readonly (readonly [value: string, word: string])[],
): Element {
  return h('fieldset', [
    h('legend', label),
    ...values.map(([value, word]) =>
      h('label', [h('input', { type: 'checkbox', name, value, checked: true }), ` ${word}`]),
    ),
  ])
}
