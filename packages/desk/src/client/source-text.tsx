import { useEffect, useRef, useState } from 'preact/hooks'
import type { Fate, LineQuote, SourceLine, SourcePage } from '../protocol/views.ts'
import { view } from './api.ts'
import { useDesk, useView } from './desk.ts'
import { fateClass, fateWords, sameFate } from './fate.tsx'
import { LineActs } from './line-acts.tsx'
import { Pager } from './pager.tsx'

/** A page of a source, line by line; on the chosen line an editor acts. */
export function SourceText({ file, at }: { readonly file: string; readonly at: number }) {
  const { words, state } = useDesk()
  const { from, earlier, goOn } = usePages(at)
  const [chosen, setChosen] = useState<number | null>(at > 0 ? at : null)
  useEffect(() => setChosen(at > 0 ? at : null), [at])
  const page = useView('source', { file, at: from })
  const list = useRef<HTMLOListElement>(null)
  const lines = page?.lines ?? []
  const chosenLine = lines.find((line) => line.start === chosen) ?? null

  const move = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const index = lines.findIndex((line) => line.start === chosen)
    const next = lines[Math.max(0, Math.min(lines.length - 1, index + step))]
    if (next === undefined) return
    setChosen(next.start)
    list.current?.querySelector<HTMLElement>(`[data-start="${next.start}"]`)?.focus()
  }
  return (
    <section class="text" aria-label={file}>
      <p class="small">{words.sourceKeys}</p>
      <Prints prints={page?.prints ?? []} />
      <LineActs key={chosen} line={chosenLine} quoteOf={quoteOf} />
      <ol class="lines" ref={list} onKeyDown={move}>
        {withLastFates(lines).map(({ line, last }, index) => (
          <Line
            key={line.start}
            line={line}
            last={last}
            isChosen={line.start === chosen}
            isFirst={chosenLine === null && index === 0}
            choose={() => setChosen(line.start)}
          />
        ))}
      </ol>
      <Pager
        earlier={earlier}
        later={page === null || page.end >= page.length ? null : () => goOn(page.end)}
      >
        {page === null ? words.loading : `${page.start}–${page.end} / ${page.length}`}
        {state.stage !== null && ` · ${words.stages[state.stage] ?? state.stage}`}
      </Pager>
    </section>
  )

  function quoteOf(line: SourceLine): Promise<LineQuote> {
    return view('quote', { file, at: line.start })
  }
}

/** Where the page begins that is shown, and the ways to those before and behind it. */
function usePages(at: number) {
  const [from, setFrom] = useState(at)
  const [before, setBefore] = useState<readonly number[]>([])
  useEffect(() => setFrom(at), [at])
  return {
    from,
    earlier:
      before.length === 0 && from === 0
        ? null
        : () => {
            setFrom(before.at(-1) ?? 0)
            setBefore(before.slice(0, -1))
          },
    goOn: (end: number): void => {
      setBefore([...before, from])
      setFrom(end)
    },
  }
}

/** The pictures of the pages that the lines are from. */
function Prints({ prints }: Pick<SourcePage, 'prints'>) {
  const { words } = useDesk()
  return prints.map((print) => (
    <details key={print.image} class="print">
      <summary>{words.picture(print.label)}</summary>
      <img
        src={`./api/picture?file=${encodeURIComponent(print.image)}`}
        alt={words.picture(print.label)}
      />
    </details>
  ))
}

/** Lines, each with what became of the words before it: where the next has another fate, it is named. */
function withLastFates(
  lines: readonly SourceLine[],
): { readonly line: SourceLine; readonly last: Fate | undefined }[] {
  let last: Fate | undefined
  return lines.map((line) => {
    const before = last
    last = line.pieces.findLast((piece) => piece.role !== 'whitespace') ?? last
    return { line, last: before }
  })
}

function Line({
  line,
  last,
  isChosen,
  isFirst,
  choose,
}: {
  readonly line: SourceLine
  /** What became of the last words before the line. */
  readonly last: Fate | undefined
  readonly isChosen: boolean
  readonly isFirst: boolean
  readonly choose: () => void
}) {
  const { state, words } = useDesk()
  return (
    <li class={line.doubt === undefined ? 'line' : 'line doubtful'}>
      <button
        type="button"
        data-start={line.start}
        tabIndex={isChosen || isFirst ? 0 : -1}
        aria-pressed={isChosen}
        onClick={choose}
        onFocus={choose}
      >
        <span class="number">{line.number}</span>
        {line.doubt !== undefined && <span class="badge">? {words.doubtHere}</span>}
        {line.pieces.map((piece, index) => {
          const before =
            line.pieces.slice(0, index).findLast(({ role }) => role !== 'whitespace') ?? last
          return (
            <span key={index} class={fateClass(piece, state)}>
              {piece.role !== 'whitespace' && !sameFate(before, piece) && (
                <span class="fate-name">{fateWords(piece, state, words)}</span>
              )}
              {piece.text}
            </span>
          )
        })}
      </button>
    </li>
  )
}
