import { useState } from 'preact/hooks'
import { TitleForm } from './title-form.tsx'

/** A button that becomes a field for a title. */
export function TitleButton({
  text,
  label,
  title,
  save,
}: {
  readonly text: string
  readonly label: string
  readonly title: string
  readonly save: (title: string) => Promise<boolean>
}) {
  const [isOpen, setOpen] = useState(false)
  return isOpen ? (
    <TitleForm label={label} title={title} save={save} cancel={() => setOpen(false)} />
  ) : (
    <button type="button" onClick={() => setOpen(true)}>
      {text}
    </button>
  )
}
