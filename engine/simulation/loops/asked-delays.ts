import { InputError } from '../../errors.ts'
import type { Adversary } from '../../model/index.ts'
import type { DelayModel, Delays } from '../../timing/delay-model.ts'
import type { Machine } from '../machine/machine.ts'

type AdversaryModel = Extract<DelayModel, { readonly kind: 'adversary' }>

/** The delays that an adversary chooses. After each event it is asked about all that the event has sent, in order. */
export class AskedDelays implements Delays {
  readonly bounded: boolean
  readonly steps = null
  readonly eventByEvent = true
  readonly least = 0
  readonly #adversary: Adversary
  readonly #most: number
  readonly #machine: Machine
  #asked = 0

  constructor({ adversary, bounded, bounds }: AdversaryModel, machine: Machine) {
    this.bounded = bounded
    this.#adversary = adversary
    this.#most = bounds?.max ?? 1
    this.#machine = machine
  }

  foresee(): number {
    return 0
  }

  draw(slots: Uint32Array, begin: number, end: number, delays: Float64Array): void {
    const machine = this.#machine
    const { outbox, payloads, current: sender, graph, now: time } = machine
    const firstSlot = graph.firstSlot(sender)
    const count = end - begin
    for (let i = begin; i < end; i++) {
      const number = this.#asked++
      const delay = this.#adversary.delay({
        number,
        index: i - begin,
        count,
        time,
        sender,
        channel: slots[i]! - firstSlot,
        receiver: outbox.receivers[i]!,
        message: payloads.messages[outbox.payloads[i]!]!,
        configuration: machine,
        awake: this.#awake,
      })
      if (!(delay > 0 && delay <= this.#most))
        throw new InputError(
          `the adversary gives m_${number} the delay ${delay}; it must be in (0, ${this.#most}]`,
        )
      delays[i] = delay
    }
  }

  readonly #awake = (processor: number): boolean => !this.#machine.asleep(processor)
}
