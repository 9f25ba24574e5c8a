import type { ComponentChildren, Ref } from 'preact'
import { useDesk } from './desk.ts'

/** Asks for one of some works, for an act that is done as soon as it is chosen. */
export function WorkSelect({
  works,
  choose,
  select,
  children,
}: {
  readonly works: readonly { readonly id: string; readonly title: string }[]
  readonly choose: (work: string) => void
  readonly select?: Ref<HTMLSelectElement>
  readonly children: ComponentChildren
}) {
  const { words } = useDesk()
  return (
    <label>
      {children}{' '}
      <select
        {...(select === undefined ? {} : { ref: select })}
        value=""
        onChange={(event) => {
          const work = event.currentTarget.value
          if (work !== '') choose(work)
        }}
      >
        <option value="">{words.choose}</option>
        {works.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  )
}
