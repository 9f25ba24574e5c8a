import type { LocusReadingView } from '../protocol/readings.ts'
import { seen, useDesk } from './desk.ts'

/** A reading with its witnesses, and where they have it. */
export function LocusReading({
  reading,
  number,
  stands,
  choose,
}: {
  readonly reading: LocusReadingView
  readonly number: number
  /** Whether the text has it. */
  readonly stands: boolean
  readonly choose: () => void
}) {
  const { words, go } = useDesk()
  const { text, sigla, places } = reading
  return (
    <li class={stands ? 'choice stands' : 'choice'}>
      <button type="button" onClick={choose} title={words.chooseReading(number)}>
        <kbd>{number}</kbd> <b>{seen(text, words)}</b>{' '}
        {sigla.map((siglum) => (
          <span key={siglum} class="siglum">
            {siglum}
          </span>
        ))}
      </button>
      <ul class="places">
        {places.map((place) => (
          <li key={`${place.siglum} ${place.place}`}>
            <button
              type="button"
              class="link"
              onClick={() => go({ tab: 'sources', file: place.file, at: place.at })}
            >
              {place.siglum} {place.place}
              {place.print === undefined ? '' : ` p. ${place.print}`}
            </button>
            <span class="context">
              {place.before}
              <mark>{place.text === '' ? '‸' : place.text}</mark>
              {place.after}
            </span>
          </li>
        ))}
      </ul>
    </li>
  )
}
