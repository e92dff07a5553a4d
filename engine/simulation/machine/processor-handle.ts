import type { Channel, Message, Processor, Value } from '../../model/index.ts'
import type { Actions } from './actions.ts'
import type { Outside } from './told.ts'

/** The processor at work as its handlers see it: what the model allows, and no way to anything else. */
export class ProcessorHandle implements Processor {
  readonly #actions: Actions
  readonly #outside: Outside

  constructor(actions: Actions, outside: Outside) {
    this.#actions = actions
    this.#outside = outside
  }

  get degree(): number {
    return this.#actions.degree
  }

  send(channel: Channel, message: Message): void {
    this.#actions.send(channel, message)
  }

  sendToAll(message: Message): void {
    this.#actions.sendToAll(message)
  }

  sendToAllExcept(channel: Channel, message: Message): void {
    this.#actions.sendToAllExcept(channel, message)
  }

  terminate(): void {
    this.#actions.terminate()
  }

  mark(name: string): void {
    this.#outside.mark(name)
  }

  weight(channel: Channel): number {
    return this.#actions.weight(channel)
  }

  respond(result?: Value): void {
    this.#outside.respond(result)
  }

  output(name: string, value?: Value): void {
    this.#outside.output(name, value)
  }

  clock(): number {
    return this.#outside.clock()
  }

  setTimer(name: string, duration: number): void {
    this.#outside.setTimer(name, duration)
  }

  suspects(channel: Channel): boolean {
    return this.#outside.suspects(channel)
  }

  leader(): Channel | null {
    return this.#outside.leader()
  }

  random(): number {
    return this.#actions.random()
  }
}
