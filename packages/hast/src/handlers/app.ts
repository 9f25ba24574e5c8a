import type { App } from '@huijiao/ast'
import type { ElementContent } from 'hast'
import type { State } from '../state.ts'

/** An entry of the tree that was not presented: its lemma. */
export const app = (state: State, node: App): ElementContent[] => state.all(node)
