import type { LocalStep, LocalSteps } from './local-steps.ts'
import type { Repertoire } from './repertoire.ts'
import type { VisibleFields } from './visible-fields.ts'

/** A silent trigger is stable and sends nothing, whenever it is processed. */
type Stability = 'unstable' | 'stable' | 'silent'

/**
 * The reduction: which triggers in transit need not be tried now or later, because when they are processed makes no
 * difference.
 *
 * Steps of different processors commute: each changes the state of its own processor and adds messages. A trigger a is
 * *stable* in a state of its processor if, in every state that the processor can come to without a, a and every other
 * trigger that it can meet commute too: both orders lead to the same state and send the same. Then a commutes with
 * whatever can happen before it, and every execution from a configuration with a in transit can be turned, by moving a
 * to the front step by step, into one that begins with a, with the same messages and the same final configuration. So it
 * is enough to try a alone: {a} is a persistent set (Godefroid 1996). If, moreover, a never changes a field of the state
 * that safety properties read, the other execution passes through configurations that look the same to them, so that no
 * violation is missed.
 *
 * “Every state that the processor can come to” is computed for the processor alone, from the repertoire: by all triggers
 * that can still come to it while a is in transit, as long as some execution has each two of them. This takes in all that
 * can happen, and more. That the repertoire is complete is checked by the search: were there an execution with a trigger, or
 * a pair, that is not in it, take a shortest one; up to its last step the reduction holds for it, so the search meets its
 * like, which has the same triggers and, on each channel that is first in, first out, in the same order.
 */
export class StableTriggers {
  readonly #steps: LocalSteps
  readonly #repertoire: Repertoire
  readonly #fifo: boolean
  #visible: VisibleFields | null = null
  /** By state, by trigger: what was decided. */
  #decided: (Stability | undefined)[][] = []
  /** By state, by trigger: what it takes to try again to decide what was too dear. */
  readonly #prices: (number | undefined)[][] = []
  /** Whether something was too dear to decide. */
  dear = false
  /** How much looking at steps is paid for. */
  #credit = initialCredit

  /** By state, by pair of triggers: whether they commute. */
  readonly #commuting: (Map<number, boolean> | undefined)[] = []

  constructor(steps: LocalSteps, repertoire: Repertoire, fifo: boolean) {
    this.#steps = steps
    this.#repertoire = repertoire
    this.#fifo = fifo
  }

  /**
   * Begins a search, in which, with `visible`, only triggers are stable that change nothing which properties read. What
   * is unstable stays so in later searches: the repertoire and the fields that are read only grow.
   */
  begin(visible: VisibleFields | null): void {
    this.#visible = visible
    this.#decided = this.#decided.map((row) => row.map((known) => (known === 'unstable' ? known : undefined)))
  }

  /** A configuration is looked at, which pays for a bounded amount of deciding. */
  earn(): void {
    this.#credit += creditEach
  }

  /** How stable a trigger in transit is in a state of its processor; unstable, too, while it is too dear to decide. */
  stability(state: number, trigger: number): Stability {
    const decided = (this.#decided[state] ??= [])
    const known = decided[trigger]
    if (known !== undefined) return known
    const prices = (this.#prices[state] ??= [])
    if (this.#credit < (prices[trigger] ?? 1)) return 'unstable'
    const before = this.#credit
    const found = this.#decide(state, trigger)
    if (found !== null) return (decided[trigger] = found)
    this.dear = true
    prices[trigger] = 2 * before
    return 'unstable'
  }

  /** Goes through the states that the processor can come to without the trigger; null if the credit does not suffice. */
  #decide(state: number, trigger: number): Stability | null {
    let silent = true
    const { processor } = this.#steps.triggers[trigger]!
    const others = this.#repertoire
      .of(processor)
      .filter((other) => this.#repertoire.canCome(state, trigger, other) && !this.#sameQueue(trigger, other))
    const seen = new Set([`${state}`])
    const waiting = [{ state, used: [] as readonly number[] }]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const here = next
      const own = this.#step(here.state, trigger)
      if (own.failure !== null) return 'unstable'
      if (this.#visible !== null && !this.#visible.same(own.next, here.state)) return 'unstable'
      if (own.sends.length > 0) silent = false
      for (const other of others) {
        if (--this.#credit <= 0) return null
        if (!here.used.every((earlier) => this.#canFollow(earlier, other))) continue
        if (!this.#commute(here.state, trigger, other)) return 'unstable'
        const after = this.#step(here.state, other).next
        // A trigger that changes nothing may as well come later.
        if (after === here.state) continue
        const used = here.used.includes(other) ? here.used : [...here.used, other].sort((a, b) => a - b)
        const key = `${after} ${used.join()}`
        if (seen.has(key)) continue
        if (seen.size >= closureMax) return 'unstable'
        seen.add(key)
        waiting.push({ state: after, used })
      }
    }
    return silent ? 'silent' : 'stable'
  }

  /** What a trigger does, which must be paid for, the more if it was not known. */
  #step(state: number, trigger: number): LocalStep {
    const { computed } = this.#steps
    const step = this.#steps.step(state, trigger)
    if (this.#steps.computed === computed) this.#credit--
    else this.#credit -= newStepPrice * (1 + step.sends.length) + this.#steps.states[step.next]!.text.length
    return step
  }

  /** Whether one execution can have both triggers, this one later. Unless they queue, the order may be any. */
  #canFollow(earlier: number, later: number): boolean {
    if (this.#repertoire.canFollow(earlier, later)) return true
    return !this.#sameQueue(earlier, later) && this.#repertoire.canFollow(later, earlier)
  }

  /** Whether both come on one channel that is first in, first out. */
  #sameQueue(a: number, b: number): boolean {
    const { triggers } = this.#steps
    return this.#fifo && triggers[a]!.channel === triggers[b]!.channel
  }

  /** Whether two triggers commute in a state. */
  #commute(state: number, a: number, b: number): boolean {
    const known = (this.#commuting[state] ??= new Map())
    const pair = a < b ? a * 2 ** 24 + b : b * 2 ** 24 + a
    let answer = known.get(pair)
    if (answer === undefined) known.set(pair, (answer = this.#bothOrdersAgree(state, a, b)))
    return answer
  }

  #bothOrdersAgree(state: number, a: number, b: number): boolean {
    const [a1, b1] = [this.#step(state, a), this.#step(state, b)]
    const [b2, a2] = [this.#step(a1.next, b), this.#step(b1.next, a)]
    if (a1.failure !== null || b1.failure !== null || a2.failure !== null || b2.failure !== null) return false
    if (b2.next !== a2.next) return false
    const [ab, ba] = [this.#sent(a1.sends, b2.sends), this.#sent(b1.sends, a2.sends)]
    return ab.length === ba.length && ab.every((trigger, i) => trigger === ba[i])
  }

  /** What two steps send, so that it can be compared: by channel in the order of sending if that matters. */
  #sent(first: readonly number[], second: readonly number[]): number[] {
    const all = [...first, ...second]
    if (!this.#fifo) return all.sort((a, b) => a - b)
    const { triggers } = this.#steps
    return all.sort(
      (a, b) =>
        triggers[a]!.processor - triggers[b]!.processor || triggers[a]!.channel - triggers[b]!.channel,
    )
  }
}

/** A processor that can come to more states than this is taken to be unpredictable. */
const closureMax = 2000

/**
 * What may be spent on deciding: a step that is looked up costs one, a step that must be computed more, and
 * the more, the larger the state that it comes to and the more it sends. A search never
 * meets more configurations than one without the reduction, so that in proportion to these, deciding costs a bounded part.
 */
const [initialCredit, creditEach, newStepPrice] = [10_000, 100, 50] as const
