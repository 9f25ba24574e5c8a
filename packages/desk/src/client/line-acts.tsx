import { useEffect, useRef, useState } from 'preact/hooks'
import type { LineQuote, SourceLine } from '../protocol/views.ts'
import { useDesk } from './desk.ts'
import { useKeys } from './keys.ts'
import { TitleForm } from './title-form.tsx'

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
  const behind = line.pieces.find((piece) => piece.work !== undefined)?.work
  const listed = state.works.filter((work) => work.listed)
  return (
    <div class="acts">
      {isNaming && quote !== null ? (
        <TitleForm
          label={words.titleOfNew}
          title={found?.title ?? ''}
          cancel={() => setNaming(false)}
          save={(title) =>
            act({
              kind: 'cut',
              title,
              supplied: found?.supplied !== false || title !== found.title,
              quote,
              file,
              ...(listed.some(({ id }) => id === behind) && behind !== undefined ? { behind } : {}),
            })
          }
        />
      ) : (
        <>
          <button type="button" disabled={quote === null} onClick={() => setNaming(true)}>
            {words.beginsHere} <kbd>B</kbd>
          </button>
          <label>
            {words.belongsTo} <kbd>A</kbd>{' '}
            <select
              ref={works}
              value=""
              onChange={(event) => {
                const work = event.currentTarget.value
                if (quote !== null && work !== '') void act({ kind: 'assign', work, quote, file })
              }}
            >
              <option value="">{words.choose}</option>
              {listed.map((work) => (
                <option key={work.id} value={work.id}>
                  {work.title}
                </option>
              ))}
            </select>
          </label>
          <button type="button" disabled={(found?.omit ?? null) === null} onClick={omit}>
            {words.noText} <kbd>O</kbd>
          </button>
          {found !== null && quote === null && <span class="small">{words.noQuote}</span>}
        </>
      )}
    </div>
  )
}
