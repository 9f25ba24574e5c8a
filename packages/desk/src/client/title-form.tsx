import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useDesk } from './desk.ts'

/** Asks for a title; it has the focus as soon as it is there, and Escape leaves it. */
export function TitleForm({
  label,
  title,
  save,
  cancel,
}: {
  readonly label: string
  readonly title: string
  readonly save: (title: string) => Promise<boolean>
  readonly cancel: () => void
}) {
  const { words } = useDesk()
  const [typed, setTyped] = useState(title)
  const input = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])
  return (
    <form
      class="title-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (typed.trim() !== '') void save(typed.trim()).then((isWritten) => isWritten && cancel())
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') cancel()
      }}
    >
      <label>
        {label}{' '}
        <input
          ref={input}
          value={typed}
          required
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <button type="submit">{words.save}</button>
      <button type="button" onClick={cancel}>
        {words.cancel}
      </button>
    </form>
  )
}
