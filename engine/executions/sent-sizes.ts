import type { Sending } from '../formal/transition.ts'
import type { ComputedInstance } from '../instance.ts'
import type { AnyAlgorithm } from '../model/index.ts'
import { ChannelLoads } from '../simulation/machine/channel-loads.ts'
import { MessageSizes, type Sizes } from '../simulation/machine/message-sizes.ts'

/** The sizes of the messages of a recorded execution, as far as they are not known by their types, and the loads of channels. */
export class SentSizes {
  readonly #sizes: MessageSizes | null
  readonly #loads: ChannelLoads | null
  readonly #instance: ComputedInstance

  constructor(algorithm: AnyAlgorithm, instance: ComputedInstance, timing: 'synchronous' | 'asynchronous') {
    this.#sizes = MessageSizes.of(algorithm, instance)
    this.#loads = ChannelLoads.of(algorithm, instance, timing)
    this.#instance = instance
  }

  /** What a processor sends in an event. */
  add(sent: readonly Sending[], processor: number, time: number): void {
    const first = this.#instance.network.firstSlot(processor)
    this.#loads?.begins(processor, time)
    for (const { message, channel } of sent) {
      this.#sizes?.add(message, 1, processor)
      this.#loads?.sends(first + channel, 0, message)
    }
  }

  get total(): Sizes | null {
    return this.#sizes?.total ?? null
  }

  get load(): number | null {
    return this.#loads?.most ?? null
  }
}
