import { corrupted, Detector, type FaultPlan, lying } from '../faults/index.ts'
import type { AnyAlgorithm } from '../model/index.ts'
import { type Configuration, sentBy } from './configuration.ts'
import type { Computation, Mishap } from './event.ts'
import type { System } from './system.ts'

/** The faults of a timed execution, and what failure detectors say of them, turned into its events. */
export class Mishaps {
  readonly #plan: FaultPlan | null
  /** By processor that is down, when it comes back. */
  readonly #backs = new Map<number, number>()
  #detector: Detector | null = null
  /** The processor at work. */
  #current = 0

  constructor(plan: FaultPlan | null) {
    this.#plan = plan
  }

  /** The system with its liars, whose processors begin as they are to begin, before anything happens. */
  among(system: System): System {
    const plan = this.#plan
    this.#detector = Detector.of(system.algorithm, system.instance.network, plan)
    if (plan === null) return system
    const algorithm = plan.liars.size === 0 ? system.algorithm : this.#lying(system.algorithm, plan)
    return { ...system, algorithm: corrupted(algorithm, plan, system.instance.network.n) }
  }

  #lying(algorithm: AnyAlgorithm, plan: FaultPlan): AnyAlgorithm {
    let begun = 0
    const lies = lying(algorithm, plan, () => this.#current)
    const initially: typeof lies.initially = (input) => {
      // Processors begin in the order of their numbers.
      this.#current = begun++
      return lies.initially(input)
    }
    return Object.assign(Object.create(lies) as AnyAlgorithm, { initially })
  }

  /** What is to be said of a step before it happens: whether it is the last, whether it is a liar's, whom it suspects. */
  ofStep(
    { processors }: Configuration,
    processor: number,
    now: number,
  ): Pick<Computation, 'last' | 'back' | 'lies' | 'recovers' | 'detected'> {
    this.#current = processor
    const detected = this.#detector?.at(processor, now)
    if (this.#plan === null) return { ...(detected && { detected }) }
    const isOver = processors[processor]!.status === 'terminated'
    const last = !isOver && this.#plan.isLast(processor, now)
    const back = last ? this.#plan.backAt(processor, now) : Number.POSITIVE_INFINITY
    return {
      ...(detected && { detected }),
      last,
      ...(back < Number.POSITIVE_INFINITY && { back }),
      lies: this.#plan.liars.has(processor),
      ...(this.comesBack(processor, now) && { recovers: true }),
    }
  }

  /** Whether a processor is down now that will come back. */
  isDown(processor: number, now: number): boolean {
    return (this.#backs.get(processor) ?? now) > now
  }

  comesBack(processor: number, now: number): boolean {
    return this.#backs.get(processor) === now
  }

  /** When processors come back that are down. */
  get backs(): readonly number[] {
    return [...this.#backs.values()]
  }

  /** What happens to the messages of a step, in the order of sending; then come the copies. */
  ofMessages(before: Configuration, after: Configuration, step: Computation, now: number): Mishap[] {
    const plan = this.#plan
    if (plan === null) return []
    const { processor: sender, last = false, back } = step
    const fates = sentBy(before, after, sender).map(({ id, receiver }) => ({
      fate: plan.fate(sender, receiver, now, last),
      letter: { sender, receiver, message: id },
    }))
    if (step.recovers) this.#backs.delete(sender)
    if (last) plan.crashed(sender, now)
    if (back !== undefined) this.#backs.set(sender, back)
    const gone = fates.flatMap(({ fate, letter }): Mishap[] =>
      fate === 'sent' || fate === 'twice' ? [] : [{ kind: fate, ...letter }],
    )
    const copied = fates.filter(({ fate }) => fate === 'twice')
    return [...gone, ...copied.map(({ letter }): Mishap => ({ kind: 'copied', ...letter }))]
  }
}
