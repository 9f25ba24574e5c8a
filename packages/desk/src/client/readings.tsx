import { useState } from 'preact/hooks'
import { seen, titleOf, useDesk, useView } from './desk.ts'
import { LocusPanel } from './locus.tsx'
import { ReadingText } from './reading-text.tsx'

/** The text with its loci, the list of those that are open, and the one at hand. */
export function Readings() {
  const { words, place, go, state } = useDesk()
  const open = useView('open')
  const [work, setWork] = useState<string | null>(place.work ?? null)
  const chosen = place.locus ?? null
  const choose = (id: string, of?: string): void => {
    if (of !== undefined) setWork(of)
    go({ tab: 'readings', locus: id })
  }
  /** The open place before or behind the one at hand, in the order of the list. */
  const step = (by: 1 | -1): void => {
    if (open === null || open.length === 0) return
    const at = open.findIndex(({ id }) => id === chosen)
    const next = open[at < 0 ? 0 : (at + by + open.length) % open.length]
    if (next !== undefined) choose(next.id, next.work)
  }
  return (
    <div class="columns readings">
      <section class="side" aria-labelledby="open">
        <h2 id="open">{words.open}</h2>
        {open === null ? (
          <p>{words.loading}</p>
        ) : open.length === 0 ? (
          <p>{words.noneOpen}</p>
        ) : (
          <ol class="open-places">
            {open.slice(0, LISTED).map((one) => (
              <li key={one.id}>
                <button
                  type="button"
                  aria-pressed={one.id === chosen}
                  onClick={() => choose(one.id, one.work)}
                >
                  <span class={`mark ${one.certainty}`}>{words.certainty[one.certainty]}</span>{' '}
                  {one.before}
                  <b>{seen(one.lemma, words)}</b>
                  {one.after}
                  {state.works.length > 1 && <span class="small"> {titleOf(state, one.work)}</span>}
                </button>
              </li>
            ))}
            {open.length > LISTED && <li>… {open.length - LISTED}</li>}
          </ol>
        )}
      </section>
      <LocusPanel id={chosen} step={step} />
      <ReadingText work={work} setWork={setWork} chosen={chosen} choose={(id) => choose(id)} />
    </div>
  )
}

/** Places listed at once; those behind them come up as these are settled. */
const LISTED = 200
