import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { RulingWords } from '../protocol/acts.ts'
import type { LocusReadingView, LocusView } from '../protocol/readings.ts'
import { isNarrow, seen, useDesk, useView } from './desk.ts'
import { GapForm } from './gap-form.tsx'
import { useKeys } from './keys.ts'
import { LocusReading } from './locus-reading.tsx'
import { RulingForm } from './ruling-form.tsx'

/** The locus at hand: what the witnesses have, why the reading stands, and what the editor may do. */
export function LocusPanel({
  id,
  step,
}: {
  readonly id: string | null
  readonly step: (by: 1 | -1) => void
}) {
  const { words } = useDesk()
  const locus = useView('locus', id === null ? null : { id })
  const panel = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    if (id === null) return
    // In one column the panel stands above the text; beside it, it stays in sight by itself.
    panel.current?.focus({ preventScroll: !isNarrow() })
  }, [id])
  return (
    <section class="panel" ref={panel} tabIndex={-1} aria-label={words.tabs.readings}>
      <p class="small">{words.readingKeys}</p>
      <p class="acts">
        <button type="button" onClick={() => step(-1)}>
          {words.previous} <kbd>P</kbd>
        </button>
        <button type="button" onClick={() => step(1)}>
          {words.next} <kbd>N</kbd>
        </button>
      </p>
      {locus === null || locus.id !== id ? (
        <Keys step={step} />
      ) : locus.gap ? (
        <>
          <Keys step={step} />
          <Place locus={locus} />
          <GapForm key={locus.id} locus={locus} step={step} />
        </>
      ) : (
        <Locus key={locus.id} locus={locus} step={step} />
      )}
      {id === null && <p class="hint">{words.pickOne}</p>}
    </section>
  )
}

/** Listens for the keys that go from place to place. */
function Keys({ step }: { readonly step: (by: 1 | -1) => void }) {
  useKeys({ n: () => step(1), p: () => step(-1) })
  return null
}

function Place({ locus }: { readonly locus: LocusView }) {
  const { words } = useDesk()
  const { before, lemma, after, gap, title } = locus
  return (
    <h2 class="place">
      <span class="small">{title}</span> …{before}
      <mark>{gap ? '［……］' : seen(lemma, words)}</mark>
      {after}…
    </h2>
  )
}

/** What the editor may do with a locus. */
interface Rulings {
  readonly rule: (
    said: Pick<RulingWords, 'reading' | 'reason'> & Partial<RulingWords>,
  ) => Promise<boolean>
  /** Follows the witnesses of a reading. */
  readonly choose: (reading: LocusReadingView) => void
  readonly leave: () => void
  readonly withdraw: () => void
}

function useRulings(locus: LocusView): Rulings {
  const { words, act } = useDesk()
  const { ruling, work, method } = locus
  const rule: Rulings['rule'] = (said) =>
    act({
      kind: 'rule',
      ruling: { work, locus: locus.locus, method: method ?? '理校', ...said },
      ...(ruling === undefined ? {} : { of: ruling.of }),
    })
  return {
    rule,
    choose: ({ text, sigla }) =>
      void rule({ reading: text, method: '对校', reason: words.follow(sigla.join('、')) }),
    leave: () =>
      void rule({ reading: locus.lemma, certainty: 'undecided', reason: words.undecidedReason }),
    withdraw: () => {
      if (ruling !== undefined) void act({ kind: 'withdraw', of: ruling.of })
    },
  }
}

function Locus({
  locus,
  step,
}: {
  readonly locus: LocusView
  readonly step: (by: 1 | -1) => void
}) {
  const [form, setForm] = useState<Form | null>(null)
  const { ruling, clause, readings } = locus
  const { rule, choose, leave, withdraw } = useRulings(locus)
  useKeys({
    ...Object.fromEntries(
      readings.slice(0, 9).map((reading, at) => [String(at + 1), () => choose(reading)]),
    ),
    t: () => setForm('own'),
    r: () => setForm('note'),
    u: leave,
    w: withdraw,
    n: () => step(1),
    p: () => step(-1),
  })
  return (
    <>
      <Place locus={locus} />
      <Standing locus={locus} withdraw={withdraw} />
      <ol class="choices">
        {readings.map((reading, at) => (
          <LocusReading
            key={reading.text}
            reading={reading}
            number={at + 1}
            stands={reading.text === locus.lemma}
            choose={() => choose(reading)}
          />
        ))}
      </ol>
      <LocusActs open={setForm} leave={leave} />
      {form !== null && (
        <RulingForm
          key={form}
          first={form === 'own' ? 'reading' : 'reason'}
          reading={ruling?.reading ?? locus.lemma}
          reason={ruling?.reason ?? clause}
          citation={ruling?.citation ?? ''}
          save={async (said) => {
            const isWritten = await rule(said)
            if (isWritten) setForm(null)
            return isWritten
          }}
          cancel={() => setForm(null)}
        />
      )}
      <EvidenceList evidence={locus.evidence} />
    </>
  )
}

type Form = 'own' | 'note'

function LocusActs({
  open,
  leave,
}: {
  readonly open: (form: Form) => void
  readonly leave: () => void
}) {
  const { words } = useDesk()
  return (
    <p class="acts">
      <button type="button" onClick={() => open('own')}>
        {words.ownReading} <kbd>T</kbd>
      </button>
      <button type="button" onClick={leave}>
        {words.undecided} <kbd>U</kbd>
      </button>
      <button type="button" onClick={() => open('note')}>
        {words.reason} <kbd>R</kbd>
      </button>
    </p>
  )
}

/** How sure the reading is, why it stands, and the ruling on it. */
function Standing({
  locus,
  withdraw,
}: {
  readonly locus: LocusView
  readonly withdraw: () => void
}) {
  const { words } = useDesk()
  const { ruling, certainty, punctuation, clause } = locus
  return (
    <>
      <p>
        <span class={`mark ${ruling === undefined ? certainty : 'ruled'}`}>
          {words.certainty[certainty]}
        </span>{' '}
        {punctuation && <span class="badge">{words.punctuation}</span>} {clause}
      </p>
      {ruling !== undefined && (
        <p class="ruling">
          {ruling.reason}
          {ruling.citation === '' ? '' : `（${ruling.citation}）`}{' '}
          <span class="small">{words.ruledBy(ruling.by, ruling.date)}</span>{' '}
          <button type="button" onClick={withdraw}>
            {words.withdraw} <kbd>W</kbd>
          </button>
        </p>
      )}
    </>
  )
}

function EvidenceList({ evidence }: Pick<LocusView, 'evidence'>) {
  const { words } = useDesk()
  if (evidence.length === 0) return null
  return (
    <details>
      <summary>{words.evidence}</summary>
      <ul>
        {evidence.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  )
}
