import { useState } from 'preact/hooks'
import type { LocusView } from '../protocol/readings.ts'
import { useDesk } from './desk.ts'
import { Field } from './field.tsx'

/** What the editor says of a gap: that text is missing, that none is, or the text itself from a cited publication. */
export function GapForm({
  locus,
  step,
}: {
  readonly locus: LocusView
  readonly step: (by: 1 | -1) => void
}) {
  const { words, act } = useDesk()
  const [extent, setExtent] = useState('')
  const [text, setText] = useState('')
  const [citation, setCitation] = useState('')
  const rule = async (said: object): Promise<void> => {
    const ruling = {
      work: locus.work,
      locus: locus.locus,
      method: '理校',
      reason: words.gapReason,
      ...said,
    }
    if (await act({ kind: 'rule', ruling })) step(1)
  }
  return (
    <div class="gap-form">
      <p>{locus.clause}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void rule({ gap: 'missing', ...(extent.trim() === '' ? {} : { extent: extent.trim() }) })
        }}
      >
        <Field label={words.extent} value={extent} set={setExtent} />
        <button type="submit">{words.gapMissing}</button>
      </form>
      <button type="button" onClick={() => void rule({ gap: 'none' })}>
        {words.gapNone}
      </button>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void rule({ reading: text, citation: citation.trim() })
        }}
      >
        <Field label={words.reading} value={text} set={setText} required />
        <Field label={words.citationNeeded} value={citation} set={setCitation} required />
        <button type="submit">{words.gapFill}</button>
      </form>
    </div>
  )
}
