import { InputError } from '../../errors.ts'
import type { HistoryEvent, Invocation, Response } from '../../model/index.ts'
import { Chronicle } from '../chronicle.ts'

/** A processor's way through its critical section, as far as it has come. */
interface Passage {
  readonly processor: number
  /** In the order of the invocations, from 0. */
  readonly number: number
  readonly asked: Invocation
  /** It has entered. */
  entered?: Response
  /** It leaves. */
  left?: Invocation
  /** Entries of others since it has asked. */
  bypassed: number
}

/** What an event means: somebody asks, enters, leaves, or none of these. */
type Move = { readonly kind: 'asks' | 'enters' | 'leaves'; readonly passage: Passage }

/**
 * Follows who wants to enter, is in its critical section, or has left it: `acquire` is the entry section and ends with
 * its response, `release` begins the exit section. Counts bypasses.
 */
export class Passages {
  /** Those in the entry section, in the order in which they asked. */
  readonly waiting = new Set<Passage>()
  /** Those in the critical section, in the order of entry. */
  readonly inside = new Set<Passage>()
  /** The most entries of others between a processor's invocation and its own entry, so far. */
  bypass = 0
  #count = 0
  readonly #chronicle = new Chronicle()
  readonly #now = new Map<number, Passage>()
  readonly #asking = new Map<number, Passage>()

  move(event: HistoryEvent): Move | null {
    this.#chronicle.add(event)
    if (event.kind === 'invocation' && event.operation === 'acquire') {
      const passage: Passage = {
        processor: event.processor,
        number: this.#count++,
        asked: event,
        bypassed: 0,
      }
      this.#now.set(event.processor, passage)
      this.#asking.set(event.id, passage)
      this.waiting.add(passage)
      return { kind: 'asks', passage }
    }
    if (event.kind === 'invocation' && event.operation === 'release') {
      const passage = this.#now.get(event.processor)
      if (passage === undefined || !this.inside.delete(passage))
        throw new InputError(`p_${event.processor} releases at ${event.time} what it does not hold`)
      passage.left = event
      return { kind: 'leaves', passage }
    }
    const passage = event.kind === 'response' ? this.#asking.get(event.id) : undefined
    if (event.kind !== 'response' || passage === undefined) return null
    this.#asking.delete(event.id)
    this.waiting.delete(passage)
    for (const other of this.waiting) this.bypass = Math.max(this.bypass, ++other.bypassed)
    passage.entered = event
    this.inside.add(passage)
    return { kind: 'enters', passage }
  }

  /** Some of the events, in the order in which they came. */
  inOrder(events: readonly HistoryEvent[]): HistoryEvent[] {
    return this.#chronicle.inOrder(events)
  }
}

/** The events of a passage so far, its exit aside. */
export const entryOf = ({ asked, entered }: Passage): HistoryEvent[] =>
  entered === undefined ? [asked] : [asked, entered]
