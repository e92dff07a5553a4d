import type { SharedStep } from '../../shared-memory/formal/index.ts'
import { type Count, type CountSummary, counts, type SharedMeasures } from '../../shared-memory/index.ts'
import type { Remote } from './references.ts'

/** A passage that goes on. */
interface Passage {
  readonly counts: Record<Count, number>
  solo: boolean
  /** How many had entered when its doorway ended; null before that. */
  entriesBefore: number | null
}

/** What the passages of an execution cost, step by step: by sums over steps, with nothing of the loop’s ledger. */
export class PassageCosts {
  entries = 0
  bypass = 0
  contention = 0
  readonly #doorwayEnds: number | null
  /** By processor, the passage that it is in. */
  readonly #open = new Map<number, Passage>()
  readonly #all: Record<Count, number>[] = []
  readonly #solo: Record<Count, number>[] = []

  constructor(doorwayEnds: number | null) {
    this.#doorwayEnds = doorwayEnds
  }

  step(step: SharedStep, remote: Remote): void {
    const { processor, from, to, next } = step
    if (from === 'remainder') this.#begin(processor)
    const passage = this.#open.get(processor)!
    for (const [count, one] of Object.entries(costOf(step, remote))) passage.counts[count as Count] += one
    if (to === 'entry' && (this.#doorwayEnds === null || next === this.#doorwayEnds))
      passage.entriesBefore ??= this.entries
    if (to === 'critical') {
      if (passage.entriesBefore !== null)
        this.bypass = Math.max(this.bypass, this.entries - passage.entriesBefore)
      this.entries++
    }
    if (to !== 'remainder') return
    this.#open.delete(processor)
    this.#all.push(passage.counts)
    if (passage.solo) this.#solo.push(passage.counts)
  }

  /** What the passage of a processor has cost so far, and how often it was bypassed; null if it is in none. */
  soFar(processor: number): (Readonly<Record<Count, number>> & { readonly bypass: number }) | null {
    const passage = this.#open.get(processor)
    if (passage === undefined) return null
    const { entriesBefore } = passage
    return { ...passage.counts, bypass: entriesBefore === null ? 0 : this.entries - entriesBefore }
  }

  summaries(): Pick<SharedMeasures, 'passage' | 'solo'> {
    return { passage: summary(this.#all), solo: summary(this.#solo) }
  }

  #begin(processor: number): void {
    for (const passage of this.#open.values()) passage.solo = false
    const none = Object.fromEntries(counts.map((count) => [count, 0])) as Record<Count, number>
    this.#open.set(processor, { counts: none, solo: this.#open.size === 0, entriesBefore: null })
    this.contention = Math.max(this.contention, this.#open.size)
  }
}

function costOf({ kind }: SharedStep, remote: Remote): Record<Count, number> {
  const reads = kind === 'read' || kind === 'await' ? 1 : 0
  const writes = kind === 'write' ? 1 : 0
  return {
    steps: 1,
    reads,
    writes,
    rmw: 1 - reads - writes,
    cc: remote.cc ? 1 : 0,
    'cc-write-back': remote['cc-write-back'] ? 1 : 0,
    dsm: remote.dsm ? 1 : 0,
  }
}

function summary(passages: readonly Readonly<Record<Count, number>>[]): CountSummary | null {
  if (passages.length === 0) return null
  const over = (value: (list: readonly number[]) => number) =>
    Object.fromEntries(
      counts.map((count) => [count, value(passages.map((passage) => passage[count]))]),
    ) as Record<Count, number>
  return {
    passages: passages.length,
    max: over((list) => list.reduce((a, b) => Math.max(a, b))),
    min: over((list) => list.reduce((a, b) => Math.min(a, b))),
    mean: over((list) => list.reduce((a, b) => a + b) / list.length),
  }
}
