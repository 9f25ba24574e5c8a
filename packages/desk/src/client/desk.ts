import { createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import type { Act } from '../protocol/acts.ts'
import type { DeskState } from '../protocol/state.ts'
import type { Views } from '../protocol/views.ts'
import type { DeskWords, Tab } from '../words/index.ts'
import { type Query, view } from './api.ts'

/** Where the page is: a tab, and what in it is looked at. */
export interface Place {
  readonly tab: Tab
  readonly file?: string
  readonly at?: number
  readonly locus?: string
  readonly work?: string
}

/** What every part of the page needs. */
export interface DeskContext {
  readonly state: DeskState
  readonly words: DeskWords
  readonly place: Place
  readonly go: (place: Place) => void
  /** Does an act; true where it was written. */
  readonly act: (act: Act) => Promise<boolean>
}

export const Desk = createContext<DeskContext | null>(null)

export function useDesk(): DeskContext {
  const desk = useContext(Desk)
  if (desk === null) throw new Error('a part of the page stands outside of the desk')
  return desk
}

/** Time until a view that was not answered is asked for again, in ms. */
const RETRY = 1000

/**
 * What a view says, asked for again whenever something new was made; nothing is asked where the query is null. What was
 * there before stays until the answer comes, so that nothing jumps.
 */
export function useView<K extends keyof Views>(name: K, query: Query | null = {}): Views[K] | null {
  const { state } = useDesk()
  const [value, setValue] = useState<Views[K] | null>(null)
  useEffect(() => {
    const asked: { isWanted: boolean; again?: ReturnType<typeof setTimeout> } = { isWanted: true }
    const ask = (): void => {
      if (query === null) return
      view(name, query).then(
        (got) => asked.isWanted && setValue(() => got),
        // The header says that the program does not answer; it may do so again.
        () => {
          if (asked.isWanted) asked.again = setTimeout(ask, RETRY)
        },
      )
    }
    ask()
    return () => {
      asked.isWanted = false
      clearTimeout(asked.again)
    }
  }, [name, JSON.stringify(query), state.made, state.isRead])
  return query === null ? null : value
}

/** A reading as it can be seen: what has no text, or white space alone, has a sign. */
export const seen = (text: string, words: DeskWords): string =>
  text === '' ? words.nothing : text.replace(/\s/gu, '␣')

/** The number of a work among all, by which it has its colour. */
export function workNumber(state: DeskState, id: string): number {
  return state.works.findIndex((work) => work.id === id)
}

export const titleOf = (state: DeskState, id: string): string =>
  state.works.find((work) => work.id === id)?.title ?? id

/** Whether what is typed goes into a field. */
export const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement

/** Whether the parts of the page stand below each other; the style sheet has the same width. */
export const isNarrow = (): boolean => matchMedia('(max-width: 900px)').matches
