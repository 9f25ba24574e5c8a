import { useState } from 'preact/hooks'
import type { WitnessCopy } from '../protocol/acts.ts'
import type { SourceSummary } from '../protocol/views.ts'
import { useDesk } from './desk.ts'

const COPIES: readonly WitnessCopy[] = ['ocr', 'web', 'pdf', 'manual']

/** What the edition says of a witness: its siglum, what it is, and how it was copied. */
export function WitnessForm({ file }: { readonly file: SourceSummary }) {
  const { words, act } = useDesk()
  const [said, setSaid] = useState({
    becomes: file.siglum,
    description: file.description,
    copy: file.copy,
  })
  return (
    <details class="witness">
      <summary>
        {file.description} · {words.copies[file.copy]}
      </summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void act({ kind: 'witness', siglum: file.siglum, ...said })
        }}
      >
        <label>
          {words.siglum}
          <input
            value={said.becomes}
            required
            pattern={'\\S{1,12}'}
            onInput={(event) => setSaid({ ...said, becomes: event.currentTarget.value })}
          />
        </label>
        <label>
          {words.description}
          <input
            value={said.description}
            required
            onInput={(event) => setSaid({ ...said, description: event.currentTarget.value })}
          />
        </label>
        <label>
          {words.copied}
          <select
            value={said.copy}
            onChange={(event) => {
              const copy = COPIES.find((one) => one === event.currentTarget.value)
              if (copy !== undefined) setSaid({ ...said, copy })
            }}
          >
            {COPIES.map((copy) => (
              <option key={copy} value={copy}>
                {words.copies[copy]}
              </option>
            ))}
          </select>
        </label>
        <button type="submit">{words.save}</button>
      </form>
    </details>
  )
}
