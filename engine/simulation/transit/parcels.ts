import { grown } from '../../typed-arrays.ts'
import type { Outbox } from './outbox.ts'

/** Stands for a wake-up where a message would have its parcel or its payload. */
export const WAKE_UP = 0xffffffff

/** Stands for an invocation in the same way: somebody wants to ask the processor for an operation. */
export const INVOCATION = 0xfffffffe

const [wakeUp, invocation] = [WAKE_UP, INVOCATION] as const

/** Functions, because inner loops are slow with imported constants: these are looked up each time. */
export const isWakeUp = (word: number): boolean => word === wakeUp
export const isInvocation = (word: number): boolean => word === invocation
export const isMessage = (word: number): boolean => word < invocation

/** Parcels from this number on are numbers of entries in the store. */
const STORED = 2 ** 31

/**
 * A parcel is a message in transit, packed in one word: the receiver's number for the channel and the handle of the
 * contents. If 31 bits are too few for both, the two are kept in a store, and the parcel is the number of their entry.
 */
export class Parcels {
  /** What was in the parcel that was unpacked last. */
  mirror = 0
  payload = 0
  /** How many bits the number of a channel takes, and how many different handles the other bits can tell apart. */
  readonly #bits: number
  readonly #handles: number
  /** The store, how many of its entries have ever been in use, and which of these are free again. */
  #storedMirrors = new Uint32Array(16)
  #storedPayloads = new Uint32Array(16)
  #stored = 0
  readonly #free: number[] = []

  /** For a network in which no processor has more than `degreeMax` channels. */
  constructor(degreeMax: number) {
    this.#bits = 32 - Math.clz32(Math.max(1, degreeMax) - 1)
    this.#handles = 2 ** (31 - this.#bits)
  }

  /** Packs all messages of an outbox. */
  pack({ mirrors, payloads, parcels, length }: Outbox): void {
    const bits = this.#bits
    const handles = this.#handles
    let largest = 0
    for (let i = 0; i < length; i++) {
      const payload = payloads[i]!
      largest = Math.max(largest, payload)
      parcels[i] = (payload << bits) | mirrors[i]!
    }
    if (largest < handles) return
    for (let i = 0; i < length; i++)
      if (payloads[i]! >= handles) parcels[i] = this.#store(mirrors[i]!, payloads[i]!)
  }

  /** Sets `mirror` and `payload` to what is in a parcel. A parcel is unpacked once only, and what is no message never. */
  unpack(parcel: number): void {
    if (parcel < STORED) {
      this.mirror = parcel & ((1 << this.#bits) - 1)
      this.payload = parcel >>> this.#bits
      return
    }
    const entry = parcel - STORED
    this.mirror = this.#storedMirrors[entry]!
    this.payload = this.#storedPayloads[entry]!
    this.#free.push(entry)
  }

  /** Unpacks the first `length` of these parcels, and replaces each by the handle of its contents. */
  unpackAll(parcels: Uint32Array, length: number): void {
    const bits = this.#bits
    const storeInUse = this.#stored > this.#free.length
    if (storeInUse)
      for (let i = 0; i < length; i++) {
        this.unpack(parcels[i]!)
        parcels[i] = this.payload
      }
    else for (let i = 0; i < length; i++) parcels[i] = parcels[i]! >>> bits
  }

  #store(mirror: number, payload: number): number {
    const entry = this.#free.pop() ?? this.#stored++
    if (entry === this.#storedMirrors.length) {
      this.#storedMirrors = grown(this.#storedMirrors)
      this.#storedPayloads = grown(this.#storedPayloads)
    }
    this.#storedMirrors[entry] = mirror
    this.#storedPayloads[entry] = payload
    return STORED + entry
  }
}
