import type { Machine } from '../machine/machine.ts'
import { type IndexSet, isIn } from '../transit/index-set.ts'
import type { Outbox } from '../transit/outbox.ts'

/**
 * Takes the messages to processors that have terminated: they change nothing, and need not wait to be processed.
 *
 * Whoever meets them puts them into its room, of which `taken` places are in use, and then has it take them.
 */
export class Absorber {
  readonly terminated: IndexSet
  readonly #machine: Machine
  /** Letters, or handles of contents. */
  room = new Uint32Array(64)
  taken = 0

  constructor(machine: Machine) {
    this.terminated = machine.terminatedSet
    this.#machine = machine
  }

  /** Whether there is no one whose messages it could take: most elections never have one. */
  get idle(): boolean {
    return this.#machine.terminatedCount === 0
  }

  /** Makes room for `count` messages. */
  reserve(count: number): void {
    if (count > this.room.length) this.room = new Uint32Array(2 * count)
  }

  /** Takes the letters in the room; how many they were. */
  takeLetters(): number {
    this.#machine.letters.openAll(this.room, this.taken)
    return this.takePayloads()
  }

  /** Takes the messages with the handles of contents in the room; how many they were. */
  takePayloads(): number {
    const { payloads } = this.#machine
    const { room, taken } = this
    for (let i = 0; i < taken; ) {
      const payload = room[i]!
      const first = i
      // Most messages of a flood hold the same.
      while (i < taken && room[i] === payload) i++
      payloads.drop(payload, i - first)
    }
    this.taken = 0
    return taken
  }

  /** Takes the letters to terminated processors out of an outbox. */
  takeFrom(outbox: Outbox): void {
    if (this.idle) return
    const { receivers, arrivals, letters, length } = outbox
    const { terminated } = this
    this.reserve(length)
    const { room } = this
    let taken = 0
    let kept = 0
    for (let i = 0; i < length; i++) {
      const receiver = receivers[i]!
      const letter = letters[i]!
      const done = isIn(terminated, receiver)
      room[taken] = letter
      taken += done
      receivers[kept] = receiver
      arrivals[kept] = arrivals[i]!
      letters[kept] = letter
      kept += 1 - done
    }
    outbox.length = kept
    this.taken = taken
    this.takeLetters()
  }
}
