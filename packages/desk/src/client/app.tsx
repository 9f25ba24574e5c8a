import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks'
import type { Act } from '../protocol/acts.ts'
import type { DeskState, Outcome, Taken } from '../protocol/state.ts'
import type { DeskWords, Tab } from '../words/index.ts'
import { listen, sendAct, sendRedo, sendUndo } from './api.ts'
import { Book } from './book.tsx'
import { Desk, type DeskContext, isField, type Place } from './desk.ts'
import { Notices } from './notices.tsx'
import { Readings } from './readings.tsx'
import { Sources } from './sources.tsx'
import { Works } from './works.tsx'

const TABS: readonly Tab[] = ['sources', 'works', 'readings', 'book']

const VIEWS = { sources: Sources, works: Works, readings: Readings, book: Book }

/** What an act is answered and what is told of all changes come by two ways, in any order. */
const later = (known: DeskState | null, told: DeskState): DeskState =>
  known === null || told.count >= known.count ? told : known

/** The page: what is said of the folder as a whole, and one of four views of it. */
export function App({ words }: { readonly words: DeskWords }) {
  const [state, setState] = useState<DeskState | null>(null)
  const [isLost, setLost] = useState(false)
  const [place, setPlace] = useState<Place>({ tab: tabInAddress() ?? 'works' })
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  useEffect(
    () =>
      listen((told) => {
        setLost(told === null)
        if (told !== null) setState((known) => later(known, told))
      }),
    [],
  )
  useEffect(() => {
    document.title = `${words.tabs[place.tab]} · ${state?.title ?? ''} · 汇校`
    history.replaceState(null, '', `#${place.tab}`)
  }, [place.tab, state?.title])

  const took = async (sent: Promise<Taken>): Promise<boolean> => {
    try {
      const { outcome, state } = await sent
      setOutcome(outcome)
      setState((known) => later(known, state))
      return outcome.kind === 'written'
    } catch {
      setLost(true)
      return false
    }
  }
  useLayoutEffect(() => {
    const keyed = (event: KeyboardEvent): void => {
      const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z'
      // In a field the browser undoes what was typed.
      if (!isUndo || isField(event.target)) return
      event.preventDefault()
      void took(event.shiftKey ? sendRedo() : sendUndo())
    }
    addEventListener('keydown', keyed)
    return () => removeEventListener('keydown', keyed)
  }, [])

  const desk = useMemo<DeskContext | null>(
    () =>
      state === null
        ? null
        : {
            state,
            words,
            place,
            go: setPlace,
            act: (act: Act) => took(sendAct(act, state.written)),
          },
    [state, place],
  )
  if (desk === null || state === null) return <p class="waiting">{words.loading}</p>
  const View = VIEWS[place.tab]
  return (
    <Desk.Provider value={desk}>
      <header class="top">
        <h1>
          {state.title === '' ? state.name : state.title}
          <span class="where"> {words.desk}</span>
        </h1>
        <nav aria-label={words.desk}>
          {TABS.map((tab) => (
            <button
              key={tab}
              type="button"
              aria-current={place.tab === tab ? 'page' : undefined}
              onClick={() => setPlace({ tab })}
            >
              {words.tabs[tab]}
            </button>
          ))}
        </nav>
        <Progress />
        <div class="history">
          <button
            type="button"
            disabled={state.undo === null}
            title={state.undo === null ? words.nothingToUndo : (words.acts[state.undo] ?? '')}
            onClick={() => void took(sendUndo())}
          >
            {words.undo}
          </button>
          <button
            type="button"
            disabled={state.redo === null}
            title={state.redo === null ? '' : (words.acts[state.redo] ?? '')}
            onClick={() => void took(sendRedo())}
          >
            {words.redo}
          </button>
        </div>
      </header>
      <Notices outcome={outcome} isLost={isLost} />
      <main id="view" tabIndex={-1}>
        <View />
      </main>
    </Desk.Provider>
  )
}

function Progress() {
  return (
    <Desk.Consumer>
      {(desk: DeskContext | null) => {
        if (desk === null) return null
        const { state, words } = desk
        const { questions, loci, gaps, ruled } = state.left
        const places = loci + gaps
        const busy = state.stage === null ? words.ready : (words.stages[state.stage] ?? state.stage)
        return (
          <p class="progress">
            <span>
              {state.made === 0
                ? words.loading
                : questions + places === 0
                  ? words.allDone
                  : words.left(questions, places)}
            </span>
            {ruled > 0 && <span> · {words.ruled(ruled)}</span>}
            <span class={state.stage === null ? 'stage' : 'stage busy'}> · {busy}</span>
          </p>
        )
      }}
    </Desk.Consumer>
  )
}

const tabInAddress = (): Tab | undefined => TABS.find((tab) => `#${tab}` === location.hash)
