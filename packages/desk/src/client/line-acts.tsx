import { useEffect, useRef, useState } from 'preact/hooks'
import type { Quote } from '../protocol/acts.ts'
import type { LineQuote, SourceLine } from '../protocol/views.ts'
import { useDesk } from './desk.ts'
import { useKeys } from './keys.ts'
import { TitleForm } from './title-form.tsx'
import { WorkSelect } from './work-select.tsx'

/** What can be done with a line of a source: with buttons, and with keys while a line is chosen. */
export function LineActs({
  line,
  quoteOf,
}: {
  readonly line: SourceLine | null
  readonly quoteOf: (line: SourceLine) => Promise<LineQuote>
}) {
  const { words, state, act } = useDesk()
  const [found, setFound] = useState<LineQuote | null>(null)
  const [isNaming, setNaming] = useState(false)
  const works = useRef<HTMLSelectElement>(null)
  const start = line?.start
  useEffect(() => {
    if (line !== null) void quoteOf(line).then(setFound, () => undefined)
  }, [start])
  const quote = found?.quote ?? null
  const file = found?.file ?? ''
  const omit = (): void => {
    if (found !== null && found.omit !== null) void act({ kind: 'omit', quote: found.omit })
  }
  useKeys({
    b: () => {
      if (quote !== null) setNaming(true)
    },
    a: () => works.current?.focus(),
    o: omit,
  })
  if (line === null) return null
  const listed = state.works.filter((work) => work.listed)
  return (
    <div class="acts">
      {isNaming && found !== null && quote !== null ? (
        <Naming line={line} found={{ ...found, quote }} cancel={() => setNaming(false)} />
      ) : (
        <>
          <button type="button" disabled={quote === null} onClick={() => setNaming(true)}>
            {words.beginsHere} <kbd>B</kbd>
          </button>
          <WorkSelect
            works={listed}
            select={works}
            choose={(work) => {
              if (quote !== null) void act({ kind: 'assign', work, quote, file })
            }}
          >
            {words.belongsTo} <kbd>A</kbd>
          </WorkSelect>
          <button type="button" disabled={(found?.omit ?? null) === null} onClick={omit}>
            {words.noText} <kbd>O</kbd>
          </button>
          {found !== null && quote === null && <span class="small">{words.noQuote}</span>}
        </>
      )}
    </div>
  )
}

/** Asks for the title of the work that begins at the line. */
function Naming({
  line,
  found,
  cancel,
}: {
  readonly line: SourceLine
  readonly found: LineQuote & { readonly quote: Quote }
  readonly cancel: () => void
}) {
  const { words, state, act } = useDesk()
  const { quote, file } = found
  const before = line.pieces.find((piece) => piece.work !== undefined)?.work
  const behind = state.works.find(({ id, listed }) => listed && id === before)?.id
  return (
    <TitleForm
      label={words.titleOfNew}
      title={found.title}
      cancel={cancel}
      save={(title) =>
        act({
          kind: 'cut',
          title,
          supplied: found.supplied || title !== found.title,
          quote,
          file,
          ...(behind === undefined ? {} : { behind }),
        })
      }
    />
  )
}
