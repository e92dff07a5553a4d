import type { AnyAlgorithm, BitSizes, Instance, Message, Peak } from '../../model/index.ts'
import { arrayBySlot } from '../../topology/array-by-slot.ts'
import type { Graph } from '../../topology/graph.ts'
import { bitSizes } from './bit-sizes.ts'
import { wholeSizeOf } from './message-sizes.ts'
import type { Observer } from './observer.ts'

/**
 * The bits that each channel carries in one direction in one round. It looks at every message, so it is there only where
 * the algorithm claims something of it.
 */
export class ChannelLoads implements Observer {
  /** The loads that were larger than all before: whatever the bound, the first that exceeds it is among them. */
  readonly peaks: Peak[] = []
  readonly #algorithm: AnyAlgorithm
  readonly #figures: BitSizes
  readonly #graph: Graph
  /** By slot of the sender: what was sent in the latest round in which something was, and when that was. */
  readonly #loads: Float64Array
  readonly #rounds: Float64Array
  #sender = 0
  #round = 0

  /** Null where nobody asks, and where there are no rounds. */
  static of(
    algorithm: AnyAlgorithm,
    instance: Instance & { readonly network: Graph },
    timing: 'synchronous' | 'asynchronous',
  ): ChannelLoads | null {
    const asked = algorithm.claims?.['bits:load'] !== undefined
    return asked && timing === 'synchronous' ? new ChannelLoads(algorithm, instance) : null
  }

  private constructor(algorithm: AnyAlgorithm, instance: Instance & { readonly network: Graph }) {
    this.#algorithm = algorithm
    this.#figures = bitSizes(instance)
    this.#graph = instance.network
    this.#loads = arrayBySlot(instance.network, 'loads of channels')
    this.#rounds = arrayBySlot(instance.network, 'loads of channels').fill(-1)
  }

  /** The largest load. */
  get most(): number {
    return this.peaks.at(-1)?.bits ?? 0
  }

  begins(processor: number, time: number): void {
    this.#sender = processor
    this.#round = time
  }

  wakes(): void {}

  processes(): void {}

  sends(slot: number, _mirror: number, message: Message): void {
    const before = this.#rounds[slot] === this.#round ? this.#loads[slot]! : 0
    const bits = before + wholeSizeOf(message, this.#algorithm, this.#figures)
    this.#rounds[slot] = this.#round
    this.#loads[slot] = bits
    if (bits <= this.most) return
    const channel = slot - this.#graph.firstSlot(this.#sender)
    const receiver = this.#graph.neighbor(this.#sender, channel)
    this.peaks.push({ bits, type: message.type, sender: this.#sender, receiver, round: this.#round })
  }

  ends(): void {}
}
