import type { Count } from '../model/index.ts'
import { at, type CountSummary, stride, Tally } from './ledger.ts'

/** What the operations of an object have cost; null where there were none. */
export interface OperationSummaries {
  readonly all: CountSummary | null
  /** The same of operations during which no other was under way. */
  readonly solo: CountSummary | null
  /** By the name of the operation. */
  readonly byName: Readonly<Record<string, Pick<OperationSummaries, 'all' | 'solo'>>>
  /** By what it was asked with, by the name of the operation; only where claims speak of that. */
  readonly byArgument: Readonly<Record<string, readonly { argument: number; all: CountSummary }[]>>
}

/** Counts of operations that go on, and what those that are over came to. */
export class OperationLedger {
  /** By processor, in stretches of eight: the counts of its operation so far. Memory adds to them. */
  readonly counted: Uint32Array
  contention = 0
  contentionMax = 0
  completed = 0
  #begun = 0
  readonly #begunBefore: Float64Array
  readonly #alone: Uint8Array
  /** All operations, then each kind. */
  readonly #all: readonly Tally[]
  readonly #solo: readonly Tally[]
  /** By operation, by argument; null where nothing is claimed of that. */
  readonly #byArgument: readonly (Map<number, Tally> | null)[]
  readonly #names: readonly string[]

  constructor(n: number, names: readonly string[], byArgument: readonly boolean[]) {
    this.counted = new Uint32Array(n * stride)
    this.#begunBefore = new Float64Array(n)
    this.#alone = new Uint8Array(n)
    this.#names = names
    this.#all = [new Tally(), ...names.map(() => new Tally())]
    this.#solo = [new Tally(), ...names.map(() => new Tally())]
    this.#byArgument = byArgument.map((asked) => (asked ? new Map() : null))
  }

  /** An operation of a processor begins. */
  begin(p: number): void {
    this.#begunBefore[p] = ++this.#begun
    this.#alone[p] = this.contention++ === 0 ? 1 : 0
    if (this.contention > this.contentionMax) this.contentionMax = this.contention
  }

  /** Its operation, of this kind and with this argument, is over. */
  end(p: number, operation: number, argument: unknown): void {
    this.contention--
    this.completed++
    const from = p * stride
    this.#all[0]!.add(this.counted, from)
    this.#all[operation + 1]!.add(this.counted, from)
    if (this.#alone[p] === 1 && this.#begunBefore[p] === this.#begun) {
      this.#solo[0]!.add(this.counted, from)
      this.#solo[operation + 1]!.add(this.counted, from)
    }
    const tallies = this.#byArgument[operation]
    if (tallies) {
      const key = Number(argument)
      const tally = tallies.get(key) ?? new Tally()
      tallies.set(key, tally)
      tally.add(this.counted, from)
    }
    this.counted.fill(0, from, from + stride)
  }

  /** The most of a count so far, of the operation with this number or, if it is null, of any. */
  most(operation: number | null, count: Count): number {
    return this.#all[operation === null ? 0 : operation + 1]!.max[at[count]]!
  }

  summaries(): OperationSummaries {
    const kind = (i: number) => ({ all: this.#all[i]!.summary(), solo: this.#solo[i]!.summary() })
    const named = <T>(value: (i: number) => T) =>
      Object.fromEntries(this.#names.map((name, i) => [name, value(i)]))
    return {
      ...kind(0),
      byName: named((i) => kind(i + 1)),
      byArgument: named((i) =>
        [...(this.#byArgument[i] ?? [])]
          .map(([argument, tally]) => ({ argument, all: tally.summary()! }))
          .sort((a, b) => a.argument - b.argument),
      ),
    }
  }
}
