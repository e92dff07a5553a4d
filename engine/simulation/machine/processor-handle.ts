import type { Channel, Message, Processor, Value } from '../../model/index.ts'
import type { Actions } from './actions.ts'

/** The processor at work as its handlers see it: what the model allows, and no way to anything else. */
export class ProcessorHandle implements Processor {
  readonly #actions: Actions
  readonly #outside: Pick<Processor, 'mark' | 'respond' | 'output'>

  constructor(actions: Actions, outside: Pick<Processor, 'mark' | 'respond' | 'output'>) {
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

  random(): number {
    return this.#actions.random()
  }
}
