import { InputError } from '../../errors.ts'
import type { WakeUps } from '../schedules/play.ts'
import { byItself, onEarlierChannel, onSameChannel } from './happening.ts'
import type { Histories } from './histories.ts'
import type { LocalSteps } from './local-steps.ts'
import type { ConfigurationGraph } from './search.ts'
import type { StableTriggers } from './stable-triggers.ts'

/** How schedules are told apart and continued. */
export interface ScheduleRules {
  /** Channels deliver in the order of sending. */
  readonly fifo: boolean
  /** Whether initiators wake before anything else happens, or at any moment, if ever. */
  readonly wakeUps: WakeUps
  /** Whether to count units of time instead of messages. */
  readonly timed: boolean
  /** The types whose messages are counted, besides all of them. */
  readonly types: readonly string[]
  /** Null: no reduction. */
  readonly stable: StableTriggers | null
  /** Configurations with different histories are different. Absent: histories do not matter. */
  readonly histories?: Histories | null
}

/**
 * The graph of all schedules: its nodes are configurations, its edges the triggers that can be processed next.
 *
 * A configuration is a list of numbers: the states of p_0, p_1 …, that of the history if histories matter, then an entry for each trigger in transit, sorted, or
 * by channel in the order of sending if that matters. An entry is twice the trigger; where time is counted, plus one if
 * the trigger is new.
 *
 * Time: each step comes as late as it can when no delay exceeds 1 (see `latestLevels`), which is the earliest deadline
 * of a message in transit. All deadlines are this one, of the old messages, or one more, of the new; when no old one is
 * left, a unit of time passes and the new ones are old. To process a stable trigger earlier, once it is old, makes no
 * deadline earlier: what it sends has the same, and time passes no sooner. To process a silent one later, until it is
 * old, neither: nothing waits for it.
 */
export class ScheduleGraph implements ConfigurationGraph {
  readonly steps: LocalSteps
  /** How many processors there are, and at which place the entries of what is in transit begin. */
  readonly processors: number
  readonly n: number
  /** What the latest step has led to: the configuration, what it counts, and what it did. */
  readonly next = new Int32Array(1 << 16)
  length = 0
  /** Units of time; or messages, then those of each type. */
  readonly gains: Int32Array
  trigger = 0
  sends: readonly number[] = []
  failure: string | null = null
  /** Into how many kinds executions fall, by how many wake by themselves; 0 if they are not told apart. */
  readonly kinds: number
  readonly #rules: ScheduleRules
  /** By trigger: the place of its type among those that are counted, plus one; 0 if it is not. */
  readonly #typeOf: number[] = []
  #wakers = 0

  constructor(steps: LocalSteps, rules: ScheduleRules) {
    this.steps = steps
    this.processors = steps.initial.length
    this.n = this.processors + (rules.histories ? 1 : 0)
    this.#rules = rules
    this.gains = new Int32Array(rules.timed ? 1 : 1 + rules.types.length)
    this.kinds = steps.tellsWakersApart ? this.processors + 1 : 0
  }

  /** The kind of an execution that ends in a configuration: how many have woken by themselves. */
  kind(configuration: Int32Array): number {
    if (this.kinds === 0) return 0
    let wakers = 0
    for (let p = 0; p < this.processors; p++) if (this.steps.states[configuration[p]!]!.wokeItself) wakers++
    return wakers
  }

  /** Leads to the initial configuration, with these triggers in transit. */
  begin(triggers: readonly number[]): void {
    for (let p = 0; p < this.processors; p++) this.next[p] = this.steps.initial[p]!
    this.next[this.processors] = 0
    this.length = this.n
    this.#wakers = triggers.length
    for (const trigger of triggers) this.#insert(2 * trigger)
  }

  /** Whether no message is in transit and someone has woken; wake-ups that may or may not come do not count. */
  isFinal(configuration: Int32Array, length: number): boolean {
    if (length === this.n + this.#wakers) return false
    for (let place = this.n; place < length; place++)
      if (this.#rules.wakeUps === 'at zero' || !this.#wakes(configuration[place]! >> 1)) return false
    return true
  }

  #wakes(trigger: number): boolean {
    return this.steps.triggers[trigger]!.channel === byItself
  }

  /** The places of the entries that are to be tried next: by the reduction, or all. */
  choices(configuration: Int32Array, length: number, reduced = true): number[] {
    const { fifo, timed, wakeUps } = this.#rules
    const stable = reduced ? this.#rules.stable : null
    const { triggers } = this.steps
    const places: number[] = []
    stable?.earn()
    if (wakeUps === 'at zero')
      for (let place = this.n; place < length; place++)
        if (this.#wakes(configuration[place]! >> 1)) return [place]
    for (let place = this.n; place < length; place++) {
      const entry = configuration[place]!
      const trigger = entry >> 1
      const { processor, channel } = triggers[trigger]!
      if (place > this.n) {
        const before = configuration[place - 1]! >> 1
        // Of equal triggers the older is as good; behind another on its channel, it is not its turn.
        if (trigger === before && !fifo) continue
        if (fifo && onSameChannel(triggers[before]!, triggers[trigger]!)) continue
      }
      const stability =
        stable === null || channel < 0 ? 'unstable' : stable.stability(configuration[processor]!, trigger)
      if (stability !== 'unstable' && (!timed || entry % 2 === 0)) return [place]
      // Nothing needs it before it is old, unless it holds up another on its channel.
      if (stability === 'silent' && !(fifo && this.#holdsUp(configuration, length, place))) continue
      places.push(place)
    }
    return places
  }

  #holdsUp(configuration: Int32Array, length: number, place: number): boolean {
    if (place + 1 === length) return false
    const { triggers } = this.steps
    return onSameChannel(triggers[configuration[place]! >> 1]!, triggers[configuration[place + 1]! >> 1]!)
  }

  /** Processes the trigger at a place of a configuration; the result is in the fields. */
  take(configuration: Int32Array, length: number, place: number): void {
    const { next } = this
    const trigger = configuration[place]! >> 1
    const { processor } = this.steps.triggers[trigger]!
    const {
      next: state,
      sends,
      asks,
      crossings,
      failure,
    } = this.steps.step(configuration[processor]!, trigger)
    for (let i = 0; i < place; i++) next[i] = configuration[i]!
    for (let i = place + 1; i < length; i++) next[i - 1] = configuration[i]!
    this.length = length - 1
    next[processor] = state
    const { timed, histories } = this.#rules
    if (histories)
      next[this.processors] = histories.after(configuration[this.processors]!, processor, crossings)
    if (asks >= 0) this.#insert(2 * asks)
    for (const sent of sends) this.#insert(timed ? 2 * sent + 1 : 2 * sent)
    this.trigger = trigger
    this.sends = sends
    this.failure = failure
    this.gains.fill(0)
    this.gains[0] = timed ? this.#passTime() : sends.length
    if (this.gains.length > 1) for (const sent of sends) this.#countType(sent)
  }

  #countType(trigger: number): void {
    const place = (this.#typeOf[trigger] ??=
      1 + this.#rules.types.indexOf(this.steps.triggers[trigger]!.message!.type))
    if (place > 0) this.gains[place]!++
  }

  /** Puts an entry in its place, behind those that are equal or, first in, first out, on the same channel. */
  #insert(entry: number): void {
    const { next } = this
    if (this.length === next.length)
      throw new InputError(`more than ${next.length} messages are in transit; explore is for small instances`)
    let place = this.length++
    while (place > this.n && this.#comesBefore(entry, next[place - 1]!)) {
      next[place] = next[place - 1]!
      place--
    }
    next[place] = entry
  }

  #comesBefore(a: number, b: number): boolean {
    if (!this.#rules.fifo) return a < b
    return onEarlierChannel(this.steps.triggers[a >> 1]!, this.steps.triggers[b >> 1]!)
  }

  /** 1 if no message in transit is old but some are new, which then become old; else 0. */
  #passTime(): number {
    const { next, n, length } = this
    if (length === n) return 0
    for (let place = n; place < length; place++) if (next[place]! % 2 === 0) return 0
    for (let place = n; place < length; place++) next[place]!--
    return 1
  }
}
