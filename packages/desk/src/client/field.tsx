/** A field of a form with its label. */
export function Field({
  label,
  value,
  set,
  required = false,
}: {
  readonly label: string
  readonly value: string
  readonly set: (value: string) => void
  readonly required?: boolean
}) {
  return (
    <label>
      {label}
      <input
        value={value}
        required={required}
        onInput={(event) => set(event.currentTarget.value)}
      />
    </label>
  )
}
