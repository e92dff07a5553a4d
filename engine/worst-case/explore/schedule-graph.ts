import { InputError } from '../../errors.ts'
import type { WakeUps } from '../schedules/play.ts'
import type { LocalSteps } from './local-steps.ts'
import type { StableLetters } from './stable-letters.ts'

/** How schedules are told apart and continued. */
export interface ScheduleRules {
  /** Channels deliver in the order of sending. */
  readonly fifo: boolean
  /** Whether initiators wake before anything else happens, or at any moment, if ever. */
  readonly wakeUps: WakeUps
  /** Whether to count units of time instead of messages. */
  readonly timed: boolean
  /** Null: no reduction. */
  readonly stable: StableLetters | null
}

/**
 * The graph of all schedules: its nodes are configurations, its edges the letters that can be processed next.
 *
 * A configuration is a list of numbers: the states of p_0, p_1 …, then an entry for each letter in transit, sorted, or
 * by channel in the order of sending if that matters. An entry is twice the letter; where time is counted, plus one if
 * the letter is new.
 *
 * Time: each step comes as late as it can when no delay exceeds 1 (see `latestLevels`), which is the earliest deadline
 * of a message in transit. All deadlines are this one, of the old messages, or one more, of the new; when no old one is
 * left, a unit of time passes and the new ones are old. To process a stable letter earlier, once it is old, makes no
 * deadline earlier: what it sends has the same, and time passes no sooner. To process a silent one later, until it is
 * old, neither: nothing waits for it.
 */
export class ScheduleGraph {
  readonly steps: LocalSteps
  readonly n: number
  /** What the latest step has led to: the configuration, what it counts, and what it did. */
  readonly next = new Int32Array(1 << 16)
  length = 0
  gain = 0
  letter = 0
  sends: readonly number[] = []
  failure: string | null = null
  readonly #rules: ScheduleRules
  #wakers = 0

  constructor(steps: LocalSteps, rules: ScheduleRules) {
    this.steps = steps
    this.n = steps.initial.length
    this.#rules = rules
  }

  /** Leads to the initial configuration, with these letters in transit. */
  begin(letters: readonly number[]): void {
    for (let p = 0; p < this.n; p++) this.next[p] = this.steps.initial[p]!
    this.length = this.n
    this.#wakers = letters.length
    for (const letter of letters) this.#insert(2 * letter)
  }

  /** Whether no message is in transit and someone has woken; wake-ups that may or may not come do not count. */
  isFinal(configuration: Int32Array, length: number): boolean {
    if (length === this.n + this.#wakers) return false
    for (let place = this.n; place < length; place++)
      if (this.#rules.wakeUps === 'at zero' || !this.#wakes(configuration[place]! >> 1)) return false
    return true
  }

  #wakes(letter: number): boolean {
    return this.steps.letters[letter]!.channel < 0
  }

  /** The places of the entries that are to be tried next. */
  choices(configuration: Int32Array, length: number): number[] {
    const { fifo, timed, stable, wakeUps } = this.#rules
    const { letters } = this.steps
    const places: number[] = []
    if (wakeUps === 'at zero')
      for (let place = this.n; place < length; place++)
        if (this.#wakes(configuration[place]! >> 1)) return [place]
    for (let place = this.n; place < length; place++) {
      const entry = configuration[place]!
      const letter = entry >> 1
      const { processor, channel } = letters[letter]!
      if (place > this.n) {
        const before = configuration[place - 1]! >> 1
        // Of equal letters the older is as good; behind another on its channel, it is not its turn.
        if (letter === before && !fifo) continue
        if (fifo && letters[before]!.processor === processor && letters[before]!.channel === channel) continue
      }
      const stability =
        stable === null || channel < 0 ? 'unstable' : stable.stability(configuration[processor]!, letter)
      if (stability !== 'unstable' && (!timed || entry % 2 === 0)) return [place]
      // Nothing needs it before it is old, unless it holds up another on its channel.
      if (stability === 'silent' && !(fifo && this.#holdsUp(configuration, length, place))) continue
      places.push(place)
    }
    return places
  }

  #holdsUp(configuration: Int32Array, length: number, place: number): boolean {
    if (place + 1 === length) return false
    const { letters } = this.steps
    const [own, behind] = [letters[configuration[place]! >> 1]!, letters[configuration[place + 1]! >> 1]!]
    return own.processor === behind.processor && own.channel === behind.channel
  }

  /** Processes the letter at a place of a configuration; the result is in the fields. */
  take(configuration: Int32Array, length: number, place: number): void {
    const { next } = this
    const letter = configuration[place]! >> 1
    const { processor } = this.steps.letters[letter]!
    const { next: state, sends, failure } = this.steps.step(configuration[processor]!, letter)
    for (let i = 0; i < place; i++) next[i] = configuration[i]!
    for (let i = place + 1; i < length; i++) next[i - 1] = configuration[i]!
    this.length = length - 1
    next[processor] = state
    const { timed } = this.#rules
    for (const sent of sends) this.#insert(timed ? 2 * sent + 1 : 2 * sent)
    this.letter = letter
    this.sends = sends
    this.failure = failure
    this.gain = timed ? this.#passTime() : sends.length
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
    const [x, y] = [this.steps.letters[a >> 1]!, this.steps.letters[b >> 1]!]
    return x.processor < y.processor || (x.processor === y.processor && x.channel < y.channel)
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
