import type { ComponentChildren } from 'preact'
import { useDesk } from './desk.ts'

/** Goes through what is too long to be shown at once; says between its buttons where the page is. */
export function Pager({
  earlier,
  later,
  children,
}: {
  /** Null where there is nothing before. */
  readonly earlier: (() => void) | null
  /** Null where there is nothing behind. */
  readonly later: (() => void) | null
  readonly children: ComponentChildren
}) {
  const { words } = useDesk()
  return (
    <p class="pager">
      <button type="button" disabled={earlier === null} onClick={() => earlier?.()}>
        {words.earlier}
      </button>
      <span class="small">{children}</span>
      <button type="button" disabled={later === null} onClick={() => later?.()}>
        {words.later}
      </button>
    </p>
  )
}
