import type { SharedStep } from '../../shared-memory/formal/index.ts'
import {
  type Count,
  type CountSummary,
  counts,
  type OperationSummaries,
  type SharedMeasures,
} from '../../shared-memory/index.ts'
import type { Remote } from './references.ts'

/** A passage, or an operation of an object. */
interface Passage {
  /** The first operation of a passage. */
  readonly operation: string
  readonly argument: unknown
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
  readonly #over: Passage[] = []

  constructor(doorwayEnds: number | null) {
    this.#doorwayEnds = doorwayEnds
  }

  step(step: SharedStep, remote: Remote): void {
    const { processor, from, to, next } = step
    if (from === 'remainder') this.#begin(step)
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
    this.#over.push(passage)
  }

  /** How many passages or operations are over. */
  get ended(): number {
    return this.#over.length
  }

  /** What the passage of a processor has cost so far, and how often it was bypassed; null if it is in none. */
  soFar(processor: number): (Readonly<Record<Count, number>> & { readonly bypass: number }) | null {
    const passage = this.#open.get(processor)
    if (passage === undefined) return null
    const { entriesBefore } = passage
    return { ...passage.counts, bypass: entriesBefore === null ? 0 : this.entries - entriesBefore }
  }

  summaries(): Pick<SharedMeasures, 'passage' | 'solo'> {
    const { all, solo } = summaries(this.#over)
    return { passage: all, solo }
  }

  /** The operation of an object that a processor is in; null if it is in none. */
  operation(processor: number): string | null {
    return this.#open.get(processor)?.operation ?? null
  }

  /** What the operations of an object have cost, those of these names. */
  operations(names: readonly string[]): OperationSummaries {
    const of = (name: string) => this.#over.filter(({ operation }) => operation === name)
    const byName = <T>(value: (name: string) => T) =>
      Object.fromEntries(names.map((name) => [name, value(name)]))
    return {
      ...summaries(this.#over),
      byName: byName((name) => summaries(of(name))),
      byArgument: byName((name) =>
        [...new Set(of(name).map(({ argument }) => Number(argument)))]
          .sort((a, b) => a - b)
          .map((argument) => ({
            argument,
            all: summary(of(name).flatMap((one) => (Number(one.argument) === argument ? [one.counts] : [])))!,
          })),
      ),
    }
  }

  #begin({ processor, operation, argument }: SharedStep): void {
    for (const passage of this.#open.values()) passage.solo = false
    const none = Object.fromEntries(counts.map((count) => [count, 0])) as Record<Count, number>
    const solo = this.#open.size === 0
    this.#open.set(processor, { operation, argument, counts: none, solo, entriesBefore: null })
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
    rmw: kind === 'flip' ? 0 : 1 - reads - writes,
    cc: remote.cc ? 1 : 0,
    'cc-write-back': remote['cc-write-back'] ? 1 : 0,
    dsm: remote.dsm ? 1 : 0,
  }
}

const summaries = (over: readonly Passage[]): Pick<OperationSummaries, 'all' | 'solo'> => ({
  all: summary(over.map((passage) => passage.counts)),
  solo: summary(over.filter(({ solo }) => solo).map((passage) => passage.counts)),
})

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
