import type { SourceSummary } from '../protocol/views.ts'
import { useDesk, useView } from './desk.ts'
import { fateClass, fateWords } from './fate.tsx'
import { SourceText } from './source-text.tsx'
import { WitnessForm } from './witness-form.tsx'

/** The files, each with what became of it, and the text of one of them. */
export function Sources() {
  const { place, go, words, state } = useDesk()
  const files = useView('sources')
  const chosen = place.file ?? files?.[0]?.file
  if (files === null) return <p class="waiting">{words.loading}</p>
  if (files.length === 0) return <p class="hint">{state.isRead ? words.noFiles : words.loading}</p>
  return (
    <div class="columns sources">
      <section class="side" aria-label={words.tabs.sources}>
        <ul class="files">
          {files.map((file) => (
            <li key={file.file}>
              <button
                type="button"
                aria-pressed={file.file === chosen}
                onClick={() => go({ tab: 'sources', file: file.file })}
              >
                <span class="siglum">{file.siglum}</span> {file.file}
                <span class="small">
                  {words.characters(file.length)} · {words.doubtsIn(file.doubts)}
                </span>
              </button>
              <Strip file={file} />
              <WitnessForm key={`${file.siglum} ${file.description} ${file.copy}`} file={file} />
              <ul class="shares">
                {file.shares.map((share) => (
                  <li key={`${share.role} ${share.work ?? ''}`}>
                    <span class={`key ${fateClass(share, state)}`} />{' '}
                    {fateWords(share, state, words)}{' '}
                    <span class="small">{words.characters(share.characters)}</span>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </section>
      {chosen !== undefined && <SourceText key={chosen} file={chosen} at={place.at ?? 0} />}
    </div>
  )
}

/** The file from beginning to end; a part leads to its place. The list below it says the same in words. */
function Strip({ file }: { readonly file: SourceSummary }) {
  const { go, state } = useDesk()
  return (
    <div class="strip" aria-hidden="true">
      {file.strip.map((fate, index) => (
        // A way for the mouse alone: with the keyboard one goes by lines.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <span
          key={index}
          class={fateClass(fate, state)}
          onClick={() =>
            go({
              tab: 'sources',
              file: file.file,
              at: Math.floor((index * file.length) / file.strip.length),
            })
          }
        />
      ))}
    </div>
  )
}
