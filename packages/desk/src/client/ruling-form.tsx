import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useDesk } from './desk.ts'

interface Said {
  readonly reading: string
  readonly reason: string
  readonly citation?: string
}

/** A ruling in the editor's own words: reading, reason and citation. */
export function RulingForm({
  first,
  reading,
  reason,
  citation,
  save,
  cancel,
}: Required<Said> & {
  /** The field that has the focus. */
  readonly first: 'reading' | 'reason'
  readonly save: (said: Said) => Promise<boolean>
  readonly cancel: () => void
}) {
  const { words } = useDesk()
  const [said, setSaid] = useState({ reading, reason, citation })
  const form = useRef<HTMLFormElement>(null)
  useLayoutEffect(() => {
    const field = form.current?.querySelector<HTMLInputElement>(`[name=${first}]`)
    field?.focus()
    field?.select()
  }, [])
  const field = (name: keyof typeof said, label: string, required: boolean) => (
    <label>
      {label}
      <input
        name={name}
        value={said[name]}
        required={required}
        onInput={(event) => setSaid({ ...said, [name]: event.currentTarget.value })}
      />
    </label>
  )
  return (
    <form
      ref={form}
      class="ruling-form"
      onSubmit={(event) => {
        event.preventDefault()
        const { citation: cited, ...rest } = said
        void save(cited.trim() === '' ? rest : { ...rest, citation: cited.trim() })
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') cancel()
      }}
    >
      {field('reading', words.reading, false)}
      {field('reason', words.reason, true)}
      {field('citation', words.citation, false)}
      <button type="submit">{words.save}</button>
      <button type="button" onClick={cancel}>
        {words.cancel}
      </button>
    </form>
  )
}
