import type { Crash, Fate, Fault, Outage, Suspicion } from './fault.ts'
import type { Liar } from './liar.ts'

/**
 * The faults of one execution: who may fail and how, and what becomes of messages. It answers as the execution goes along,
 * so each execution needs a plan of its own.
 */
export class FaultPlan {
  /** What it is made of. */
  readonly faults: readonly Fault[]
  /** The Byzantine processors. */
  readonly liars: ReadonlyMap<number, Liar>
  /** What failure detectors get wrong; null: nothing. */
  readonly suspicion: Suspicion | null
  readonly #crashes: ReadonlyMap<number, Crash>
  /** By processor, the crashes still to come after which it comes back. */
  readonly #outages: ReadonlyMap<number, Outage[]>
  readonly #mayFail: ReadonlySet<number>
  /** By processor, its latest crash: when, and when it comes back. */
  readonly #down = new Map<number, { readonly from: number; readonly back: number }>()
  readonly #strikes: readonly NonNullable<Fault['strikes']>[]
  readonly #corrupts: readonly NonNullable<Fault['corrupts']>[]

  constructor(faults: readonly Fault[]) {
    this.faults = faults
    this.#crashes = new Map(faults.flatMap(({ crashes = [] }) => [...crashes]))
    this.#outages = new Map(
      faults.flatMap(({ outages = [] }) => [...outages].map(([p, list]) => [p, [...list]] as const)),
    )
    this.liars = new Map(faults.flatMap(({ liars = [] }) => [...liars]))
    this.suspicion = faults.find(({ suspicion }) => suspicion !== undefined)?.suspicion ?? null
    const careless = faults.flatMap(({ careless = [] }) => [...careless])
    this.#mayFail = new Set([...this.#crashes.keys(), ...this.liars.keys(), ...careless])
    this.#strikes = faults.flatMap((fault) => (fault.strikes ? [fault.strikes.bind(fault)] : []))
    this.#corrupts = faults.flatMap((fault) => (fault.corrupts ? [fault.corrupts.bind(fault)] : []))
  }

  /** The processors that may fail in this execution, in ascending order. */
  get failing(): readonly number[] {
    return [...this.#mayFail].sort((a, b) => a - b)
  }

  /** Those that are to crash for good. */
  get crashing(): readonly number[] {
    return [...this.#crashes.keys()]
  }

  /** Whether a processor may fail in this execution, now or later. */
  mayFail(processor: number): boolean {
    return this.#mayFail.has(processor)
  }

  /** Whether some begin in other states than their initial ones. */
  get corrupts(): boolean {
    return this.#corrupts.length > 0
  }

  /** The state in which a processor begins; to be asked once for each. */
  begun(processor: number, initial: object): object {
    return this.#corrupts.reduce((state, corrupts) => corrupts(processor, state), initial)
  }

  /** Whether some come back after a crash. */
  get hasOutages(): boolean {
    return this.#outages.size > 0
  }

  /** Whether the step of a processor at this time is its last, or its last before it comes back; to be asked once for each. */
  isLast(processor: number, time: number): boolean {
    const crash = this.#crashOf(processor)
    return crash !== undefined && time >= crash.time && crash.isDue?.() !== false
  }

  /** When a processor comes back whose step at this time is its last; Infinity if never. */
  backAt(processor: number, time: number): number {
    const down = this.#outages.get(processor)?.[0]?.down ?? Number.POSITIVE_INFINITY
    // Later, even if that is too short for the precision of times.
    return Math.max(time + down, time + Math.max(Number.MIN_VALUE, time * 2 ** -52))
  }

  /** A processor has taken such a step at this time, and all its messages have their fates. */
  crashed(processor: number, time: number): void {
    this.#down.set(processor, { from: time, back: this.backAt(processor, time) })
    this.#outages.get(processor)?.shift()
  }

  /** Whether a processor is to fail, or to crash and come back. */
  goesDown(processor: number): boolean {
    return this.#mayFail.has(processor) || this.#outages.has(processor)
  }

  /** When a processor crashed that is down now; null if it is up, or crashes only now. */
  downSince(processor: number, now: number): number | null {
    const { from, back } = this.#down.get(processor) ?? { from: now, back: now }
    return from < now && now < back ? from : null
  }

  #crashOf(processor: number): Crash | undefined {
    return this.#crashes.get(processor) ?? this.#outages.get(processor)?.[0]
  }

  /** What becomes of a message of a step; to be asked once for each, in the order of sending. `last`: of its sender. */
  fate(sender: number, receiver: number, time: number, last: boolean): Fate {
    if (last && !this.#crashOf(sender)!.reaches(receiver)) return 'omitted'
    for (const strikes of this.#strikes) {
      const fate = strikes(sender, receiver, time)
      if (fate !== null) return fate
    }
    return 'sent'
  }
}
