import { useEffect, useRef, useState } from 'preact/hooks'
import type { ReadingRun, ReadingsView } from '../protocol/readings.ts'
import { isNarrow, useDesk, useView } from './desk.ts'
import { Pager } from './pager.tsx'

/** The reading text of a work, some paragraphs at a time; each locus is a button. */
export function ReadingText({
  work,
  setWork,
  chosen,
  choose,
}: {
  readonly work: string | null
  readonly setWork: (work: string) => void
  readonly chosen: string | null
  readonly choose: (id: string) => void
}) {
  const { words } = useDesk()
  const [from, setFrom] = useState(0)
  useEffect(() => setFrom(0), [work])
  const text = useView('readings', { work: work ?? '', from, locus: chosen ?? '' })
  const section = useRef<HTMLElement>(null)
  useEffect(() => {
    if (isNarrow()) return
    section.current?.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [text, chosen])
  if (text === null) return <p class="waiting">{words.loading}</p>
  const end = text.from + text.blocks.length
  return (
    <section class="text reading" ref={section} aria-label={words.loci}>
      {text.works.length > 1 && <WorkChoice text={text} setWork={setWork} />}
      {text.blocks.map(({ number, type, runs }) => (
        <p key={number} class={`block ${type}`}>
          <span class="number" aria-hidden="true">
            {number}
          </span>
          {runs.map((run, index) => (
            <Run key={index} run={run} chosen={chosen} choose={choose} />
          ))}
        </p>
      ))}
      {text.total > text.blocks.length && (
        <Pager
          earlier={
            text.from === 0 ? null : () => setFrom(Math.max(0, text.from - text.blocks.length))
          }
          later={end >= text.total ? null : () => setFrom(end)}
        >
          {words.blocks(text.from + 1, end, text.total)}
        </Pager>
      )}
    </section>
  )
}

/** Asks of which work the text is shown; says how many places of each are open. */
function WorkChoice({
  text,
  setWork,
}: {
  readonly text: ReadingsView
  readonly setWork: (work: string) => void
}) {
  const { words } = useDesk()
  return (
    <label>
      {words.tabs.works}{' '}
      <select value={text.work} onChange={(event) => setWork(event.currentTarget.value)}>
        {text.works.map(({ id, title, open }) => (
          <option key={id} value={id}>
            {title}
            {open > 0 ? `（${open}）` : ''}
          </option>
        ))}
      </select>
    </label>
  )
}

function Run({
  run,
  chosen,
  choose,
}: {
  readonly run: ReadingRun
  readonly chosen: string | null
  readonly choose: (id: string) => void
}) {
  const { words } = useDesk()
  const { text, id, certainty = 'high', punctuation, ruled, gap } = run
  if (id === undefined) return gap === true ? <span class="gap">{text}</span> : <>{text}</>
  const kind = gap === true ? 'gap' : ruled === true ? 'ruled' : certainty
  const sure = gap === true ? words.gap : words.certainty[certainty]
  // A button is never broken over lines; a reading may be long.
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <span
      role="button"
      tabIndex={0}
      class={`locus ${kind}${punctuation === true ? ' punctuation' : ''}`}
      aria-pressed={id === chosen}
      aria-label={`${text === '' ? words.nothing : text}（${sure}）`}
      onClick={() => choose(id)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        choose(id)
      }}
    >
      {text === '' ? '‸' : text}
    </span>
  )
}
