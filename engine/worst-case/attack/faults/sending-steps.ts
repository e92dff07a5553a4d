import type { Message } from '../../../model/index.ts'
import type { Observer } from '../../../simulation/machine/observer.ts'
import type { Graph } from '../../../topology/graph.ts'

/** A message, and which it is of all from its sender to its receiver, from 0. */
interface Sent {
  readonly receiver: number
  readonly turn: number
  readonly message: Message
}

/** A step in which a processor sends something: its number, from 0, and when it is taken. */
export interface SendingStep {
  readonly step: number
  readonly time: number
  readonly sent: readonly Sent[]
}

/** Looks on and notes in which of its steps, from 0, each processor sends something, or would. */
export class SendingSteps implements Observer {
  /** By processor, in order. */
  readonly steps: (SendingStep & { readonly sent: Sent[] })[][]
  readonly #network: Graph
  readonly #taken: number[]
  /** By slot of the sender, how many messages have been sent. */
  readonly #turns = new Map<number, number>()
  #processor = 0
  #time = 0

  constructor(network: Graph) {
    this.#network = network
    this.steps = Array.from({ length: network.n }, () => [])
    this.#taken = new Array(network.n).fill(0)
  }

  begins(processor: number, time: number): void {
    this.#processor = processor
    this.#time = time
    this.#taken[processor]!++
  }

  sends(slot: number, _: number, message: Message): void {
    const p = this.#processor
    const own = this.steps[p]!
    const step = this.#taken[p]! - 1
    if (own.at(-1)?.step !== step) own.push({ step, time: this.#time, sent: [] })
    const turn = this.#turns.get(slot) ?? 0
    this.#turns.set(slot, turn + 1)
    const receiver = this.#network.neighbor(p, slot - this.#network.firstSlot(p))
    own.at(-1)!.sent.push({ receiver, turn, message })
  }

  strays(_: number, slot: number, message: Message): void {
    this.sends(slot, slot, message)
  }

  wakes(): void {}
  processes(): void {}
  ends(): void {}
}
