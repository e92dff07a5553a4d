import { grown } from '../../typed-arrays.ts'
import type { Outbox } from './outbox.ts'

/** Stands for a wake-up in place of a message, as payload and as letter. */
export const WAKE_UP = 0xffffffff

const wakeUp = WAKE_UP

/** For inner loops, which would look an imported constant up each time. */
export const isWakeUp = (word: number): boolean => word === wakeUp

/** From this number on, a letter is filed. */
const FILED = 2 ** 31

/**
 * A letter is a message in transit as one word: the receiver's number for the channel and the handle of the contents, side
 * by side where 31 bits hold both. Otherwise they are filed, and the letter is the number of the entry.
 */
export class Letters {
  /** What the letter opened last holds. */
  mirror = 0
  payload = 0
  /** The bits of the number of a channel, and the handles for which that leaves room. */
  readonly #bits: number
  readonly #handles: number
  #filedMirrors = new Uint32Array(16)
  #filedPayloads = new Uint32Array(16)
  #filed = 0
  readonly #free: number[] = []

  /** For a network in which no processor has more than `degreeMax` channels. */
  constructor(degreeMax: number) {
    this.#bits = 32 - Math.clz32(Math.max(1, degreeMax) - 1)
    this.#handles = 2 ** (31 - this.#bits)
  }

  /** Makes the letters of an outbox. */
  seal({ mirrors, payloads, letters, length }: Outbox): void {
    const bits = this.#bits
    const handles = this.#handles
    let largest = 0
    for (let i = 0; i < length; i++) {
      const payload = payloads[i]!
      largest = Math.max(largest, payload)
      letters[i] = (payload << bits) | mirrors[i]!
    }
    if (largest < handles) return
    for (let i = 0; i < length; i++)
      if (payloads[i]! >= handles) letters[i] = this.#file(mirrors[i]!, payloads[i]!)
  }

  /** Tells what a letter holds. It must not be opened again, nor be a wake-up. */
  open(letter: number): void {
    if (letter < FILED) {
      this.mirror = letter & ((1 << this.#bits) - 1)
      this.payload = letter >>> this.#bits
      return
    }
    const entry = letter - FILED
    this.mirror = this.#filedMirrors[entry]!
    this.payload = this.#filedPayloads[entry]!
    this.#free.push(entry)
  }

  /** Puts the handles of their contents in the place of the first `length` letters. They must not be opened again. */
  openAll(letters: Uint32Array, length: number): void {
    const bits = this.#bits
    const filed = this.#filed > this.#free.length
    if (filed)
      for (let i = 0; i < length; i++) {
        this.open(letters[i]!)
        letters[i] = this.payload
      }
    else for (let i = 0; i < length; i++) letters[i] = letters[i]! >>> bits
  }

  #file(mirror: number, payload: number): number {
    const entry = this.#free.pop() ?? this.#filed++
    if (entry === this.#filedMirrors.length) {
      this.#filedMirrors = grown(this.#filedMirrors)
      this.#filedPayloads = grown(this.#filedPayloads)
    }
    this.#filedMirrors[entry] = mirror
    this.#filedPayloads[entry] = payload
    return FILED + entry
  }
}
