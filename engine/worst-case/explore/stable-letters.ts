import type { Alphabet } from './alphabet.ts'
import type { LocalSteps } from './local-steps.ts'
import type { VisibleFields } from './visible-fields.ts'

/** A silent letter is stable and sends nothing, whenever it is processed. */
export type Stability = 'unstable' | 'stable' | 'silent'

/**
 * The reduction: which letters in transit need not be tried now or later, because when they are processed makes no
 * difference.
 *
 * Steps of different processors commute: each changes the state of its own processor and adds messages. A letter a is
 * *stable* in a state of its processor if, in every state that the processor can come to without a, a and every other
 * letter that it can meet commute too: both orders lead to the same state and send the same. Then a commutes with
 * whatever can happen before it, and every execution from a configuration with a in transit can be turned, by moving a
 * to the front step by step, into one that begins with a, with the same messages and the same final configuration. So it
 * is enough to try a alone: {a} is a persistent set (Godefroid 1996). If, moreover, a never changes a field of the state
 * that safety properties read, the other execution passes through configurations that look the same to them, so that no
 * violation is missed.
 *
 * “Every state that the processor can come to” is computed for the processor alone, from the alphabet: by all letters
 * that can still come to it while a is in transit, as long as some execution has each two of them. This takes in all that
 * can happen, and more. That the alphabet is complete is checked by the search: were there an execution with a letter, or
 * a pair, that is not in it, take a shortest one; up to its last step the reduction holds for it, so the search meets its
 * like, which has the same letters and, on each channel that is first in, first out, in the same order.
 */
export class StableLetters {
  readonly #steps: LocalSteps
  readonly #alphabet: Alphabet
  readonly #fifo: boolean
  readonly #visible: VisibleFields | null
  /** By state, by letter. */
  readonly #known: (Stability | undefined)[][] = []

  /** By state, by pair of letters: whether they commute. */
  readonly #commuting: (Map<number, boolean> | undefined)[] = []

  /** With `visible`, only letters that change nothing which properties read. */
  constructor(
    steps: LocalSteps,
    alphabet: Alphabet,
    options: { readonly fifo: boolean; readonly visible: VisibleFields | null },
  ) {
    this.#steps = steps
    this.#alphabet = alphabet
    this.#fifo = options.fifo
    this.#visible = options.visible
  }

  /** How stable a letter in transit is in a state of its processor. */
  stability(state: number, letter: number): Stability {
    const known = (this.#known[state] ??= [])
    return (known[letter] ??= this.#decide(state, letter))
  }

  /** Goes through the states that the processor can come to without the letter. */
  #decide(state: number, letter: number): Stability {
    let silent = true
    const { processor } = this.#steps.letters[letter]!
    const others = this.#alphabet
      .of(processor)
      .filter((other) => this.#alphabet.canCome(state, letter, other) && !this.#sameQueue(letter, other))
    const seen = new Set([`${state}`])
    const waiting = [{ state, used: [] as readonly number[] }]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const here = next
      const own = this.#steps.step(here.state, letter)
      if (own.failure !== null) return 'unstable'
      if (this.#visible !== null && !this.#visible.same(own.next, here.state)) return 'unstable'
      if (own.sends.length > 0) silent = false
      for (const other of others) {
        if (!here.used.every((earlier) => this.#canFollow(earlier, other))) continue
        if (!this.#commute(here.state, letter, other)) return 'unstable'
        const after = this.#steps.step(here.state, other).next
        // A letter that changes nothing may as well come later.
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

  /** Whether one execution can have both letters, this one later. Unless they queue, the order may be any. */
  #canFollow(earlier: number, later: number): boolean {
    if (this.#alphabet.canFollow(earlier, later)) return true
    return !this.#sameQueue(earlier, later) && this.#alphabet.canFollow(later, earlier)
  }

  /** Whether both come on one channel that is first in, first out. */
  #sameQueue(a: number, b: number): boolean {
    const { letters } = this.#steps
    return this.#fifo && letters[a]!.channel === letters[b]!.channel
  }

  /** Whether two letters commute in a state. */
  #commute(state: number, a: number, b: number): boolean {
    const known = (this.#commuting[state] ??= new Map())
    const pair = a < b ? a * 2 ** 24 + b : b * 2 ** 24 + a
    let answer = known.get(pair)
    if (answer === undefined) known.set(pair, (answer = this.#bothOrdersAgree(state, a, b)))
    return answer
  }

  #bothOrdersAgree(state: number, a: number, b: number): boolean {
    const steps = this.#steps
    const [a1, b1] = [steps.step(state, a), steps.step(state, b)]
    const [b2, a2] = [steps.step(a1.next, b), steps.step(b1.next, a)]
    if (a1.failure !== null || b1.failure !== null || a2.failure !== null || b2.failure !== null) return false
    if (b2.next !== a2.next) return false
    const [ab, ba] = [this.#sent(a1.sends, b2.sends), this.#sent(b1.sends, a2.sends)]
    return ab.length === ba.length && ab.every((letter, i) => letter === ba[i])
  }

  /** What two steps send, so that it can be compared: by channel in the order of sending if that matters. */
  #sent(first: readonly number[], second: readonly number[]): number[] {
    const all = [...first, ...second]
    if (!this.#fifo) return all.sort((a, b) => a - b)
    const { letters } = this.#steps
    return all.sort(
      (a, b) => letters[a]!.processor - letters[b]!.processor || letters[a]!.channel - letters[b]!.channel,
    )
  }
}

/** A processor that can come to more states than this is taken to be unpredictable. */
const closureMax = 2000
