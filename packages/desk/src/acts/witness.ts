import { type Document, isMap, isScalar, isSeq, visit, type YAMLMap } from 'yaml'
import type { EditionAct } from '../protocol/acts.ts'
import { ActError } from './error.ts'

type WitnessAct = Extract<EditionAct, { kind: 'witness' }>

/** Keys whose value is a siglum, or a list of them. */
const WITH_SIGLA = ['siglum', 'base', 'sigla']

/** Says of a witness what it is; a new siglum takes the old one's place wherever the edition names it. */
export function describeWitness(document: Document, act: WitnessAct): void {
  const witnesses = witnessesIn(document)
  const witness = witnesses.find((map) => map.get('siglum') === act.siglum)
  if (witness === undefined) throw new ActError({ why: 'no-witness', siglum: act.siglum })
  const taken = witnesses.some((map) => map !== witness && map.get('siglum') === act.becomes)
  if (taken) throw new ActError({ why: 'siglum-taken', siglum: act.becomes })
  witness.set('description', act.description)
  witness.set('kind', act.copy)
  visit(document, {
    Pair(_, { key, value }) {
      if (!isScalar(key) || !WITH_SIGLA.includes(String(key.value))) return
      for (const sigla of isSeq(value) ? value.items : [value]) {
        if (isScalar(sigla) && sigla.value === act.siglum) sigla.value = act.becomes
      }
    },
  })
}

function witnessesIn(document: Document): YAMLMap[] {
  const list = document.get('witnesses')
  return isSeq(list) ? list.items.filter(isMap) : []
}
