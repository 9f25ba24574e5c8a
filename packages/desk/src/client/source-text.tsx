import { useEffect, useRef, useState } from 'preact/hooks'
import type { Fate, LineQuote, SourceLine } from '../protocol/views.ts'
import { view } from './api.ts'
import { useDesk, useView } from './desk.ts'
import { fateClass, fateWords, sameFate } from './fate.tsx'
import { LineActs } from './line-acts.tsx'

/** A page of a source, line by line; on the chosen line an editor acts. */
export function SourceText({ file, at }: { readonly file: string; readonly at: number }) {
  const { words, state } = useDesk()
  const [from, setFrom] = useState(at)
  const [chosen, setChosen] = useState<number | null>(at > 0 ? at : null)
  const [before, setBefore] = useState<readonly number[]>([])
  useEffect(() => {
    setFrom(at)
    setChosen(at > 0 ? at : null)
  }, [at])
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
      {page?.prints.map((print) => (
        <details key={print.image} class="print">
          <summary>{words.picture(print.label)}</summary>
          <img
            src={`./api/picture?file=${encodeURIComponent(print.image)}`}
            alt={words.picture(print.label)}
          />
        </details>
      ))}
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
      <p class="pager">
        <button
          type="button"
          disabled={before.length === 0 && from === 0}
          onClick={() => {
            setFrom(before.at(-1) ?? 0)
            setBefore(before.slice(0, -1))
          }}
        >
          {words.earlier}
        </button>
        <span class="small">
          {page === null ? words.loading : `${page.start}–${page.end} / ${page.length}`}
        </span>
        <button
          type="button"
          disabled={page === null || page.end >= page.length}
          onClick={() => {
            if (page === null) return
            setBefore([...before, from])
            setFrom(page.end)
          }}
        >
          {words.later}
        </button>
        {state.stage !== null && <span class="small">{words.stages[state.stage]}</span>}
      </p>
    </section>
  )

  function quoteOf(line: SourceLine): Promise<LineQuote> {
    return view('quote', { file, at: line.start })
  }
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
