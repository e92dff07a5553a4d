import type { Channel, Message, Processor, Value } from '../../model/index.ts'
import type { Actions } from './actions.ts'

/** The processor at work as its handlers see it: what the model allows, and no way to anything else. */
export class ProcessorHandle implements Processor {
  readonly #actions: Actions
  readonly #mark: (name: string) => void
  readonly #interface: Pick<Processor, 'respond' | 'output'>

  constructor(
    actions: Actions,
    mark: (name: string) => void,
    atInterface: Pick<Processor, 'respond' | 'output'>,
  ) {
    this.#actions = actions
    this.#mark = mark
    this.#interface = atInterface
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
    this.#mark(name)
  }

  weight(channel: Channel): number {
    return this.#actions.weight(channel)
  }

  respond(result?: Value): void {
    this.#interface.respond(result)
  }

  output(name: string, value?: Value): void {
    this.#interface.output(name, value)
  }

  random(): number {
    return this.#actions.random()
  }
}
