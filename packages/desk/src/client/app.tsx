import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks'
import type { Act } from '../protocol/acts.ts'
import type { DeskState, Outcome, Taken } from '../protocol/state.ts'
import type { DeskWords, Tab } from '../words/index.ts'
import { listen, sendAct, sendRedo, sendUndo } from './api.ts'
import { Book } from './book.tsx'
import { Desk, type DeskContext, isField, type Place, useDesk } from './desk.ts'
import { Notices } from './notices.tsx'
import { Readings } from './readings.tsx'
import { Sources } from './sources.tsx'
import { Works } from './works.tsx'

const TABS: readonly Tab[] = ['sources', 'works', 'readings', 'book']

const VIEWS = { sources: Sources, works: Works, readings: Readings, book: Book }

/** What an act is answered and what is told of all changes come by two ways, in any order. */
const later = (known: DeskState | null, told: DeskState): DeskState =>
  known === null || told.count >= known.count ? told : known

/** The desk as the program that serves it knows it. */
interface Held {
  readonly state: DeskState | null
  readonly isLost: boolean
  /** What came of the last act. */
  readonly outcome: Outcome | null
  /** Waits for what comes of an act; true where it was written. */
  readonly took: (sent: Promise<Taken>) => Promise<boolean>
}

function useHeld(): Held {
  const [state, setState] = useState<DeskState | null>(null)
  const [isLost, setLost] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  useEffect(
    () =>
      listen((told) => {
        setLost(told === null)
        if (told !== null) setState((known) => later(known, told))
      }),
    [],
  )
  const took: Held['took'] = async (sent) => {
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
  return { state, isLost, outcome, took }
}

/** Undoes and does again at Ctrl+Z and Ctrl+Shift+Z; in a field the browser undoes what was typed. */
function useHistoryKeys(took: Held['took']): void {
  useLayoutEffect(() => {
    const keyed = (event: KeyboardEvent): void => {
      const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z'
      if (!isUndo || isField(event.target)) return
      event.preventDefault()
      void took(event.shiftKey ? sendRedo() : sendUndo())
    }
    addEventListener('keydown', keyed)
    return () => removeEventListener('keydown', keyed)
  }, [])
}

/** The page: what is said of the folder as a whole, and one of four views of it. */
export function App({ words }: { readonly words: DeskWords }) {
  const { state, isLost, outcome, took } = useHeld()
  const [place, setPlace] = useState<Place>({ tab: tabInAddress() ?? 'works' })
  useHistoryKeys(took)
  useEffect(() => {
    document.title = `${words.tabs[place.tab]} · ${state?.title ?? ''} · 汇校`
    history.replaceState(null, '', `#${place.tab}`)
  }, [place.tab, state?.title])
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
  if (desk === null) return <p class="waiting">{words.loading}</p>
  const View = VIEWS[place.tab]
  return (
    <Desk.Provider value={desk}>
      <Header took={took} />
      <Notices outcome={outcome} isLost={isLost} />
      <main id="view" tabIndex={-1}>
        <View />
      </main>
    </Desk.Provider>
  )
}

function Header({ took }: Pick<Held, 'took'>) {
  const { state, words, place, go } = useDesk()
  const named = (kind: string | null, none: string): string =>
    kind === null ? none : (words.acts[kind] ?? '')
  return (
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
            onClick={() => go({ tab })}
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
          title={named(state.undo, words.nothingToUndo)}
          onClick={() => void took(sendUndo())}
        >
          {words.undo}
        </button>
        <button
          type="button"
          disabled={state.redo === null}
          title={named(state.redo, '')}
          onClick={() => void took(sendRedo())}
        >
          {words.redo}
        </button>
      </div>
    </header>
  )
}

function Progress() {
  const { state, words } = useDesk()
  const { questions, loci, gaps, ruled } = state.left
  const places = loci + gaps
  const busy = state.stage === null ? words.ready : (words.stages[state.stage] ?? state.stage)
  const left = questions + places === 0 ? words.allDone : words.left(questions, places)
  return (
    <p class="progress">
      <span>{state.made === 0 ? words.loading : left}</span>
      {ruled > 0 && <span> · {words.ruled(ruled)}</span>}
      <span class={state.stage === null ? 'stage' : 'stage busy'}> · {busy}</span>
    </p>
  )
}

const tabInAddress = (): Tab | undefined => TABS.find((tab) => `#${tab}` === location.hash)
