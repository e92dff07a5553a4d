import { MisuseError } from '../../errors.ts'
import type { Channel, Message, Processor, Value } from '../../model/index.ts'

/** The processor at work as one handler sees it. When the handler is over, whoever still uses it is told so. */
export class OneHandlerProcessor implements Processor {
  #processor: Processor | null

  constructor(processor: Processor) {
    this.#processor = processor
  }

  close(): void {
    this.#processor = null
  }

  get degree(): number {
    return this.#open().degree
  }

  send(channel: Channel, message: Message): void {
    this.#open().send(channel, message)
  }

  sendToAll(message: Message): void {
    this.#open().sendToAll(message)
  }

  sendToAllExcept(channel: Channel, message: Message): void {
    this.#open().sendToAllExcept(channel, message)
  }

  terminate(): void {
    this.#open().terminate()
  }

  mark(name: string): void {
    this.#open().mark(name)
  }

  weight(channel: Channel): number {
    return this.#open().weight(channel)
  }

  respond(result?: Value): void {
    this.#open().respond(result)
  }

  output(name: string, value?: Value): void {
    this.#open().output(name, value)
  }

  clock(): number {
    return this.#open().clock()
  }

  setTimer(name: string, duration: number): void {
    this.#open().setTimer(name, duration)
  }

  suspects(channel: Channel): boolean {
    return this.#open().suspects(channel)
  }

  leader(): Channel | null {
    return this.#open().leader()
  }

  random(): number {
    return this.#open().random()
  }

  #open(): Processor {
    if (this.#processor === null)
      throw new MisuseError('uses p of an event that is over; p is valid only while its handler runs')
    return this.#processor
  }
}
