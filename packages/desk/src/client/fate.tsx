import type { DeskState } from '../protocol/state.ts'
import type { Fate } from '../protocol/views.ts'
import type { DeskWords } from '../words/index.ts'
import { titleOf, workNumber } from './desk.ts'

/** Works beyond so many share their colours; their names stand beside them. */
const COLOURS = 8

/** Class of a stretch: a colour for each work, a pattern for each kind of furniture. */
export function fateClass(fate: Fate, state: DeskState): string {
  if (fate.role !== 'text') return `fate fate-${fate.role}`
  return `fate fate-work-${workNumber(state, fate.work ?? '') % COLOURS}`
}

/** What became of a stretch, in words. */
export const fateWords = (fate: Fate, state: DeskState, words: DeskWords): string =>
  fate.role === 'text'
    ? words.textOf(titleOf(state, fate.work ?? ''))
    : (words.roles[fate.role] ?? fate.role)

export const sameFate = (one: Fate | undefined, two: Fate): boolean =>
  one !== undefined && one.role === two.role && one.work === two.work
