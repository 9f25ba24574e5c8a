import { useLayoutEffect } from 'preact/hooks'
import { isField } from './desk.ts'

/**
 * Listens for single keys anywhere on the page but in a field. What listens is always what is shown: it is exchanged with
 * the page, before the browser paints, so that no key goes to what stood there before.
 */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  useLayoutEffect(() => {
    const keyed = (event: KeyboardEvent): void => {
      if (isField(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
      const key = keys[event.key.toLowerCase()]
      if (key === undefined) return
      event.preventDefault()
      key()
    }
    addEventListener('keydown', keyed)
    return () => removeEventListener('keydown', keyed)
  })
}
