import type { Status } from '../../formal/transition.ts'
import { canonicalText } from '../explore/canonical-text.ts'

/** A processor after its step in a round: all that the rest of an execution depends on. */
export interface RoundLocal {
  /** Its input. */
  readonly value: number
  readonly state: object
  readonly status: Status | 'crashed'
  /** Whether it has failed so far. */
  readonly failed: boolean
  /** By mark, the rounds in which it was made first and last. */
  readonly marks: Readonly<Record<string, readonly [first: number, last: number]>>
  /** What it is about to send, by channel: the numbers of messages. */
  readonly sends: readonly (readonly number[])[]
  /** What the algorithm throws; null if nothing. */
  readonly failure: string | null
}

/** A number for each thing of a kind: two have the same just if their texts are. */
export class Numbered<T> {
  readonly all: T[] = []
  readonly #numbers = new Map<string, number>()

  numberOf(text: string, make: () => T): number {
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    this.#numbers.set(text, this.all.length)
    return this.all.push(make()) - 1
  }
}

/**
 * A text that two share just if it makes no difference which of them there is. Whoever takes no step any more is known by
 * those fields of its state alone that properties and claims read.
 */
export function textOf(local: RoundLocal, visible: ReadonlySet<string>): string {
  const { value, state, status, failed, marks, sends, failure } = local
  const rests = (status === 'terminated' || status === 'crashed') && !visible.has('*')
  const shown = rests ? Object.fromEntries(Object.entries(state).filter(([key]) => visible.has(key))) : state
  return `${value} ${status} ${failed} ${canonicalText(marks)} ${sends.map((list) => list.join('.')).join()} ${failure} ${canonicalText(shown)}`
}
