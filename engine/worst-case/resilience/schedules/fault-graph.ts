import { byItself, onEarlierChannel, onSameChannel } from '../../explore/happening.ts'
import type { LocalSteps } from '../../explore/local-steps.ts'
import type { ConfigurationGraph } from '../../explore/search.ts'

/** What can happen next: a processor takes a step, which may be its last, or is lied to. */
export type FaultMove =
  | { readonly kind: 'steps'; readonly trigger: number }
  /** Of what the step sends, only these get anything. */
  | { readonly kind: 'crashes'; readonly trigger: number; readonly receivers: readonly number[] }
  | { readonly kind: 'lies'; readonly trigger: number }

/** What may go wrong. */
interface Wrong {
  /** How many processors may crash. */
  readonly crashes: number
  readonly liars: readonly number[]
  /** All that liars can say, as triggers of those who hear it. */
  readonly lies: readonly number[]
}

/**
 * The graph of all schedules in which processors crash or lie: its nodes are configurations, its edges moves.
 *
 * A configuration is a list of numbers: for each processor twice its state, plus one if it has crashed, then the triggers in transit to
 * those that still do something, sorted, or by channel in the order of sending if that matters. Liars have no state, and say
 * anything at any time and as often as they like; what makes no difference to who hears it is not looked at.
 */
export class FaultGraph implements ConfigurationGraph {
  readonly next = new Int32Array(1 << 12)
  length = 0
  /** Messages of correct processors. */
  readonly gains = new Int32Array(1)
  readonly kinds = 0
  /** The latest move. */
  trigger = 0
  sends: readonly number[] = []
  failure: string | null = null
  readonly moves: FaultMove[] = []
  readonly #numbers = new Map<string, number>()
  readonly #steps: LocalSteps
  readonly #n: number
  readonly #fifo: boolean
  readonly #wrong: Wrong

  constructor(steps: LocalSteps, fifo: boolean, wrong: Wrong) {
    this.#steps = steps
    this.#n = steps.initial.length
    this.#fifo = fifo
    this.#wrong = wrong
  }

  /** Leads to the initial configuration, in which these are in transit. */
  begin(triggers: readonly number[]): void {
    for (let p = 0; p < this.#n; p++) this.next[p] = 2 * this.#steps.initial[p]!
    this.length = this.#n
    for (const trigger of triggers) this.#insert(trigger)
  }

  kind(): number {
    return 0
  }

  /** Whether nothing is in transit; liars may go on, and need not. */
  isFinal(_: Int32Array, length: number): boolean {
    return length === this.#n
  }

  /** The moves that are possible. Whoever wakes by itself does so first of all. */
  choices(configuration: Int32Array, length: number): number[] {
    const { triggers } = this.#steps
    const waking = configuration.subarray(this.#n, length).find((one) => triggers[one]!.channel === byItself)
    if (waking !== undefined) return this.#movesWith(configuration, waking)
    const found: number[] = []
    for (let place = this.#n; place < length; place++) {
      const trigger = configuration[place]!
      if (place > this.#n && this.#waits(trigger, configuration[place - 1]!)) continue
      found.push(...this.#movesWith(configuration, trigger))
    }
    for (const trigger of this.#wrong.lies) {
      const state = configuration[triggers[trigger]!.processor]! >> 1
      const { next, sends, failure } = this.#steps.step(state, trigger)
      if (next !== state || sends.length > 0 || failure !== null)
        found.push(this.#number({ kind: 'lies', trigger }))
    }
    return found
  }

  /** Whether it is the turn of the one before it: of equal ones the first is as good, and channels may keep the order. */
  #waits(trigger: number, before: number): boolean {
    if (!this.#fifo) return trigger === before
    return onSameChannel(this.#steps.triggers[trigger]!, this.#steps.triggers[before]!)
  }

  #movesWith(configuration: Int32Array, trigger: number): number[] {
    const { processor } = this.#steps.triggers[trigger]!
    const found = [this.#number({ kind: 'steps', trigger })]
    let crashed = 0
    for (let p = 0; p < this.#n; p++) crashed += configuration[p]! & 1
    if (crashed >= this.#wrong.crashes) return found
    const { sends } = this.#steps.step(configuration[processor]! >> 1, trigger)
    const reached = [...new Set(sends.map((sent) => this.#steps.triggers[sent]!.processor))]
    let sets: number[][] = [[]]
    for (const q of reached) sets = [...sets, ...sets.map((set) => [...set, q])]
    for (const receivers of sets) found.push(this.#number({ kind: 'crashes', trigger, receivers }))
    return found
  }

  #number(move: FaultMove): number {
    const text = `${move.kind} ${move.trigger} ${move.kind === 'crashes' ? move.receivers.join() : ''}`
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    this.#numbers.set(text, this.moves.length)
    return this.moves.push(move) - 1
  }

  /** Makes a move; what it leads to is in the fields. */
  take(configuration: Int32Array, length: number, number: number): void {
    const move = this.moves[number]!
    const { processor } = this.#steps.triggers[move.trigger]!
    const step = this.#steps.step(configuration[processor]! >> 1, move.trigger)
    const sends =
      move.kind === 'crashes'
        ? step.sends.filter((sent) => move.receivers.includes(this.#steps.triggers[sent]!.processor))
        : step.sends
    for (let p = 0; p < this.#n; p++) this.next[p] = configuration[p]!
    this.next[processor] = 2 * step.next + (move.kind === 'crashes' ? 1 : 0)
    this.length = this.#n
    let left = move.kind !== 'lies'
    for (let place = this.#n; place < length; place++) {
      if (left && configuration[place] === move.trigger) left = false
      else this.#insert(configuration[place]!)
    }
    for (const sent of sends) this.#insert(sent)
    this.trigger = number
    this.sends = []
    this.failure = step.failure
    this.gains[0] = sends.length
  }

  /** Puts what is in transit in its place, unless nobody is left to whom it makes a difference. */
  #insert(trigger: number): void {
    const { next } = this
    const { processor } = this.#steps.triggers[trigger]!
    const status = this.#steps.states[next[processor]! >> 1]!.status
    if ((next[processor]! & 1) === 1 || status === 'terminated' || this.#wrong.liars.includes(processor))
      return
    let place = this.length++
    while (place > this.#n && this.#comesBefore(trigger, next[place - 1]!)) {
      next[place] = next[place - 1]!
      place--
    }
    next[place] = trigger
  }

  #comesBefore(a: number, b: number): boolean {
    if (!this.#fifo) return a < b
    return onEarlierChannel(this.#steps.triggers[a]!, this.#steps.triggers[b]!)
  }
}
