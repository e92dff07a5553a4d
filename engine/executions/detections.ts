import { faultKinds, none } from '../faults/index.ts'
import type { AnyAlgorithm, Channel, Detected, DetectorClass, Network } from '../model/index.ts'
import { firstProblem } from './first-problem.ts'
import type { Header, RecordedEvent } from './format.ts'

/** When mistakes are over, and how late a crash may be noticed, where the faults say nothing of it. */
const careful = { until: 0, latency: 1 } as const

/**
 * Holds what failure detectors say in a recorded execution to the axioms of their class, by the crashes that are recorded:
 * completeness and accuracy, from the times on that the faults name.
 */
export class Detections {
  readonly #class: DetectorClass | undefined
  readonly #until: number
  readonly #latency: number
  readonly #network: Network
  /** Those that may fail; of all others, S and ◇S have to trust one. */
  readonly #mayFail: readonly number[]
  /** By processor that has crashed, the last time that it did, and when it came back. */
  readonly #crashes = new Map<number, { readonly from: number; readonly back: number }>()
  /** Those that have been suspected when the class must not suspect all. */
  readonly #suspected = new Set<number>()
  /** Who leads since everything has settled, and when it had; −1: nobody yet. */
  #leader = -1
  #since = 0

  constructor({ faults = none, may_fail = [] }: Header, { requires }: AnyAlgorithm, network: Network) {
    const { parts } = faultKinds.at(faults, network.n)
    const values = parts.find(({ entry }) => entry.name === 'suspicion')?.values ?? careful
    this.#class = (values as { readonly class?: DetectorClass }).class ?? requires.detector
    this.#until = values.until as number
    this.#latency = values.latency as number
    this.#network = network
    this.#mayFail = may_fail
  }

  /** Why a failure detector cannot say what the record has in an event; null if it can. Notes crashes. */
  problem(event: RecordedEvent): string | null {
    const { time, processor, detected, lies = false, crashes = false } = event
    // What liars hear is nobody's business.
    const problem = detected === undefined || lies ? null : this.#problem(processor, time, detected)
    if (crashes) this.#crashes.set(processor, { from: time, back: event.back ?? Number.POSITIVE_INFINITY })
    return problem
  }

  #problem(processor: number, time: number, detected: Detected): string | null {
    if (this.#class === undefined) return 'a failure detector says something, but the algorithm has none'
    if ('leader' in detected !== (this.#class === 'Ω'))
      return `its failure detector, of class ${this.#class}, answers another question`
    const degree = this.#network.degree(processor)
    const channels = 'leader' in detected ? [detected.leader] : detected.suspects
    const strange = channels.find((channel) => channel !== null && channel >= degree)
    if (strange != null) return `its failure detector speaks of channel ${strange}, which it has not`
    return 'leader' in detected
      ? this.#leaderProblem(processor, time, detected.leader)
      : this.#suspectsProblem(processor, time, new Set(detected.suspects))
  }

  /** When a processor crashed that is down; null if it is up. */
  #downSince(processor: number, now: number): number | null {
    const { from, back } = this.#crashes.get(processor) ?? { from: now, back: now }
    return from < now && now < back ? from : null
  }

  #suspectsProblem(processor: number, time: number, suspects: ReadonlySet<number>): string | null {
    const channels = Array.from({ length: this.#network.degree(processor) }, (_, channel) => channel)
    return firstProblem(channels, (channel) => {
      const other = this.#network.neighbor(processor, channel)
      const since = this.#downSince(other, time)
      if (!suspects.has(channel))
        return since !== null && time >= since + this.#latency
          ? `it does not suspect p_${other}, which crashed at ${since}`
          : null
      return since === null ? this.#mistake(other, time) : null
    })
  }

  /** A processor is suspected that is up. */
  #mistake(other: number, time: number): string | null {
    const mistake = `it suspects p_${other}, which has not crashed`
    if (this.#class === 'P') return `${mistake}; class P is never wrong`
    if (this.#class !== 'S' && time < this.#until) return null
    if (this.#class === '◇P') return `${mistake}; class ◇P is not wrong from ${this.#until} on`
    this.#suspected.add(other)
    const { n } = this.#network
    const correct = Array.from({ length: n }, (_, p) => p).filter((p) => !this.#mayFail.includes(p))
    if (correct.length === 0 || correct.some((p) => !this.#suspected.has(p))) return null
    return `${mistake}, and neither had the others that it might have trusted; class ${this.#class} trusts a correct one`
  }

  #leaderProblem(processor: number, time: number, channel: Channel | null): string | null {
    if (time < this.#until) return null
    const leader = channel === null ? processor : this.#network.neighbor(processor, channel)
    const down = this.#downSince(leader, time)
    if (down !== null && time >= down + this.#latency) return `p_${leader} leads, which crashed at ${down}`
    const settled = this.#settled(time)
    if (time < settled) return null
    if (settled > this.#since || this.#leader < 0) this.#leader = leader
    this.#since = settled
    if (leader === this.#leader) return null
    return `p_${leader} leads, but from ${settled} on it is p_${this.#leader}`
  }

  /** From when on all must have the same leader, until the next crash or recovery. */
  #settled(now: number): number {
    // Who crashes now is not down before the moment is over; who comes back now is up.
    const changes = [...this.#crashes.values()].flatMap(({ from, back }) => [
      ...(from < now ? [from] : []),
      ...(back <= now ? [back] : []),
    ])
    return Math.max(this.#until, ...changes.map((time) => time + this.#latency))
  }
}
