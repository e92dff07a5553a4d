import { InputError } from '../../errors.ts'
import type { Sending } from '../../formal/transition.ts'
import type { ComputedInstance } from '../../instance.ts'
import type { AnyAlgorithm, Call, Crossing, Message } from '../../model/index.ts'
import { canonicalText } from './canonical-text.ts'
import { CarefulSteps } from './careful-steps.ts'
import { asked, byItself, describeHappening, type Happening } from './happening.ts'
import { describeChange, type LocalState } from './local-state.ts'

/** Something that can happen to a processor. Its number stands for it: two are the same just if they are equal. */
type Trigger = Happening

/** What a trigger does to a processor in a state. */
export interface LocalStep {
  readonly next: number
  /** The triggers that it sends, in the order of sending. */
  readonly sends: readonly number[]
  /** The trigger with which the processor is asked for something more, as it may be from now on; −1 if there is none. */
  readonly asks: number
  /** What crosses the interface. */
  readonly crossings: readonly Crossing[]
  /** What the algorithm throws; null if nothing. */
  readonly failure: string | null
}

/**
 * The transition function of an algorithm on an instance, between numbered states and by numbered triggers. Each step
 * is computed once, so that exploring all schedules is looking up numbers; `repeat` computes each once more.
 */
export class LocalSteps {
  readonly states: LocalState[] = []
  readonly triggers: Trigger[] = []
  readonly initial: readonly number[]
  /** By state: a number that states share if they differ only in who woke by itself. */
  readonly plain: number[] = []
  /** Whether states tell who woke by itself; else that is as good as the same. */
  readonly tellsWakersApart: boolean
  readonly #algorithm: AnyAlgorithm
  readonly #instance: ComputedInstance
  readonly #careful: CarefulSteps
  readonly #calls: readonly (readonly Call[])[]
  readonly #stateNumbers = new Map<string, number>()
  readonly #plainNumbers = new Map<string, number>()
  readonly #triggerNumbers = new Map<string, number>()
  /** By state, by trigger. */
  readonly #steps: (LocalStep | undefined)[][] = []
  /** The states and triggers of all steps, in the order in which they were computed. */
  readonly #order: (readonly [number, number])[] = []

  /** `calls`: what each processor is asked for, one after the other. */
  constructor(
    algorithm: AnyAlgorithm,
    instance: ComputedInstance,
    tellsWakersApart = false,
    calls: readonly (readonly Call[])[] = [],
  ) {
    this.#calls = calls
    this.tellsWakersApart = tellsWakersApart
    this.#algorithm = algorithm
    this.#instance = instance
    this.#careful = new CarefulSteps(algorithm, instance)
    this.initial = this.#careful.initial().map((local) => this.#stateNumber(local))
  }

  /** The trigger for a processor that wakes by itself. */
  wakeUp(processor: number): number {
    return this.#triggerNumber({ processor, channel: byItself, message: null })
  }

  /** The trigger for a message that comes by a channel of the receiver. */
  delivery(processor: number, channel: number, message: Message): number {
    return this.#triggerNumber({ processor, channel, message })
  }

  /** The trigger with which a processor is asked for an operation. */
  asking(processor: number, call: Call): number {
    return this.#triggerNumber({ processor, channel: asked, message: null, call })
  }

  /** The triggers with which processors are asked for something first. */
  firstCalls(): number[] {
    return this.initial.map((state, p) => this.#nextCall(p, this.states[state]!)).filter((one) => one >= 0)
  }

  /** The trigger with which a processor may be asked for something in a state; −1 if there is none. */
  #nextCall(processor: number, { calls, standing, status }: LocalState): number {
    const call = this.#calls[processor]?.[calls]
    if (call === undefined || standing.pending !== null || status === 'terminated') return -1
    return this.asking(processor, call)
  }

  /** What a trigger does to its processor in a state. */
  step(state: number, trigger: number): LocalStep {
    const steps = (this.#steps[state] ??= [])
    let step = steps[trigger]
    if (step === undefined) {
      this.#order.push([state, trigger])
      steps[trigger] = step = this.#compute(state, trigger)
    }
    return step
  }

  /**
   * Computes every step once more, the last first, and throws an InputError if one does not come out as before: then
   * the algorithm is no function of state and message, and nothing can be said of all its executions.
   */
  repeat(): void {
    for (const [state, trigger] of this.#order.toReversed())
      this.#assertSame(state, trigger, this.step(state, trigger), this.#compute(state, trigger))
  }

  /** How many steps were computed so far. */
  get computed(): number {
    return this.#order.length
  }

  #assertSame(state: number, trigger: number, first: LocalStep, second: LocalStep): void {
    const sends = [first, second].map((step) => this.#describeSends(step))
    const [before, after] = [this.states[first.next]!, this.states[second.next]!]
    const difference =
      sends[0] !== sends[1]
        ? `first ${sends[0]}, then ${sends[1]}`
        : before.status !== after.status
          ? `is first ${before.status}, then ${after.status}`
          : first.next !== second.next
            ? `comes to another state: ${describeChange(before.state, after.state)}`
            : null
    if (difference === null) return
    const place = describeHappening(this.triggers[trigger]!)
    throw new InputError(
      `${this.#algorithm.name}: ${place} does not do the same twice in the state ${canonicalText(this.states[state]!.state)}: it ${difference}; it may depend on nothing but state and message`,
    )
  }

  #describeSends({ sends, failure }: LocalStep): string {
    if (failure !== null) return `throws “${failure}”`
    if (sends.length === 0) return 'sends nothing'
    const each = sends.map((trigger) => {
      const { processor, message } = this.triggers[trigger]!
      return `${canonicalText(message)} to p_${processor}`
    })
    return `sends ${each.join(', ')}`
  }

  #compute(before: number, trigger: number): LocalStep {
    const happening = this.triggers[trigger]!
    const { after, sent, crossings, failure } = this.#careful.step(this.states[before]!, happening)
    // What a step leaves pending is asked in none before it is answered, and then once.
    const asks = crossings.some(({ kind }) => kind !== 'output')
      ? this.#nextCall(happening.processor, after)
      : -1
    const sends = sent.map((sending) => this.#triggerOf(happening.processor, sending))
    return { next: failure === null ? this.#stateNumber(after) : before, sends, asks, crossings, failure }
  }

  #triggerOf(sender: number, { channel, message }: Sending): number {
    const { network } = this.#instance
    const [processor, from] = [network.neighbor(sender, channel), network.mirror(sender, channel)]
    return this.#triggerNumber({ processor, channel: from, message })
  }

  #stateNumber(local: LocalState): number {
    const { text } = local
    const full = this.tellsWakersApart ? `${local.wokeItself} ${text}` : text
    const known = this.#stateNumbers.get(full)
    if (known !== undefined) return known
    this.#stateNumbers.set(full, this.states.length)
    const plain = this.#plainNumbers.get(text) ?? this.#plainNumbers.size
    this.#plainNumbers.set(text, plain)
    this.plain.push(plain)
    return this.states.push(local) - 1
  }

  #triggerNumber(trigger: Trigger): number {
    const { processor, channel, message, call = null } = trigger
    const text = `${processor} ${channel} ${canonicalText(call ?? message)}`
    const known = this.#triggerNumbers.get(text)
    if (known !== undefined) return known
    this.#triggerNumbers.set(text, this.triggers.length)
    return this.triggers.push(trigger) - 1
  }
}
