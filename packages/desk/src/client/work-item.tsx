import { inWitnessOf } from './quotes.ts'
import type { Piece, TextView, WorkView } from '../protocol/works.ts'
import { useDesk } from './desk.ts'
import { fateClass } from './fate.tsx'
import { TitleButton } from './title-button.tsx'
import { WorkSelect } from './work-select.tsx'

interface Props {
  readonly work: WorkView
  readonly index: number
  readonly all: readonly WorkView[]
}

/** A work with what can be done to it, and its pieces by witness. */
export function WorkItem({ work, index, all }: Props) {
  const { words, state } = useDesk()
  const { id, title, listed, characters, texts } = work
  return (
    <details class="work">
      <summary>
        <span class={`key ${fateClass({ role: 'text', work: id }, state)}`} /> {title}{' '}
        {!listed && <span class="badge">{words.unlisted}</span>}
        <span class="small">
          {' '}
          {texts.map(({ siglum }) => siglum).join(' ')} · {words.characters(characters)}
        </span>
      </summary>
      {listed && <WorkActs work={work} index={index} all={all} />}
      {texts.map((text) => (
        <Pieces key={`${text.siglum} ${text.file}`} text={text} work={work} />
      ))}
    </details>
  )
}

/** What can be done with a work as a whole. */
function WorkActs({ work, index, all }: Props) {
  const { words, act } = useDesk()
  const { id, title, texts } = work
  const others = all.filter((other) => other.listed && other.id !== id)
  const quotes = texts.flatMap(({ siglum, pieces }) =>
    pieces.flatMap(({ quote }) => (quote === null ? [] : [inWitnessOf(quote, siglum)])),
  )
  return (
    <div class="acts">
      <TitleButton
        text={words.rename}
        label={words.newTitle}
        title={title}
        save={(next) => act({ kind: 'rename', work: id, title: next })}
      />
      <button
        type="button"
        disabled={index === 0}
        onClick={() => void act({ kind: 'place', work: id, at: index - 1 })}
      >
        {words.up}
      </button>
      <button
        type="button"
        disabled={index + 1 >= all.length}
        onClick={() => void act({ kind: 'place', work: id, at: index + 1 })}
      >
        {words.down}
      </button>
      {others.length > 0 && (
        <>
          <WorkSelect
            works={others}
            choose={(into) => void act({ kind: 'merge', work: id, into, quotes })}
          >
            {words.partOf}
          </WorkSelect>
          <button type="button" onClick={() => void act({ kind: 'remove', work: id })}>
            {words.removeWork}
          </button>
        </>
      )}
    </div>
  )
}

function Pieces({ text, work }: { readonly text: TextView; readonly work: WorkView }) {
  const { words, go, act } = useDesk()
  const { pieces, siglum, file } = text
  /** The order of the pieces with one of them a place up or down. */
  const moved = (index: number, by: number): void => {
    const order = [...pieces]
    const [piece] = order.splice(index, 1)
    if (piece !== undefined) order.splice(index + by, 0, piece)
    const quotes = order.flatMap(({ quote }) =>
      quote === null ? [] : [inWitnessOf(quote, siglum)],
    )
    void act({ kind: 'order', work: work.id, quotes })
  }
  const isOrderable =
    work.listed && pieces.length > 1 && pieces.every(({ quote }) => quote !== null)
  return (
    <section aria-label={words.piecesOf(siglum)}>
      <h4>
        <span class="siglum">{siglum}</span> {file}
      </h4>
      <ol class="pieces">
        {pieces.map((piece, index) => (
          <li key={piece.start}>
            {piece.join !== undefined && <Joint join={piece.join} />}
            <button
              type="button"
              class="link"
              onClick={() => go({ tab: 'sources', file, at: piece.start })}
            >
              {file}:{piece.line}
            </button>{' '}
            {piece.first}…{piece.last}{' '}
            <span class="small">{words.characters(piece.characters)}</span>
            {isOrderable && (
              <span class="acts">
                <button type="button" disabled={index === 0} onClick={() => moved(index, -1)}>
                  {words.pieceUp}
                </button>
                <button
                  type="button"
                  disabled={index + 1 === pieces.length}
                  onClick={() => moved(index, 1)}
                >
                  {words.pieceDown}
                </button>
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Joint({ join }: { readonly join: NonNullable<Piece['join']> }) {
  const { words } = useDesk()
  return (
    <span class={`badge ${join.certainty}`}>
      {words.joins[join.kind]} · {words.certainty[join.certainty]}
      {join.why !== '' && ` · ${join.why}`}
    </span>
  )
}
