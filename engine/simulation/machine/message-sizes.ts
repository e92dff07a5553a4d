import { InputError, ModelError } from '../../errors.ts'
import type { AnyAlgorithm, BitSizes, Instance, Message, Peak, SizeOf } from '../../model/index.ts'
import { bitSizes } from './bit-sizes.ts'

/**
 * The sizes of messages that depend on what they say: those of types whose size function takes the message. All other
 * sizes follow from the number of messages of each type.
 */
export class MessageSizes {
  readonly #sizes: Readonly<Record<string, SizeOf>>
  readonly #figures: BitSizes
  #bits = 0
  /** Those that were larger than all before. */
  readonly peaks: Peak[] = []
  /** The message added last: mostly the next is the same on another channel. */
  #latest: Message | null = null
  #latestSize = 0

  /** Null if no size depends on what a message says. */
  static of(algorithm: AnyAlgorithm, instance: Instance): MessageSizes | null {
    return dependsOnContents(algorithm) ? new MessageSizes(algorithm.bits!, instance) : null
  }

  private constructor(sizes: Readonly<Record<string, SizeOf>>, instance: Instance) {
    this.#sizes = sizes
    this.#figures = bitSizes(instance)
  }

  /** A message is sent so many times. */
  add(message: Message, times: number, sender: number): void {
    if (message !== this.#latest) {
      this.#latestSize = sizeOf(message, this.#sizes, this.#figures)
      this.#latest = message
    }
    this.#bits += times * this.#latestSize
    if (this.#latestSize > this.#max) this.peaks.push({ bits: this.#latestSize, type: message.type, sender })
  }

  get #max(): number {
    return this.peaks.at(-1)?.bits ?? 0
  }

  /** What has been added. */
  get total(): Sizes {
    return { bits: this.#bits, bitsMax: this.#max }
  }
}

/** The size of all messages, and of the largest. */
export interface Sizes {
  readonly bits: number
  readonly bitsMax: number
}

/** Whether the size of some messages depends on what they say. */
export function dependsOnContents({ bits = {} }: AnyAlgorithm): boolean {
  return Object.values(bits).some((size) => size.length > 1)
}

/** The size of a message, whether or not it is the same for all of its type. */
export function wholeSizeOf(message: Message, { name, bits = {} }: AnyAlgorithm, figures: BitSizes): number {
  const size = (bits as Readonly<Record<string, SizeOf | undefined>>)[message.type]
  if (size === undefined) throw new InputError(noSize(name, message.type))
  return size(figures, message)
}

const noSize = (name: string, type: string): string =>
  `${name} sends ⟨${type}⟩, but its \`bits\` say no size for it`

/** The size of one message; 0 where it is the same for all of its type. */
function sizeOf(message: Message, sizes: Readonly<Record<string, SizeOf>>, figures: BitSizes): number {
  const size = sizes[message.type]
  if (size === undefined || size.length < 2) return 0
  const bits = size(figures, message)
  if (bits >= 0 && bits < Number.POSITIVE_INFINITY) return bits
  throw new ModelError(`sends ⟨${message.type}⟩ of ${bits} bits; the size of a message is a number from 0 on`)
}

/** The sizes of all messages by their numbers, of which `added` are known one by one; null if none are declared. */
export function totalSizes(
  { name, bits: sizes }: AnyAlgorithm,
  instance: Instance,
  messagesByType: Readonly<Record<string, number>>,
  added: Sizes | null,
): Sizes | null {
  if (sizes === undefined) return null
  const figures = bitSizes(instance)
  let { bits, bitsMax } = added ?? { bits: 0, bitsMax: 0 }
  for (const [type, count] of Object.entries(messagesByType)) {
    if (count === 0) continue
    const size = (sizes as Readonly<Record<string, SizeOf | undefined>>)[type]
    if (size === undefined) throw new InputError(noSize(name, type))
    if (size.length > 1) continue
    const each = size(figures, { type })
    bits += count * each
    bitsMax = Math.max(bitsMax, each)
  }
  return { bits, bitsMax }
}

/** The messages that were larger than all before; of sizes by type, one for each type, in the order of its first. */
export function messagePeaks(
  algorithm: AnyAlgorithm,
  instance: Instance,
  messagesByType: Readonly<Record<string, number>>,
  added: readonly Peak[],
): Peak[] {
  const figures = bitSizes(instance)
  const sizes = Object.entries(algorithm.bits ?? {}) as [string, SizeOf][]
  const fixed = new Map(sizes.filter(([, size]) => size.length < 2))
  const byType = Object.entries(messagesByType).flatMap(([type, count]) => {
    const size = fixed.get(type)
    return size === undefined || count === 0 ? [] : [{ bits: size(figures, { type }), type }]
  })
  return [...added, ...byType]
}
