import type { Channel, Message, Processor } from '../../model/index.ts'
import type { Machine } from './machine.ts'

/** The processor at work as its handlers see it: what the model allows, and no way to anything else. */
export class ProcessorHandle implements Processor {
  readonly #machine: Machine

  constructor(machine: Machine) {
    this.#machine = machine
  }

  get degree(): number {
    return this.#machine.degree
  }

  send(channel: Channel, message: Message): void {
    this.#machine.send(channel, message)
  }

  sendToAll(message: Message): void {
    this.#machine.sendToAll(message)
  }

  sendToAllExcept(channel: Channel, message: Message): void {
    this.#machine.sendToAllExcept(channel, message)
  }

  terminate(): void {
    this.#machine.terminate()
  }

  random(): number {
    return this.#machine.random()
  }
}
